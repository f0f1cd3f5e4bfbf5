"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { Day } from "@/lib/shared/day";

type ChosenDay = { day: Day | undefined; chooseDay: (day: Day) => void };

const ChosenDayContext = createContext<ChosenDay>({ day: undefined, chooseDay: () => {} });

/** Keeps the day that the chart and the explanation below it look at. */
export function ChosenDayProvider({ initialDay, children }: { initialDay: Day | undefined; children: ReactNode }) {
  const [day, chooseDay] = useState(initialDay);
  return <ChosenDayContext value={{ day, chooseDay }}>{children}</ChosenDayContext>;
}

export const useChosenDay = () => useContext(ChosenDayContext);
