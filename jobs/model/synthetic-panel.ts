import { toWeekday } from "./calendar";
import type { Panel, PanelSeries } from "./panel/panel";
import { createRandom, drawNormal, type Random } from "./random";

const WEEKDAY = [1.3, 1, 0.9, 0.9, 1.1, 1.5, 0];
const FIRST_DAY = 19_000;

function createShop(index: number, length: number, days: number, random: Random): PanelSeries {
  const noise = Float64Array.from({ length }, () => Number(random() < 0.5));
  const promo = Float64Array.from({ length }, (_, t) => Number(Math.floor((t + 5 * index) / 12) % 2 === 1));
  const open = Float64Array.from({ length }, (_, t) => Number((WEEKDAY[toWeekday(FIRST_DAY + t)] ?? 1) > 0));
  const level = 40 * (1 + index);
  return {
    id: `shop-${index}`,
    firstDay: FIRST_DAY,
    firstAge: 0,
    values: Float64Array.from({ length: days }, (_, t) => {
      const mean = level * (WEEKDAY[toWeekday(FIRST_DAY + t)] ?? 1) * (1 + 0.6 * (promo[t] ?? 0));
      return mean > 0 ? mean * Math.exp(0.1 * drawNormal(random)) : 0;
    }),
    known: [noise, promo, open],
    statics: Float64Array.of(index % 2),
  };
}

/** A seeded panel of shops that are closed on Sundays and sell 60 % more on promotion, of their plans too; for tests. */
export function createShops(options: { count: number; days: number; horizon: number; seed: number }): Panel {
  const { count, days, horizon, seed } = options;
  const random = createRandom(seed);
  return {
    spec: {
      known: ["noise", "promo", "open"],
      statics: ["kind"],
      horizon,
      season: 7,
      hasAges: false,
      isCount: false,
    },
    series: Array.from({ length: count }, (_, i) => createShop(i, days + horizon, days, random)),
  };
}

/** First day after the values of a panel of {@link createShops}. */
export function toEndDay({ series }: Panel): number {
  return FIRST_DAY + (series[0]?.values.length ?? 0);
}
