import { clsx } from "clsx";
import { formatAmount, formatDay, formatShare } from "@/app/_components/charts/chart-format";
import { type Accuracy, type AccuracyWindow, HORIZON_BUCKETS } from "@/lib/shared/ledger";
import { REACH_NAMES } from "./accuracy-points";

/** Smaller differences are none. */
const SAME = 0.02;

function toVerdict({ errorRatio }: Accuracy): { text: string; look: string } {
  if (errorRatio === null) return { text: "–", look: "text-muted" };
  const change = errorRatio - 1;
  if (Math.abs(change) < SAME) return { text: "the same", look: "text-muted" };
  return change < 0
    ? { text: `${formatShare(-change)} less`, look: "text-success" }
    : { text: `${formatShare(change)} more`, look: "text-danger" };
}

function Row({ name, accuracy }: { name: string; accuracy: Accuracy | null }) {
  const verdict = accuracy && toVerdict(accuracy);
  return (
    <tr>
      <th scope="row" className="whitespace-nowrap py-2 pr-3 text-left font-normal">
        {name}
      </th>
      {accuracy && verdict ? (
        <>
          <td className="py-2 text-right font-semibold tabular-nums">{formatAmount(accuracy.meanAbsError)}</td>
          <td className="py-2 pl-3 text-right text-muted tabular-nums">{formatAmount(accuracy.naiveMeanAbsError)}</td>
          <td className={clsx("whitespace-nowrap py-2 pl-3 text-right tabular-nums", verdict.look)}>{verdict.text}</td>
          <td className="whitespace-nowrap py-2 pl-3 text-right tabular-nums">{formatShare(accuracy.coverage)}</td>
        </>
      ) : (
        <td colSpan={4} className="py-2 text-right text-muted">
          not yet known
        </td>
      )}
    </tr>
  );
}

/** The errors of a window by how far ahead was forecast, beside those of repeating the last week. */
export function AccuracyTable({ window }: { window: AccuracyWindow }) {
  const head = "pb-2 pl-3 text-right align-bottom font-semibold";
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-sm">
        <caption className="pb-2 text-left text-muted text-xs">
          Mean error in units a day, {window.total?.days ?? 0} days up to {formatDay(window.through)}
        </caption>
        <thead className="border-line border-b text-muted text-xs">
          <tr>
            <th scope="col" className="pb-2 text-left align-bottom font-semibold">
              Days ahead
            </th>
            <th scope="col" className={head}>
              Ours
            </th>
            <th scope="col" className={head}>
              Repeat last week
            </th>
            <th scope="col" className={head}>
              Our error is
            </th>
            <th scope="col" className={head}>
              In band
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          <Row name={REACH_NAMES.all} accuracy={window.total} />
          {HORIZON_BUCKETS.map((bucket) => (
            <Row key={bucket} name={REACH_NAMES[bucket]} accuracy={window.buckets[bucket]} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
