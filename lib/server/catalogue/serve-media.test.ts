import { describe, expect, it } from "vitest";
import type { Storage } from "../storage/storage";
import { toMediaKey, toMediaUrl } from "./media";
import { serveMedia } from "./serve-media";

const objects = new Map([
  ["kratos/media/games/a/cover.webp", new Uint8Array([1, 2, 3])],
  ["kratos/media/games/a/notes.html", new Uint8Array([4])],
  ["kratos/models/weights.bin", new Uint8Array([5])],
  ["kratos/sales_data/1/sales_data.csv", new Uint8Array([6])],
]);

/** A bucket in memory that, like a lax server, resolves dots in keys. */
const storage = {
  find: async (key: string) => objects.get(new URL(`s3://b/${key}`).pathname.slice(1)) ?? null,
} as Storage;

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
