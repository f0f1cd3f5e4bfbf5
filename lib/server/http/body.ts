import { say } from "@/lib/shared/say";
import { AppError } from "../errors";

/** Largest JSON body that a handler takes unless it asks for another. */
export const MAX_BODY_BYTES = 64 * 1024;

async function readBytes(request: Request, maxBytes: number): Promise<string> {
  const tooLarge = () => new AppError("payload_too_large", say("errors.bodyTooLarge", { max: maxBytes }));
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  if (!request.body) return "";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Reads a body of limited size as text; bytes that are not UTF-8, and one that breaks off, are `bad_request`. */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  try {
    return await readBytes(request, maxBytes);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("bad_request", say("errors.bodyNoText"), { cause });
  }
}

/** Reads a JSON body of limited size; an empty one is undefined. */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const text = await readText(request, maxBytes);
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch (cause) {
    throw new AppError("bad_request", say("errors.bodyNoJson"), { cause });
  }
}
