import { formatCount } from "@/app/_components/charts/chart-format";
import type { Counts } from "@/lib/shared/pipelines";

/** Names that are no words. */
const MEASURES = /\b(mase|wape)\b/g;

/** `skippedGames` and `skipped_games` read as `skipped games`. */
function toWords(name: string): string {
  return name
    .replaceAll("_", " ")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replaceAll(MEASURES, (measure) => measure.toUpperCase());
}

function toText(value: Counts[string]): string {
  if (typeof value === "string") return value;
  return Number.isInteger(value) ? formatCount(value) : String(Math.round(value * 1000) / 1000);
}

/** What a run or task counted, in the order in which it told. */
export function CountsList({ counts }: { counts: Counts }) {
  const entries = Object.entries(counts);
  if (entries.length === 0) return <span className="text-muted">–</span>;
  return (
    <dl className="flex flex-wrap gap-x-3 gap-y-0.5 text-xs">
      {entries.map(([name, value]) => (
        <div key={name} className="flex gap-1">
          <dt className="text-muted">{toWords(name)}</dt>
          <dd className="font-medium tabular-nums">{toText(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
