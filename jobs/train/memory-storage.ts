import type { Storage } from "@/lib/server/storage/storage";

/** A bucket in memory with a log of its writes, for tests. */
export class MemoryStorage implements Storage {
  readonly objects = new Map<string, Uint8Array>();
  readonly writes: string[] = [];

  async put(key: string, body: string | Uint8Array): Promise<void> {
    this.writes.push(key);
    this.objects.set(key, typeof body === "string" ? new TextEncoder().encode(body) : body.slice());
  }

  async find(key: string): Promise<Uint8Array | null> {
    return this.objects.get(key) ?? null;
  }

  async get(key: string): Promise<Uint8Array> {
    const body = await this.find(key);
    if (!body) throw new Error(`There is no object ${key}`);
    return body;
  }

  async getText(key: string): Promise<string> {
    return new TextDecoder().decode(await this.get(key));
  }

  async list(prefix: string): Promise<string[]> {
    return [...this.objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  }

  async delete(key: string): Promise<void> {
    this.objects.delete(key);
  }

  async ping(): Promise<void> {}
}
