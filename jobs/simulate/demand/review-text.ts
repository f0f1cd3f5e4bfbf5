import type { Random } from "@/jobs/simulate/random";
import type { WorldGame } from "@/jobs/simulate/world/game";
import { GENRE_REMARKS, TAG_REMARKS } from "./review-genres";
import {
  BAD_ENDS,
  BAD_MIDDLES,
  BAD_OPENINGS,
  GOOD_ENDS,
  GOOD_MIDDLES,
  GOOD_OPENINGS,
  MIXED,
  QUEST_QUIBBLES,
  QUIBBLES,
  STORY_COMPLAINTS,
  STORY_MIDDLES,
  STORY_OPENINGS,
} from "./review-phrases";

type Verdict = { isRecommended: boolean; stars: number };

/** Titles as players shorten them. */
function shortTitle(title: string): string {
  const head = title.split(":")[0] ?? title;
  return head.length > 22 ? "this" : head;
}

function fill(template: string, game: WorldGame, hours: number): string {
  const text = template
    .replaceAll("{title}", shortTitle(game.title))
    .replaceAll("{studio}", game.developer)
    .replaceAll("{hours}", String(hours));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Hours that somebody would have played: longer for big games, short where they gave up. */
function drawHours(game: WorldGame, verdict: Verdict, random: Random): number {
  const usual = { indie: 9, mid: 22, big: 46 }[game.scale] * (game.arc === "live" ? 2 : 1);
  return Math.max(2, Math.round(usual * random.gamma(2) * (verdict.isRecommended ? 1 : 0.4)));
}

function remarksOf(game: WorldGame, tone: "good" | "bad"): readonly string[] {
  const byTag = game.tags.flatMap((tag) => TAG_REMARKS[tag]?.[tone] ?? []);
  const [genre] = game.genres;
  return [...byTag, ...(genre ? GENRE_REMARKS[genre][tone] : [])];
}

const QUEST_GENRES: ReadonlySet<string> = new Set(["action", "adventure", "rpg", "survival", "open-world"]);

type Phrases = Record<"openings" | "middles" | "quibbles" | "ends", readonly string[]>;

/** The general phrases that fit the game and the verdict. */
function phrasesFor(game: WorldGame, { isRecommended, stars }: Verdict): Phrases {
  const hasEnd = game.arc === "story";
  const hasQuests = game.genres.some((genre) => QUEST_GENRES.has(genre));
  const liked = hasEnd ? [...GOOD_OPENINGS, ...STORY_OPENINGS] : GOOD_OPENINGS;
  const openings = stars === 3 ? MIXED : isRecommended ? liked : BAD_OPENINGS;
  const middles = isRecommended
    ? [...GOOD_MIDDLES, ...(hasEnd ? STORY_MIDDLES : [])]
    : [...BAD_MIDDLES, ...(hasEnd ? STORY_COMPLAINTS : [])];
  const quibbles = hasQuests ? [...QUIBBLES, ...QUEST_QUIBBLES] : QUIBBLES;
  return { openings, middles, quibbles, ends: isRecommended ? GOOD_ENDS : BAD_ENDS };
}

/** What a player of the game might write: openings, remarks that fit its genre and tags, a quibble, a close. */
export function writeReview(game: WorldGame, verdict: Verdict, random: Random): string {
  const hours = drawHours(game, verdict, random);
  const { openings, middles, quibbles, ends } = phrasesFor(game, verdict);
  const remarks = random.sample(remarksOf(game, verdict.isRecommended ? "good" : "bad"), random.int(1, 2));
  const parts: string[] = [];
  if (random.chance(0.72)) parts.push(random.pick(openings));
  parts.push(...remarks);
  if (random.chance(0.4)) parts.push(random.pick(middles));
  if (verdict.isRecommended && verdict.stars <= 4 && random.chance(0.55)) parts.push(random.pick(quibbles));
  if (verdict.stars !== 3 && random.chance(0.42)) parts.push(random.pick(ends));
  const body = parts.map((part) => fill(part, game, hours)).join(" ");
  return random.chance(0.1) ? body.replace(/\. (?=[A-Z])/, ".\n\n") : body;
}
