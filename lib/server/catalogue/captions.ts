import { say } from "@/lib/shared/say";
import type { Db } from "../db";
import { AppError } from "../errors";

/** A caption of a video whose length nobody wrote down stays for this long. */
const UNKNOWN_LENGTH_MS = 60_000;

const pad = (value: number, digits: number) => String(value).padStart(digits, "0");

function toTime(ms: number): string {
  const [hours, minutes, seconds] = [
    Math.floor(ms / 3_600_000),
    Math.floor(ms / 60_000) % 60,
    Math.floor(ms / 1000) % 60,
  ];
  return `${pad(hours, 2)}:${pad(minutes, 2)}:${pad(seconds, 2)}.${pad(Math.floor(ms) % 1000, 3)}`;
}

/** Text of a cue: `-->` and a blank line would end it, and `<` and `&` are marks. */
function toCueText(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Captions of a video that says nothing: what it shows, from its beginning to its end, as WebVTT. */
export function toWebVtt(text: string, durationMs: number | null): string {
  return `WEBVTT\n\n${toTime(0)} --> ${toTime(durationMs ?? UNKNOWN_LENGTH_MS)}\n${toCueText(text)}\n`;
}

/** The captions of a published game's video; throws `not_found`. */
export async function getCaptions(id: string, db: Db): Promise<string> {
  const video = await db.media.findFirst({
    where: { id, kind: "video", game: { status: "published" } },
    select: { alt: true, durationMs: true },
  });
  if (!video) throw new AppError("not_found", say("errors.nothingHere"));
  return toWebVtt(video.alt, video.durationMs);
}
