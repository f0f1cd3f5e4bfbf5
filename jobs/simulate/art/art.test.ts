import { BufferSource, EncodedPacketSink, Input, WEBM } from "mediabunny";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { PALETTES, SCENES, SUBJECTS } from "@/jobs/simulate/world/concept";
import { buildWorld } from "@/jobs/simulate/world/world";
import { MemoryStorage } from "@/jobs/train/memory-storage";
import { MEDIA_SLOTS, mediaKey, TRAILER, trailerKey } from "./media";
import { artVersion, isArtPublished, MEDIA_MANIFEST_KEY, publishArt } from "./publish";
import { drawMedia, renderMedia } from "./render";
import { breakTitle } from "./title";
import { renderTrailer } from "./trailer";

const { games } = buildWorld({ day: "2026-11-22" });
const slotOf = (name: string) => {
  const slot = MEDIA_SLOTS.find((candidate) => candidate.name === name);
  if (!slot) throw new Error(`no slot ${name}`);
  return slot;
};
const [game = games[0]] = games.filter((candidate) => candidate.slug === "wildmark");
if (!game) throw new Error("no game to draw");

class SmallStorage extends MemoryStorage {
  failAfter = Number.POSITIVE_INFINITY;

  override async put(key: string, body: string | Uint8Array): Promise<void> {
    if (this.objects.size >= this.failAfter) throw new Error("the bucket is full");
    await super.put(key, body);
  }
}

// Drawing hundreds of pictures takes seconds alone, and far longer on a busy machine.
const SLOW = { timeout: 120_000 };

describe("drawMedia", SLOW, () => {
  it("draws the same picture every time and a different one for each game", () => {
    for (const slot of MEDIA_SLOTS) expect(drawMedia(game, slot)).toBe(drawMedia(game, slot));
    const covers = games.map((candidate) => drawMedia(candidate, slotOf("cover")));
    expect(new Set(covers).size).toBe(games.length);
  });

  it.each(SCENES)("draws %s without a broken number, a fill or a font", (scene) => {
    SUBJECTS.forEach((subject, index) => {
      const palette = PALETTES[index % PALETTES.length] ?? "ember";
      const svg = MEDIA_SLOTS.map((slot) => drawMedia({ ...game, art: { scene, subject, palette } }, slot)).join("");
      expect(svg).not.toMatch(/NaN|undefined|Infinity|<text|url\(#\)/);
    });
  });

  it("sets every title in letters that are large enough to read in a grid", () => {
    for (const { title } of games) {
      const [main = title] = title.split(": ");
      const { lines, size } = breakTitle(main, "bebas", { width: 516, height: 216 });
      expect(lines.join(" ")).toBe(main);
      expect(size).toBeGreaterThan(40);
    }
  });
});

describe("renderMedia", SLOW, () => {
  it.each(MEDIA_SLOTS)("renders $name at its size, in colour", async (slot) => {
    const webp = await renderMedia(game, slot);
    const { format, width, height } = await sharp(webp).metadata();
    expect({ format, width, height }).toEqual({ format: "webp", width: slot.width, height: slot.height });
    const { entropy } = await sharp(webp).stats();
    expect(entropy).toBeGreaterThan(4);
    expect(webp.length).toBeLessThan(400_000);
  });
});

describe("renderTrailer", SLOW, () => {
  it("makes a WebM of VP8 key frames, of the size and length that it says, below a megabyte", async () => {
    const webm = await renderTrailer(game);
    expect(webm.length).toBeLessThan(1_000_000);
    const input = new Input({ source: new BufferSource(webm), formats: [WEBM] });
    const track = await input.getPrimaryVideoTrack();
    if (!track) throw new Error("no video track");
    expect({ codec: track.codec, width: track.codedWidth, height: track.codedHeight }).toEqual({
      codec: "vp8",
      width: TRAILER.width,
      height: TRAILER.height,
    });
    expect(await input.computeDuration()).toBeCloseTo(TRAILER.durationMs / 1000, 1);
    const types = new Set<string>();
    for await (const packet of new EncodedPacketSink(track).packets()) types.add(packet.type);
    expect([...types]).toEqual(["key"]);
  });
});

describe("publishArt", SLOW, () => {
  const few = games.slice(0, 3).map((one) => ({ ...one, hasTrailer: false }));

  it("stores every picture once and redraws only what has changed", async () => {
    const storage = new SmallStorage();
    expect(await isArtPublished(few, storage)).toBe(false);
    expect(await publishArt(few, storage, () => undefined)).toBe(15);
    expect(await isArtPublished(few, storage)).toBe(true);
    expect(await storage.list(`kratos/media/${few[0]?.slug}/`)).toEqual(
      MEDIA_SLOTS.map((slot) => mediaKey(few[0]?.slug ?? "", slot)).sort(),
    );
    expect(await publishArt(few, storage, () => undefined)).toBe(0);
    const renamed = few.map((candidate, index) => (index === 1 ? { ...candidate, title: "Another Name" } : candidate));
    expect(await publishArt(renamed, storage, () => undefined)).toBe(5);
    expect(artVersion(renamed[1] ?? game)).not.toBe(artVersion(few[1] ?? game));
  });

  it("stores a trailer where there is one, and nothing of a game that has shown nothing", async () => {
    const storage = new SmallStorage();
    const subjects = few.map((one, index) => ({ ...one, hasPictures: index === 1, hasTrailer: index === 1 }));
    expect(await publishArt(subjects, storage, () => undefined)).toBe(6);
    const keys = await storage.list("kratos/media/");
    expect(keys).toContain(trailerKey(few[1]?.slug ?? ""));
    expect(keys.filter((key) => key.includes(`/${few[0]?.slug}/`))).toEqual([]);
    expect(await isArtPublished(subjects, storage)).toBe(true);
  });

  it("goes on after a failure, and after a manifest that cannot be read", async () => {
    const storage = new SmallStorage();
    storage.failAfter = 4;
    await expect(publishArt(few, storage, () => undefined)).rejects.toThrow("the bucket is full");
    expect(await isArtPublished(few, storage)).toBe(false);
    storage.failAfter = Number.POSITIVE_INFINITY;
    await storage.put(MEDIA_MANIFEST_KEY, "{ half");
    await publishArt(few, storage, () => undefined);
    expect(await isArtPublished(few, storage)).toBe(true);
  });
});
