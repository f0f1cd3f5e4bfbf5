import { describe, expect, it } from "vitest";
import { createSizeFormats } from "./size-formats";

const en = createSizeFormats("en");
const es = createSizeFormats("es");

describe("fileSize", () => {
  it.each([
    [0, "0 kB"],
    [382, "0.4 kB"],
    [1000, "1 kB"],
    [999_999, "1,000 kB"],
    [1_000_000, "1 MB"],
    [45_298_464_000, "45 GB"],
    [5_300_000_000, "5.3 GB"],
    [2e15, "2,000 TB"],
  ])("writes %i bytes as %s", (bytes, text) => expect(en.fileSize(bytes)).toBe(text));

  it("writes as the language does", () => {
    expect(es.fileSize(5_300_000_000)).toBe("5,3 GB");
  });
});

describe("memory", () => {
  it.each([
    [512, "512 MB"],
    [1024, "1 GB"],
    [1536, "1.5 GB"],
    [16_384, "16 GB"],
  ])("writes %i MB as %s", (megabytes, text) => expect(en.memory(megabytes)).toBe(text));
});
