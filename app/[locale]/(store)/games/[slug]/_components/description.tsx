const BULLET = /^\s*[•*-]\s+/;

type Block = { key: string; lines: string[]; isList: boolean };

/** Splits plain text into paragraphs and lists at blank lines; markup in it stays text. */
function toBlocks(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.split("\n").filter((line) => line.trim() !== ""))
    .filter((lines) => lines.length > 0)
    .map((lines, place) => ({
      key: `${place} ${lines[0] ?? ""}`,
      lines,
      isList: lines.every((line) => BULLET.test(line)),
    }));
}

/** The long description. */
export function Description({ text }: { text: string }) {
  return (
    <div className="grid max-w-3xl gap-4 text-pretty text-foreground/90 leading-relaxed">
      {toBlocks(text).map(({ key, lines, isList }) =>
        isList ? (
          <ul key={key} className="grid list-disc gap-1.5 pl-5 marker:text-primary">
            {lines.map((line) => (
              <li key={line}>{line.replace(BULLET, "")}</li>
            ))}
          </ul>
        ) : (
          <p key={key} className="whitespace-pre-line">
            {lines.join("\n")}
          </p>
        ),
      )}
    </div>
  );
}
