import type { ReactNode } from "react";
import { formatDay } from "@/app/_components/charts/chart-format";
import { Card } from "@/app/_components/ui/card";
import type { GameForecast } from "@/lib/shared/forecast";
import type { DiscountSpan } from "@/lib/shared/sales";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted text-xs">{name}</dt>
      <dd className="break-words font-medium">{children}</dd>
    </div>
  );
}

type Forecast = NonNullable<GameForecast["forecast"]>;

type HowToReadProps = { forecast: Forecast; discounts: readonly DiscountSpan[] };

/** How to read the forecast's line and bands. */
export function HowToRead({ forecast: { madeFrom }, discounts }: HowToReadProps) {
  const ahead = discounts.filter(({ to }) => to > madeFrom);
  return (
    <Card className="grid content-start gap-3 p-4 text-sm sm:p-5">
      <h2 className="font-semibold text-lg">How to read the bands</h2>
      <p className="text-muted">
        The dashed line is the number of units we expect on each day. On 8 days of 10 the real number should lie within
        the wide, paler band; on 1 of 10 it should be higher, on 1 of 10 lower. On every other day it should lie within
        the narrow, stronger one.
      </p>
      <p className="text-muted">
        A sum of several days has a range of its own: good and bad days partly cancel out, so that it is narrower than
        the days' bands added up. It, too, should hold 8 times in 10.
      </p>
      <p className="text-muted">
        Discounts that are already planned are part of the forecast
        {ahead.length > 0
          ? `: ${ahead.map(({ name, discountPercent }) => `${name} (−${discountPercent} %)`).join(", ")}.`
          : "; none is planned for these days."}{" "}
        A new one changes it from the next night on.
      </p>
    </Card>
  );
}

/** What a forecast was made from, and by which model. */
export function WhereItComesFrom({ forecast: { model, madeFrom, source, days } }: { forecast: Forecast }) {
  const lastDay = days.at(-1)?.day;
  return (
    <Card className="content-start p-4 text-sm sm:p-5">
      <h2 className="mb-3 font-semibold text-lg">Where it comes from</h2>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[repeat(auto-fit,minmax(13rem,1fr))]">
        <Fact name="Made from sales up to">{formatDay(madeFrom)}</Fact>
        {lastDay && <Fact name="Reaches to">{formatDay(lastDay)}</Fact>}
        <Fact name="Made by">{source.words}</Fact>
        <Fact name="Model">{model.version}</Fact>
        <Fact name="Trained on sales up to">{formatDay(model.trainedThrough)}</Fact>
        <Fact name="Trained with">
          TensorFlow.js, {model.backend === "wasm" ? "WebAssembly" : model.backend} backend
        </Fact>
      </dl>
    </Card>
  );
}
