import { createHash } from "node:crypto";
import { AppError } from "../errors";
import { toErrorResponse } from "../http/handler";
import type { Storage } from "../storage/storage";
import { toMediaKey } from "./media";

/** What the public prefix may hold, by the end of the key; anything else is not served. */
const CONTENT_TYPES: Record<string, string> = {
  avif: "image/avif",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  mp4: "video/mp4",
  webm: "video/webm",
};

function isSame(ifNoneMatch: string | null, etag: string): boolean {
  const known = ifNoneMatch?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return known.includes(etag) || known.includes("*");
}

/** Answers with a picture of the public part of the bucket; an object is never changed under its key. */
export async function serveMedia(request: Request, segments: readonly string[], storage: Storage): Promise<Response> {
  try {
    const key = toMediaKey(segments);
    const contentType = CONTENT_TYPES[key?.split(".").at(-1)?.toLowerCase() ?? ""];
    const body = key && contentType ? await storage.find(key) : null;
    if (!body || !contentType) throw new AppError("not_found", "There is no such picture");
    const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
    const headers = { "cache-control": "public, max-age=31536000, immutable", etag };
    if (isSame(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(body), {
      headers: { ...headers, "content-type": contentType, "content-length": String(body.byteLength) },
    });
  } catch (error) {
    return toErrorResponse(error, request);
  }
}
