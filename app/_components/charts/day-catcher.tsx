"use client";

import { usePlotArea } from "recharts";
import type { Day } from "@/lib/shared/day";

type DayCatcherProps = {
  /** The days that the chart shows, of equal width. */
  days: readonly Day[];
  onDayChosen: (day: Day) => void;
};

/**
 * Tells on which day of a chart was clicked or tapped, from where that was: the chart's own click event still names the
 * day before a tap. By keyboard, a day is chosen in the list.
 */
export function DayCatcher({ days, onDayChosen }: DayCatcherProps) {
  const area = usePlotArea();
  if (!area) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list of days is the way by keyboard
    <rect
      x={area.x}
      y={area.y}
      width={area.width}
      height={area.height}
      fill="transparent"
      className="cursor-pointer"
      onClick={(event) => {
        const { left, width } = event.currentTarget.getBoundingClientRect();
        const day = days[Math.floor(((event.clientX - left) / width) * days.length)];
        if (day) onDayChosen(day);
      }}
    />
  );
}
