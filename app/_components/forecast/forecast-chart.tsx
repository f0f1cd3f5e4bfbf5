"use client";

import { SalesChart } from "@/app/_components/charts/sales-chart";
import type { GameForecast } from "@/lib/shared/forecast";
import { useChosenDay } from "./chosen-day";

/** A game's sales and forecast; a click on a forecast day asks why it is as it is. */
export function ForecastChart({ view }: { view: GameForecast }) {
  const { day, chooseDay } = useChosenDay();
  const days = view.forecast?.days ?? [];
  return (
    <SalesChart
      name={view.game.title}
      actual={view.actual}
      forecast={days}
      discounts={view.discounts}
      chosenDay={day}
      onDayChosen={(next) => {
        if (days.some((candidate) => candidate.day === next)) chooseDay(next);
      }}
    />
  );
}
