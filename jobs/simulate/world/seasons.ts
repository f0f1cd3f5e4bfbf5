import { addDays, type Day, weekdayOf } from "@/lib/shared/day";

/** A sale of the whole store, both days included. */
export interface SeasonalSale {
  name: string;
  startDay: Day;
  endDay: Day;
}

const FIXED_SALES = [
  { name: "New Year Sale", start: "01-29", days: 7 },
  { name: "Spring Sale", start: "03-14", days: 8 },
  { name: "Summer Sale", start: "06-25", days: 15 },
  { name: "Back to School Sale", start: "09-08", days: 6 },
  { name: "Fright Week", start: "10-26", days: 7 },
  { name: "Winter Sale", start: "12-20", days: 15 },
] as const;

/** The fourth Thursday of November. */
export function thanksgivingOf(year: number): Day {
  const first = `${year}-11-01`;
  const toThursday = (3 - weekdayOf(first) + 7) % 7;
  return addDays(first, toThursday + 21);
}

/** Seasonal sales that overlap the span, each with its year in the name. */
export function listSeasonalSales(from: Day, to: Day): SeasonalSale[] {
  const sales: SeasonalSale[] = [];
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)); year += 1) {
    for (const { name, start, days } of FIXED_SALES) {
      const startDay = `${year}-${start}`;
      sales.push({ name: `${name} ${year}`, startDay, endDay: addDays(startDay, days - 1) });
    }
    const autumn = addDays(thanksgivingOf(year), -1);
    sales.push({ name: `Autumn Sale ${year}`, startDay: autumn, endDay: addDays(autumn, 6) });
  }
  return sales.filter((sale) => sale.startDay <= to && sale.endDay >= from);
}

const HOLIDAY_DAYS: ReadonlyMap<string, number> = new Map([
  ["01-01", 1.22],
  ["02-14", 1.05],
  ["05-01", 1.06],
  ["07-04", 1.08],
  ["12-24", 1.12],
  ["12-25", 1.3],
  ["12-26", 1.28],
  ["12-31", 1.14],
]);

const MONTH_FACTORS = [1.02, 0.96, 0.97, 0.97, 0.95, 1.0, 1.05, 1.03, 0.93, 0.98, 1.05, 1.12] as const;

/** How much more or less than on a plain day is bought for the season, the holidays and their eves. */
export function seasonFactor(day: Day): number {
  const month = Number(day.slice(5, 7)) - 1;
  const dayOfMonth = Number(day.slice(8, 10));
  const here = MONTH_FACTORS[month] ?? 1;
  const next = MONTH_FACTORS[(month + (dayOfMonth >= 15 ? 1 : 11)) % 12] ?? 1;
  const weight = Math.abs(dayOfMonth - 15) / 31;
  const smooth = here * (1 - weight) + next * weight;
  const afterThanksgiving = (Date.parse(day) - Date.parse(thanksgivingOf(Number(day.slice(0, 4))))) / 86_400_000;
  const blackFriday = afterThanksgiving >= 0 && afterThanksgiving <= 4 ? 1.16 : 1;
  return smooth * blackFriday * (HOLIDAY_DAYS.get(day.slice(5)) ?? 1);
}
