/** Objects by key, as an S3 bucket keeps them. */
export type Storage = {
  /** Writes an object whole; readers see the old one or the new one. */
  put(key: string, body: string | Uint8Array, contentType?: string): Promise<void>;
  /** Reads an object; throws `not_found` where it is not there. */
  get(key: string): Promise<Uint8Array>;
  getText(key: string): Promise<string>;
  /** Reads an object, or null where it is not there. */
  find(key: string): Promise<Uint8Array | null>;
  /** All keys under a prefix, sorted. */
  list(prefix: string): Promise<string[]>;
  delete(key: string): Promise<void>;
  /** Fails where the bucket cannot be reached. */
  ping(): Promise<void>;
};
