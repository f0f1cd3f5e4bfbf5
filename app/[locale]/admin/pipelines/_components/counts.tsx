import { useTranslations } from "next-intl";
import { useFormats } from "@/app/_i18n/use-formats";
import type { Counts } from "@/lib/shared/pipelines";

/** A count that has no name in the messages: `skippedGames` and `skipped_games` read as `skipped games`. */
function toWords(name: string): string {
  return name
    .replaceAll("_", " ")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
}

/** Texts that tasks tell instead of a number, and their messages; others stay as they are. */
const KNOWN_TEXTS = { yes: "yes", no: "no", "no sales": "noSales" } as const;

function isKnownText(text: string): text is keyof typeof KNOWN_TEXTS {
  return Object.hasOwn(KNOWN_TEXTS, text);
}

/** What a task told that is no number. */
function CountText({ text }: { text: string }) {
  const t = useTranslations("pipelines");
  return isKnownText(text) ? t(`countTexts.${KNOWN_TEXTS[text]}`) : <span lang="en">{text}</span>;
}

/** The name of what was counted; the tasks that count may come to count something new. */
function useCountName(): (name: string) => string {
  const t = useTranslations("pipelines");
  return (name) => {
    const key = `counts.${name}` as Parameters<typeof t.has>[0];
    return t.has(key) ? t(key as Parameters<typeof t>[0]) : toWords(name);
  };
}

/** What a run or task counted, in the order in which it told. */
export function CountsList({ counts }: { counts: Counts }) {
  const nameOf = useCountName();
  const { count, score } = useFormats();
  const entries = Object.entries(counts);
  if (entries.length === 0) return <span className="text-muted">–</span>;
  return (
    <dl className="flex flex-wrap gap-x-3 gap-y-0.5 text-xs">
      {entries.map(([name, value]) => (
        <div key={name} className="flex gap-1">
          <dt className="text-muted">{nameOf(name)}</dt>
          {typeof value === "string" ? (
            <dd className="font-medium">
              <CountText text={value} />
            </dd>
          ) : (
            <dd className="font-medium tabular-nums">{Number.isInteger(value) ? count(value) : score(value)}</dd>
          )}
        </div>
      ))}
    </dl>
  );
}
