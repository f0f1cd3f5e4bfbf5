import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { makeDemoBuild } from "./demo-build";
import { toZip } from "./zip";

/** Reads an archive from its end, as programs do: the directory, then each file where that says it lies. */
function readZip(zip: Buffer): Map<string, string> {
  const end = zip.length - 22;
  expect(zip.readUInt32LE(end)).toBe(0x0605_4b50);
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  expect(at + zip.readUInt32LE(end + 12)).toBe(end);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect(zip.readUInt32LE(at)).toBe(0x0201_4b50);
    const [crc, size, nameLength] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28)];
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    expect(zip.readUInt32LE(local)).toBe(0x0403_4b50);
    expect(zip.toString("utf8", local + 30, local + 30 + zip.readUInt16LE(local + 26))).toBe(name);
    const data = zip.subarray(local + 30 + nameLength, local + 30 + nameLength + size);
    expect(crc32(data)).toBe(crc);
    files.set(name, data.toString());
    at += 46 + nameLength;
  }
  return files;
}

describe("toZip", () => {
  it("stores files under their names, whatever letters they have", () => {
    const entries = [
      { name: "a/ünder the sea.txt", data: Buffer.from("wet ☂") },
      { name: "b.txt", data: Buffer.alloc(0) },
    ];
    expect([...readZip(toZip(entries))]).toEqual([
      ["a/ünder the sea.txt", "wet ☂"],
      ["b.txt", ""],
    ]);
  });
});

describe("makeDemoBuild", () => {
  const subject = { slug: "a-game", title: "A Game", version: "1.2.3", platform: "linux" };

  it("makes the same file every time, and says what is in it", () => {
    const build = makeDemoBuild(subject);
    expect(makeDemoBuild(subject)).toEqual(build);
    expect(build.key).toBe(`kratos/builds/a-game/a-game-1.2.3-linux-${build.sha256.slice(0, 12)}.zip`);
    expect(build.sha256).toBe(createHash("sha256").update(build.body).digest("hex"));
    expect(readZip(build.body).get("a-game-1.2.3-linux/README.txt")).toContain("A Game 1.2.3 for linux");
    expect(makeDemoBuild({ ...subject, version: "1.2.4" }).sha256).not.toBe(build.sha256);
  });

  it("lies elsewhere once it holds something else", () => {
    expect(makeDemoBuild({ ...subject, title: "A Better Game" }).key).not.toBe(makeDemoBuild(subject).key);
  });
});
