import { describe, expect, it } from "vitest";
import type { ByteRange, StreamStorage } from "../storage/storage";
import { toMediaKey, toMediaUrl } from "./media";
import { serveMedia } from "./serve-media";

const objects = new Map<string, Uint8Array<ArrayBuffer>>([
  ["kratos/media/games/a/trailer.webm", new Uint8Array([10, 11, 12, 13, 14, 15, 16, 17, 18, 19])],
  ["kratos/media/games/a/cover.webp", new Uint8Array([1, 2, 3])],
  ["kratos/media/games/a/notes.html", new Uint8Array([4])],
  ["kratos/models/weights.bin", new Uint8Array([5])],
  ["kratos/sales_data/1/sales_data.csv", new Uint8Array([6])],
]);

function toPart(range: ByteRange | undefined, size: number): { start: number; end: number } | null {
  if (!range) return null;
  if ("last" in range) return { start: Math.max(0, size - range.last), end: size - 1 };
  return { start: range.start, end: Math.min(size - 1, range.end ?? size - 1) };
}

/** A bucket in memory that, like a lax server, resolves dots in keys. */
const storage: StreamStorage = {
  open: async (key, range) => {
    const bytes = objects.get(new URL(`s3://b/${key}`).pathname.slice(1));
    if (!bytes) return null;
    const part = toPart(range, bytes.length);
    if (part && part.start > part.end) return "unsatisfiable";
    const body = new Blob([part ? bytes.slice(part.start, part.end + 1) : bytes]).stream();
    return { body, sizeBytes: bytes.length, part, etag: '"abc"' };
  },
};

function get(segments: string[], headers: HeadersInit = {}) {
  return serveMedia(new Request("http://localhost/media/x", { headers }), segments, storage);
}

describe("serveMedia", () => {
  it("serves a picture to be kept for ever", async () => {
    const response = await get(["games", "a", "cover.webp"]);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/webp");
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
  });

  it("answers 304 without a body to who has it", async () => {
    const etag = (await get(["games", "a", "cover.webp"])).headers.get("etag") ?? "";
    const again = await get(["games", "a", "cover.webp"], { "if-none-match": `"other", W/${etag}` });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect((await get(["games", "a", "cover.webp"], { "if-none-match": '"other"' })).status).toBe(200);
  });

  it.each([
    ["bytes=0-", "bytes 0-9/10", [10, 11, 12, 13, 14, 15, 16, 17, 18, 19]],
    ["bytes=2-4", "bytes 2-4/10", [12, 13, 14]],
    ["bytes=8-99", "bytes 8-9/10", [18, 19]],
    ["bytes=-3", "bytes 7-9/10", [17, 18, 19]],
  ])("serves the part %s of a video", async (range, contentRange, bytes) => {
    const response = await get(["games", "a", "trailer.webm"], { range });
    expect(response.status).toBe(206);
    expect(response.headers.get("content-type")).toBe("video/webm");
    expect(response.headers.get("content-range")).toBe(contentRange);
    expect(response.headers.get("content-length")).toBe(String(bytes.length));
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual(bytes);
  });

  it("refuses bytes behind the end, and says how many there are", async () => {
    const response = await get(["games", "a", "trailer.webm"], { range: "bytes=10-" });
    expect(response.status).toBe(416);
    expect(response.headers.get("content-range")).toBe("bytes */10");
  });

  it.each<Record<string, string>>([{ range: "bytes=0-1,4-5" }, { range: "bytes=2-4", "if-range": '"old"' }])(
    "serves a whole video, and says that parts can be had, to %o",
    async (headers) => {
      const response = await get(["games", "a", "trailer.webm"], headers);
      expect(response.status).toBe(200);
      expect(response.headers.get("accept-ranges")).toBe("bytes");
      expect((await response.arrayBuffer()).byteLength).toBe(10);
    },
  );

  it("goes on with the part where nothing changed", async () => {
    const headers = { range: "bytes=2-4", "if-range": '"abc"' };
    expect((await get(["games", "a", "trailer.webm"], headers)).status).toBe(206);
  });

  it.each([
    ["a picture that is not there", ["games", "b", "cover.webp"]],
    ["a page", ["games", "a", "notes.html"]],
    ["the models", ["..", "models", "weights.bin"]],
    ["the models, encoded once more", ["..%2f..%2fkratos%2fmodels%2fweights.bin"]],
    ["the models in one segment", ["../models/weights.bin"]],
    ["the sales", ["games", "..", "..", "sales_data", "1", "sales_data.csv"]],
    ["a backslash", ["..\\models\\weights.bin"]],
    ["a NUL", ["games\0", "cover.webp"]],
    ["an absolute key", ["", "kratos", "models", "weights.bin"]],
    ["nothing", []],
  ])("has no %s", async (_name, segments) => {
    const response = await get(segments);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: "not_found" } });
  });
});

describe("media keys", () => {
  it("are the addresses that they are served at, and back", () => {
    expect(toMediaUrl("kratos/media/games/a/cover.webp")).toBe("/media/games/a/cover.webp");
    expect(toMediaKey(["games", "a", "cover.webp"])).toBe("kratos/media/games/a/cover.webp");
  });

  it.each(["kratos/models/x.bin", "media/x.webp", "kratos/media/../models/x.bin", "kratos/media/", "kratos/media//x"])(
    "gives %s no address",
    (key) => expect(toMediaUrl(key)).toBeNull(),
  );
});
