import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestBucket, type TestBucket } from "@/jobs/pipelines/test-bucket";
import { GET } from "./route";

const VIDEO = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
let bucket: TestBucket;

beforeAll(async () => {
  bucket = await startTestBucket();
  Object.assign(process.env, bucket.env);
  await bucket.storage.put("kratos/media/a-game/trailer.webm", VIDEO, "video/webm");
});
afterAll(() => bucket.stop());

function get(name: string, headers: HeadersInit = {}): Promise<Response> {
  const request = new Request(`http://localhost/media/a-game/${name}`, { headers });
  return GET(request, { params: Promise.resolve({ key: ["a-game", name] }) });
}

it("streams a video from a real bucket whole, and any part of it byte for byte", async () => {
  const whole = await get("trailer.webm");
  expect([whole.status, whole.headers.get("content-length")]).toEqual([200, "300000"]);
  expect(new Uint8Array(await whole.arrayBuffer())).toEqual(VIDEO);
  const part = await get("trailer.webm", { range: "bytes=1000-200999" });
  expect([part.status, part.headers.get("content-range")]).toEqual([206, "bytes 1000-200999/300000"]);
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(VIDEO.slice(1000, 201_000));
});

it("knows who has it, who asks too far, and what is not there", async () => {
  const etag = (await get("trailer.webm")).headers.get("etag") ?? "";
  expect(etag).toMatch(/^"\S+"$/);
  expect((await get("trailer.webm", { "if-none-match": etag, range: "bytes=0-9" })).status).toBe(304);
  const tooFar = await get("trailer.webm", { range: "bytes=300000-" });
  expect([tooFar.status, tooFar.headers.get("content-range")]).toEqual([416, "bytes */300000"]);
  expect((await get("other.webm", { range: "bytes=0-9" })).status).toBe(404);
});
