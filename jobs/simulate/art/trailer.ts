import sharp from "sharp";
import { MEDIA_SLOTS, type MediaSlot, TRAILER } from "./media";
import { type ArtSubject, makeCanvas } from "./poster";
import { drawMedia } from "./render";
import { rect, toDocument } from "./svg";
import { drawTitle, faceOf } from "./title";
import { toWebm } from "./webm";

const SIZE = { width: TRAILER.width, height: TRAILER.height } as const;
/** Pictures are this much larger than the frame that pans over them. */
const STAGE = { width: 800, height: 450 } as const;
const FRAMES_PER_SECOND = 12;
const QUALITY = 46;
const EFFORT = 2;

type Point = { x: number; y: number };
type Scene = { slot: MediaSlot["name"]; frames: number; from: Point; to: Point; hasTitle?: true };

const ROOM = { x: STAGE.width - SIZE.width, y: STAGE.height - SIZE.height };

/** Slow pans over the artwork and two places of the game, then its name. */
const SCENES: readonly Scene[] = [
  { slot: "hero", frames: 18, from: { x: 0, y: ROOM.y }, to: { x: ROOM.x, y: 0 } },
  { slot: "shot-1", frames: 13, from: { x: ROOM.x, y: 0 }, to: { x: 0, y: 0 } },
  { slot: "shot-2", frames: 13, from: { x: 0, y: 0 }, to: { x: ROOM.x / 2, y: ROOM.y } },
  {
    slot: "hero",
    frames: 16,
    from: { x: ROOM.x / 2, y: ROOM.y / 2 },
    to: { x: ROOM.x, y: ROOM.y / 2 },
    hasTitle: true,
  },
];

function slotOf(name: string): MediaSlot {
  const slot = MEDIA_SLOTS.find((one) => one.name === name);
  if (!slot) throw new Error(`no picture ${name}`);
  return slot;
}

async function paint(game: ArtSubject, name: string): Promise<Buffer> {
  const svg = Buffer.from(drawMedia(game, slotOf(name)));
  return sharp(svg).resize(STAGE.width, STAGE.height).removeAlpha().raw().toBuffer();
}

function paintTitle(game: ArtSubject): Promise<Buffer> {
  const canvas = makeCanvas(game, "trailer", SIZE.width, SIZE.height);
  const [genre = "action"] = game.genres;
  const box = { x: SIZE.width / 2, y: SIZE.height * 0.3, width: SIZE.width * 0.8, height: SIZE.height * 0.42 };
  const shade = rect(0, 0, SIZE.width, SIZE.height, canvas.colours.near, 'opacity="0.72"');
  const { body } = drawTitle(canvas, game.title, faceOf(game.slug, genre), { ...box, from: "top" });
  return sharp(Buffer.from(toDocument(canvas, shade + body)))
    .png()
    .toBuffer();
}

/** Where a pan stands: slow at both ends. */
function panAt({ from, to, frames }: Scene, frame: number): { left: number; top: number } {
  const share = frames > 1 ? frame / (frames - 1) : 0;
  const eased = share * share * (3 - 2 * share);
  return { left: Math.round(from.x + (to.x - from.x) * eased), top: Math.round(from.y + (to.y - from.y) * eased) };
}

async function* drawFrames(game: ArtSubject): AsyncGenerator<Buffer> {
  const title = await paintTitle(game);
  for (const scene of SCENES) {
    const stage = await paint(game, scene.slot);
    for (let frame = 0; frame < scene.frames; frame += 1) {
      const image = sharp(stage, { raw: { ...STAGE, channels: 3 } }).extract({ ...panAt(scene, frame), ...SIZE });
      if (scene.hasTitle) image.composite([{ input: title }]);
      yield image.removeAlpha().webp({ quality: QUALITY, effort: EFFORT }).toBuffer();
    }
  }
}

/** Goes into the version of every trailer: raise it when the drawing changes, so that stored trailers are redrawn. */
export const TRAILER_VERSION = 1;

/** A game's trailer as WebM, without sound: a pure function of the game. */
export function renderTrailer(game: ArtSubject): Promise<Uint8Array> {
  return toWebm(drawFrames(game), SIZE, FRAMES_PER_SECOND);
}
