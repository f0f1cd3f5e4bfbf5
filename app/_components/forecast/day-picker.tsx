"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Select } from "@/app/_components/ui/select";
import { useFormats } from "@/app/_i18n/use-formats";
import type { Day } from "@/lib/shared/day";
import type { ForecastDayDetail } from "@/lib/shared/forecast";

type DayPickerProps = { days: readonly ForecastDayDetail[]; day: Day; onDayChosen: (day: Day) => void };

/** Chooses a day of the forecast: from the list, or step by step. */
export function DayPicker({ days, day, onDayChosen }: DayPickerProps) {
  const t = useTranslations("forecast");
  const { weekday } = useFormats();
  const index = days.findIndex((candidate) => candidate.day === day);
  const goTo = (place: number) => {
    const next = days[place];
    if (next) onDayChosen(next.day);
  };
  return (
    <div className="flex items-end gap-2">
      <Field label={t("why.day")} className="min-w-0 grow">
        <Select value={day} onChange={(event) => onDayChosen(event.target.value)}>
          {days.map((candidate) => (
            <option key={candidate.day} value={candidate.day}>
              {t("why.dayUnits", { day: weekday(candidate.day), units: candidate.units })}
            </option>
          ))}
        </Select>
      </Field>
      <Button
        variant="secondary"
        className="px-3"
        disabled={index <= 0}
        onClick={() => goTo(index - 1)}
        aria-label={t("why.dayBefore")}
      >
        <ChevronLeft aria-hidden />
      </Button>
      <Button
        variant="secondary"
        className="px-3"
        disabled={index >= days.length - 1}
        onClick={() => goTo(index + 1)}
        aria-label={t("why.dayAfter")}
      >
        <ChevronRight aria-hidden />
      </Button>
    </div>
  );
}
