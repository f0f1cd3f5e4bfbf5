import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useFormats } from "@/app/_i18n/use-formats";
import { type Step, toPlace } from "./waterfall-steps";

const bars = {
  level: "bg-muted/60",
  up: "bg-success/80",
  down: "bg-danger/80",
  none: "bg-muted/60",
  sum: "bg-chart-1",
} as const;

function Bar({ step, steps }: { step: Step; steps: readonly Step[] }) {
  const { left, width } = toPlace(step, steps);
  const zero = toPlace({ from: 0, to: 0 }, steps).left;
  return (
    <div aria-hidden className="relative h-6">
      <span className="absolute inset-y-0 border-line border-l" style={{ left: `${zero}%` }} />
      <span
        className={clsx("absolute inset-y-1 min-w-0.5 rounded-sm", bars[step.kind])}
        style={{ left: `${left}%`, width: `${width}%` }}
      />
    </div>
  );
}

/** Bars that lead from the usual level to the forecast, each beginning where the one above it ends. */
export function Waterfall({ steps, caption }: { steps: readonly Step[]; caption: string }) {
  const t = useTranslations("forecast");
  const { amount, signed } = useFormats();
  return (
    <table className="w-full table-fixed text-sm">
      <caption className="sr-only">{caption}</caption>
      <colgroup>
        <col className="w-[38%] sm:w-[32%]" />
        <col />
        <col className="w-18" />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("why.columns.effect")}</th>
          <th scope="col">{t("why.columns.bar")}</th>
          <th scope="col">{t("why.columns.units")}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => {
          const isWhole = step.kind === "level" || step.kind === "sum";
          return (
            <tr key={step.key} className={clsx(step.kind === "sum" && "border-line border-t")}>
              <th
                scope="row"
                className={clsx(
                  "py-1.5 pr-3 text-left first-letter:uppercase",
                  isWhole ? "font-semibold" : "font-normal",
                )}
              >
                {step.name}
              </th>
              <td className="py-1.5">
                <Bar step={step} steps={steps} />
              </td>
              <td
                className={clsx(
                  "py-1.5 pl-3 text-right tabular-nums",
                  isWhole ? "font-semibold" : step.kind === "none" && "text-muted",
                )}
              >
                {isWhole ? amount(step.units) : signed(step.units)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
