import { clsx } from "clsx";

/** A row: what it is of, and its numbers as text. */
export type NumberRow = { key: string; name: string; cells: readonly string[] };

type NumberTableProps = {
  id: string;
  caption: string;
  /** Head of the names, then those of the numbers. */
  heads: readonly [string, ...string[]];
  rows: readonly NumberRow[];
  /** Shown to everybody; otherwise it is there for screen readers. */
  isShown: boolean;
};

/** The numbers of a chart: always in the page, in sight when asked for. */
export function NumberTable({ id, caption, heads: [nameHead, ...heads], rows, isShown }: NumberTableProps) {
  return (
    <section
      id={id}
      aria-label={caption}
      tabIndex={isShown ? 0 : undefined}
      className={clsx(isShown ? "max-h-96 overflow-auto rounded-lg border border-line" : "sr-only")}
    >
      <table className="w-full border-collapse text-sm">
        <caption className="px-3 py-2 text-left text-muted text-xs">{caption}</caption>
        <thead className="sticky top-0 bg-raised text-muted text-xs">
          <tr>
            <th scope="col" className="px-3 py-2 text-left font-semibold">
              {nameHead}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="whitespace-nowrap px-3 py-2 text-right font-semibold">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(({ key, name, cells }) => (
            <tr key={key}>
              <th scope="row" className="whitespace-nowrap px-3 py-1.5 text-left font-normal">
                {name}
              </th>
              {cells.map((cell, index) => (
                <td key={heads[index]} className="whitespace-nowrap px-3 py-1.5 text-right tabular-nums">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
