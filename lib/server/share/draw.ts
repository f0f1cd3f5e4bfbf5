import sharp, { type Sharp } from "sharp";
import { SHARE_SIZE } from "@/lib/shared/share-picture";
import { breakLines } from "./break-lines";
import { getLettering, type Lettering } from "./outlines";

/** What a shared picture says: the game, who publishes it, from which age on it is, and its artwork. */
export type ShareSubject = { title: string; publisher: string; minimumAge: number | null; artwork: Uint8Array | null };

const { width, height } = SHARE_SIZE;
const MARGIN = 72;
const LINE_HEIGHT = 1.08;
const QUALITY = 84;

const MARK =
  '<path fill="#ff6b3d" d="M16 1 29 5.5v11C29 24 23.6 29 16 31 8.4 29 3 24 3 16.5v-11z"/>' +
  '<path fill="#1b0702" d="M11 8.5h3.6v6.3l5.2-6.3h4.3l-5.8 6.9L24.3 23h-4.4l-4.1-5.4-1.2 1.4v4H11z"/>';

const line = (data: string, fill: string) => `<path d="${data}" fill="${fill}"/>`;

function drawBrand(letters: Lettering): string {
  const mark = `<g transform="translate(${MARGIN} 56) scale(1.9)">${MARK}</g>`;
  return mark + line(letters.outline("Kratos", MARGIN + 76, 101, 42), "#ffffff");
}

function drawAge(letters: Lettering, age: number): string {
  const text = `${age}+`;
  const textWidth = letters.widthOf(text, 40);
  const left = width - MARGIN - textWidth - 44;
  return (
    `<rect x="${left}" y="56" width="${textWidth + 44}" height="64" rx="14" fill="#000000" fill-opacity="0.65"/>` +
    line(letters.outline(text, left + 22, 102, 40), "#ffffff")
  );
}

/** The words of the picture; a title in letters that the face has not is left to the page that shows the picture. */
function drawWords(letters: Lettering, { title, publisher, minimumAge }: ShareSubject): string {
  const box = { width: width - 2 * MARGIN, sizes: [104, 88, 72, 60, 50], maxLines: 2 };
  const { lines, size } = letters.canSet(title) ? breakLines(title, box, letters.widthOf) : { lines: [], size: 0 };
  const hasPublisher = letters.canSet(publisher);
  let y = height - MARGIN;
  let words = hasPublisher ? line(letters.outline(publisher, MARGIN, y, 34), "#c9cfda") : "";
  if (hasPublisher) y -= 62;
  for (const text of lines.toReversed()) {
    words += line(letters.outline(text, MARGIN, y, size), "#ffffff");
    y -= size * LINE_HEIGHT;
  }
  return words + drawBrand(letters) + (minimumAge === null ? "" : drawAge(letters, minimumAge));
}

const SCRIM =
  '<linearGradient id="s" x1="0" y1="0" x2="0" y2="1">' +
  '<stop offset="0" stop-color="#0a0c11" stop-opacity="0.55"/><stop offset="0.3" stop-color="#0a0c11" stop-opacity="0.1"/>' +
  '<stop offset="0.55" stop-color="#0a0c11" stop-opacity="0.35"/><stop offset="1" stop-color="#0a0c11" stop-opacity="0.94"/>' +
  "</linearGradient>";

/** Behind the words where there is no artwork to show. */
const PLATE =
  '<radialGradient id="p" cx="0.85" cy="0" r="1.2">' +
  '<stop offset="0" stop-color="#8f3a1c"/><stop offset="0.45" stop-color="#3a1c14"/><stop offset="1" stop-color="#0f1118"/>' +
  "</radialGradient>";

function toSvg(body: string): Buffer {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`;
  return Buffer.from(`${head}<defs>${SCRIM}${PLATE}</defs>${body}</svg>`);
}

const fill = (id: string) => `<rect width="${width}" height="${height}" fill="url(#${id})"/>`;

const toJpeg = (image: Sharp) => image.flatten().jpeg({ quality: QUALITY, mozjpeg: true }).toBuffer();

/** The words over the artwork; null where that is no picture, such as a file that was cut off on its way in. */
async function drawOver(artwork: Uint8Array, words: string): Promise<Uint8Array | null> {
  try {
    const image = sharp(artwork).resize(width, height, { fit: "cover" });
    return await toJpeg(image.composite([{ input: toSvg(fill("s") + words) }]));
  } catch {
    return null;
  }
}

/** Draws the picture that stands for a game where a link to it is shared, as JPEG. */
export async function drawSharePicture(subject: ShareSubject): Promise<Uint8Array> {
  const words = drawWords(await getLettering(), subject);
  const picture = subject.artwork && (await drawOver(subject.artwork, words));
  return picture ?? toJpeg(sharp(toSvg(fill("p") + words)));
}
