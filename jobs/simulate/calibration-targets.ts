/** Ages in days at which launches are compared. */
export const AGE_MARKS = [7, 30, 60, 90] as const;

/** Bands of discount depth in percent, both ends included. */
export const SALE_BANDS = [
  [20, 25],
  [30, 40],
  [50, 60],
  [75, 80],
] as const;

/** What a simulation looks like in figures. */
export interface Calibration {
  items: number;
  orders: number;
  giftShare: number;
  refundShare: number;
  reviews: number;
  /** Units of a launch's first four weeks for each wish of the four weeks before it, and how their logs agree. */
  unitsPerWish: number;
  wishCorrelation: number;
  /** Units of the games that have been out for three months. */
  smallestGame: number;
  largestGame: number;
  /** Monday to Sunday. */
  weekdays: number[];
  /** Level at each of AGE_MARKS against the launch peak: games that last, and stories. */
  launch: number[];
  launchOfStories: number[];
  /** First week of a sale against the fortnight before, for each of SALE_BANDS. */
  uplifts: number[];
}

/** Lowest and highest value that still counts as like the real thing. */
export type Target = readonly [low: number, high: number];

/** Ranges around the facts of the field notes; the scalars are the demo's own aims. */
export const TARGETS = {
  items: [300_000, 360_000],
  giftShare: [0.02, 0.08],
  refundShare: [0.01, 0.018],
  reviews: [3_000, 12_000],
  unitsPerWish: [0.8, 5],
  wishCorrelation: [0.5, 0.95],
  smallestGame: [150, 1_000],
  largestGame: [4_000, 5_600],
  weekdays: [
    [0.94, 0.99],
    [0.92, 0.97],
    [0.91, 0.955],
    [0.905, 0.955],
    [0.97, 1.04],
    [1.07, 1.12],
    [1.09, 1.15],
  ],
  launch: [
    [0.65, 0.95],
    [0.5, 0.85],
    [0.36, 0.65],
    [0.33, 0.6],
  ],
  launchOfStories: [
    [0.35, 0.65],
    [0.12, 0.35],
    [0.04, 0.2],
    [0.03, 0.16],
  ],
  uplifts: [
    [1.08, 1.5],
    [1.15, 1.6],
    [1.3, 1.8],
    [1.5, 2],
  ],
} as const satisfies Record<string, Target | readonly Target[]>;

/** Every measured value with its name and its range. */
export function listFindings(measured: Calibration): { name: string; value: number; target: Target }[] {
  const weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  const scalars = [
    "items",
    "giftShare",
    "refundShare",
    "reviews",
    "unitsPerWish",
    "wishCorrelation",
    "smallestGame",
    "largestGame",
  ] as const;
  return [
    ...scalars.map((name) => ({ name, value: measured[name], target: TARGETS[name] })),
    ...TARGETS.weekdays.map((target, day) => ({
      name: `weekday ${weekdayNames[day]}`,
      value: measured.weekdays[day] ?? Number.NaN,
      target,
    })),
    ...TARGETS.launch.map((target, at) => ({
      name: `day ${AGE_MARKS[at]} of launch`,
      value: measured.launch[at] ?? Number.NaN,
      target,
    })),
    ...TARGETS.launchOfStories.map((target, at) => ({
      name: `day ${AGE_MARKS[at]}, stories`,
      value: measured.launchOfStories[at] ?? Number.NaN,
      target,
    })),
    ...TARGETS.uplifts.map((target, band) => ({
      name: `sale of ${SALE_BANDS[band]?.join("-")} %`,
      value: measured.uplifts[band] ?? Number.NaN,
      target,
    })),
  ];
}
