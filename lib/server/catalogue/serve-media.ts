import { say } from "@/lib/shared/say";
import { AppError } from "../errors";
import { toErrorResponse } from "../http/handler";
import { serveObject } from "../http/serve-object";
import type { StreamStorage } from "../storage/storage";
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

/** Answers with a picture or video of the public part of the bucket; an object is never changed under its key. */
export async function serveMedia(
  request: Request,
  segments: readonly string[],
  storage: StreamStorage,
): Promise<Response> {
  try {
    const key = toMediaKey(segments);
    const contentType = CONTENT_TYPES[key?.split(".").at(-1)?.toLowerCase() ?? ""];
    if (key && contentType) {
      const headers = { "content-type": contentType, "cache-control": "public, max-age=31536000, immutable" };
      const response = await serveObject(request, storage, key, headers);
      if (response) return response;
    }
    throw new AppError("not_found", say("errors.nothingHere"));
  } catch (error) {
    return toErrorResponse(error, request);
  }
}
