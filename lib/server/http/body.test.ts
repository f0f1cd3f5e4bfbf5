import { expect, it } from "vitest";
import { readSaid } from "@/lib/shared/say";
import { refusalOf } from "../test-refusal";
import { readJson, readText } from "./body";

const requestOf = (body: BodyInit) =>
  new Request("http://shop.test/", { method: "POST", body, duplex: "half" } as RequestInit);

it("reads a text in whatever pieces it comes", async () => {
  const bytes = new TextEncoder().encode("a=é🎮");
  const pieces = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    },
  });
  expect(await readText(requestOf(pieces), 100)).toBe("a=é🎮");
});

it.each([
  ["bytes that are no text", () => new Uint8Array([0x61, 0x3d, 0xff, 0xfe])],
  ["a text cut within a letter", () => new TextEncoder().encode("é").slice(0, 1)],
  ["a body that breaks off", () => new ReadableStream({ pull: (controller) => controller.error(new Error("gone")) })],
])("says of %s that the request is bad", async (_what, body) => {
  expect((await refusalOf(readText(requestOf(body()), 100))).code).toBe("bad_request");
});

it.each([
  ["what is too large", "12345", "bodyTooLarge"],
  ["what is no JSON", "{", "bodyNoJson"],
  ["what is no text", new Uint8Array([0xff]), "bodyNoText"],
])("says of %s what is wrong in the reader's language", async (_what, body, key) => {
  const { message } = await refusalOf(readJson(requestOf(body), 4));
  expect(readSaid(message)?.key).toBe(`errors.${key}`);
});
