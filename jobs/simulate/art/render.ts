import sharp from "sharp";
import { Random } from "@/jobs/simulate/random";
import type { MediaSlot } from "./media";
import { type ArtSubject, drawCover, drawHero } from "./poster";
import { drawScreenshot } from "./screenshot";

/** Goes into the version of every picture: raise it when the drawing changes, so that stored pictures are redrawn. */
export const ART_VERSION = 2;

const QUALITY = 82;
/** libwebp's effort, 0 to 6: above 2 it costs more time than it saves bytes. */
const EFFORT = 2;
const GRAIN_SIZE = 256;
const GRAIN_ALPHA = 13;

// Every picture is drawn once: what libvips would keep for a second time is only memory.
sharp.cache(false);

let grainTile: Buffer | undefined;

/** A tile of faint noise, which hides the steps of wide gradients. */
function grain(): Buffer {
  if (!grainTile) {
    const random = new Random(1, "grain");
    grainTile = Buffer.alloc(GRAIN_SIZE * GRAIN_SIZE * 4);
    for (let pixel = 0; pixel < GRAIN_SIZE * GRAIN_SIZE; pixel += 1) {
      grainTile.fill(random.chance(0.5) ? 255 : 0, pixel * 4, pixel * 4 + 3);
      grainTile[pixel * 4 + 3] = Math.floor(random.float() * GRAIN_ALPHA);
    }
  }
  return grainTile;
}

/** The picture as SVG: a pure function of game and slot. */
export function drawMedia(game: ArtSubject, slot: MediaSlot): string {
  if (slot.kind === "cover") return drawCover(game, slot.width, slot.height);
  if (slot.kind === "hero") return drawHero(game, slot.width, slot.height);
  return drawScreenshot(game, slot.position, slot.width, slot.height);
}

/** The picture as WebP. */
export async function renderMedia(game: ArtSubject, slot: MediaSlot): Promise<Uint8Array> {
  const image = sharp(Buffer.from(drawMedia(game, slot)));
  if (slot.kind !== "screenshot") {
    const raw = { width: GRAIN_SIZE, height: GRAIN_SIZE, channels: 4 } as const;
    image.composite([{ input: grain(), raw, tile: true, blend: "over" }]);
  }
  return image.removeAlpha().webp({ quality: QUALITY, effort: EFFORT }).toBuffer();
}
