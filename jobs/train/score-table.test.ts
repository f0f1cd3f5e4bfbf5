import { describe, expect, it } from "vitest";
import { CONTESTANTS, type Evaluation, SEGMENTS } from "@/jobs/model/evaluate";
import type { Metrics } from "@/jobs/model/metrics";
import { formatScoreTable } from "./score-table";

const score: Metrics = { mase: 0.61234, wape: 0.4, pinball: 0.1, coverage: 0.801, bias: -0.02, games: 1 };
const none: Metrics = { mase: 0, wape: 0, pinball: 0, coverage: 0, bias: 0, games: 0 };

/** Scores of so many games in each segment, each contestant a little worse than the one before. */
function createEvaluation(games: Partial<Record<(typeof SEGMENTS)[number], number>>): Evaluation {
  const toMetrics = (count: number, place: number) =>
    count > 0 ? { ...score, games: count, mase: score.mase + place } : none;
  return Object.fromEntries(
    SEGMENTS.map((segment) => [
      segment,
      Object.fromEntries(CONTESTANTS.map((name, place) => [name, toMetrics(games[segment] ?? 0, place)])),
    ]),
  ) as Evaluation;
}

describe("formatScoreTable", () => {
  it("sets what is served beside the rules, in columns", () => {
    const lines = formatScoreTable(createEvaluation({ all: 12 })).split("\n");
    expect(lines[0]).toBe("Held-out last 60 days, all games (12 games):");
    expect(lines[2]).toMatch(/^Kratos, as served +0\.612 +0\.400 +0\.100 +80\.1 % +-2\.0 %$/);
    expect(lines[3]).toMatch(/^its networks alone +1\.612/);
    expect(lines).toHaveLength(2 + CONTESTANTS.length);
    expect(new Set(lines.slice(1).map((line) => line.length)).size).toBe(1);
  });

  it("leaves the bands of the rules out: they forecast points", () => {
    const line = formatScoreTable(createEvaluation({ all: 12 }))
      .split("\n")
      .at(-1);
    expect(line).toMatch(/^AutoETS +4\.612 +0\.400 +-2\.0 %$/);
  });

  it("has a block for every segment with games, and says so where there is none", () => {
    const blocks = formatScoreTable(createEvaluation({ all: 3, top: 2, young: 1 })).split("\n\n");
    expect(blocks.map((block) => block.split("\n")[0])).toEqual([
      "Held-out last 60 days, all games (3 games):",
      "Held-out last 60 days, top 10 (2 games):",
      "Held-out last 60 days, launched within 90 days (1 game):",
    ]);
    expect(formatScoreTable(createEvaluation({}))).toBe("No game could be held out.");
  });
});
