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

/** Bytes of an object: from `start` to `end`, both included, or to its end; or its last ones. */
export type ByteRange = { start: number; end: number | null } | { last: number };

/** An object, or a part of it, on its way: `body` must be read or cancelled. */
export type StoredStream = {
  body: ReadableStream<Uint8Array>;
  /** Bytes of the whole object. */
  sizeBytes: number;
  /** First and last byte that `body` brings; null for the whole object. */
  part: { start: number; end: number } | null;
  /** Quoted, as HTTP has it; changes with the content. */
  etag: string;
};

/** Reads objects without holding them in memory. */
export type StreamStorage = {
  /** Opens an object, or a part of it; null where it is not there, `unsatisfiable` where it has no such bytes. */
  open(key: string, range?: ByteRange): Promise<StoredStream | null | "unsatisfiable">;
};

/** A bucket whose objects somebody without its keys can be let at, one by one. */
export type DownloadStorage = {
  has(key: string): Promise<boolean>;
  /** An address that answers with the object, as a file of that name, for so long. */
  createDownloadUrl(key: string, options: { fileName: string; expiresInSeconds: number }): Promise<string>;
};
