import { useTranslations } from "next-intl";
import { useFormats } from "@/app/_i18n/use-formats";
import { type Accuracy, type AccuracyWindow, HORIZON_BUCKETS } from "@/lib/shared/ledger";

/** Smaller differences are none. */
const SAME = 0.02;

/** Whether our error is smaller or larger than that of repeating the last week. */
function Verdict({ errorRatio }: Pick<Accuracy, "errorRatio">) {
  const t = useTranslations("forecast");
  const { share } = useFormats();
  if (errorRatio === null) return <span className="text-muted">–</span>;
  const change = errorRatio - 1;
  if (Math.abs(change) < SAME) return <span className="text-muted">{t("accuracy.table.same")}</span>;
  return change < 0 ? (
    <span className="text-success">{t("accuracy.table.less", { share: share(-change) })}</span>
  ) : (
    <span className="text-danger">{t("accuracy.table.more", { share: share(change) })}</span>
  );
}

function Row({ name, accuracy }: { name: string; accuracy: Accuracy | null }) {
  const t = useTranslations("forecast");
  const { tenths, share } = useFormats();
  return (
    <tr>
      <th scope="row" className="whitespace-nowrap py-2 pr-3 text-left font-normal">
        {name}
      </th>
      {accuracy ? (
        <>
          <td className="py-2 text-right font-semibold tabular-nums">{tenths(accuracy.meanAbsError)}</td>
          <td className="py-2 pl-3 text-right text-muted tabular-nums">{tenths(accuracy.naiveMeanAbsError)}</td>
          <td className="whitespace-nowrap py-2 pl-3 text-right tabular-nums">
            <Verdict errorRatio={accuracy.errorRatio} />
          </td>
          <td className="whitespace-nowrap py-2 pl-3 text-right tabular-nums">{share(accuracy.coverage)}</td>
        </>
      ) : (
        <td colSpan={4} className="py-2 text-right text-muted">
          {t("accuracy.table.notKnown")}
        </td>
      )}
    </tr>
  );
}

/** The errors of a window by how far ahead was forecast, beside those of repeating the last week. */
export function AccuracyTable({ window }: { window: AccuracyWindow }) {
  const t = useTranslations("forecast");
  const { day } = useFormats();
  const caption = t("accuracy.table.caption", { days: window.total?.days ?? 0, day: day(window.through) });
  const head = "pb-2 pl-3 text-right align-bottom font-semibold";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-sm">
        <caption className="pb-2 text-left text-muted text-xs">{caption}</caption>
        <thead className="border-line border-b text-muted text-xs">
          <tr>
            <th scope="col" className="pb-2 text-left align-bottom font-semibold">
              {t("accuracy.reach.label")}
            </th>
            <th scope="col" className={head}>
              {t("accuracy.table.ours")}
            </th>
            <th scope="col" className={head}>
              {t("accuracy.table.naive")}
            </th>
            <th scope="col" className={head}>
              {t("accuracy.table.verdict")}
            </th>
            <th scope="col" className={head}>
              {t("accuracy.table.inBand")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          <Row name={t("accuracy.reach.all")} accuracy={window.total} />
          {HORIZON_BUCKETS.map((bucket) => (
            <Row key={bucket} name={t(`accuracy.reach.${bucket}`)} accuracy={window.buckets[bucket]} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
