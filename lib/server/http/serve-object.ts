import type { StoredStream, StreamStorage } from "../storage/storage";
import { parseByteRange } from "./byte-range";

/** What an object is answered with beside its bytes. */
export type ObjectHeaders = { "content-type": string; "cache-control": string; "content-disposition"?: string };

function names(header: string | null, etag: string): boolean {
  const known = header?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return known.includes(etag) || known.includes("*");
}

function toResponse({ body, sizeBytes, part, etag }: StoredStream, given: ObjectHeaders): Response {
  const length = part ? part.end - part.start + 1 : sizeBytes;
  const headers = { ...given, etag, "accept-ranges": "bytes", "content-length": String(length) };
  if (!part) return new Response(body, { headers });
  const contentRange = `bytes ${part.start}-${part.end}/${sizeBytes}`;
  return new Response(body, { status: 206, headers: { ...headers, "content-range": contentRange } });
}

async function openWhole(storage: StreamStorage, key: string): Promise<StoredStream | null> {
  const found = await storage.open(key);
  return found === "unsatisfiable" ? null : found;
}

async function refuseRange(storage: StreamStorage, key: string): Promise<Response | null> {
  const whole = await openWhole(storage, key);
  await whole?.body.cancel();
  return whole && new Response(null, { status: 416, headers: { "content-range": `bytes */${whole.sizeBytes}` } });
}

/**
 * Streams an object, or the part that the request asks for (206), so that a video can be wound and a download goes on
 * where it broke off; 304 to who has it, 416 for bytes that it has not, null where there is no such object.
 */
export async function serveObject(
  request: Request,
  storage: StreamStorage,
  key: string,
  headers: ObjectHeaders,
): Promise<Response | null> {
  const range = parseByteRange(request.headers.get("range"));
  let found = await storage.open(key, range ?? undefined);
  if (found === "unsatisfiable") return refuseRange(storage, key);
  if (!found) return null;
  const { etag } = found;
  if (names(request.headers.get("if-none-match"), etag)) {
    await found.body.cancel();
    const { "cache-control": cacheControl } = headers;
    return new Response(null, { status: 304, headers: { etag, "cache-control": cacheControl } });
  }
  const expected = request.headers.get("if-range");
  if (found.part && expected !== null && expected !== etag) {
    await found.body.cancel();
    found = await openWhole(storage, key);
  }
  return found && toResponse(found, headers);
}
