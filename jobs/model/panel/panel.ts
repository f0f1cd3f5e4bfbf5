/** One daily series; index 0 is `firstDay` (days since 1970-01-01). */
export interface PanelSeries {
  id: string;
  firstDay: number;
  /** Days since release on `firstDay`; 0 where the panel has no ages. */
  firstAge: number;
  /** Observed values, one a day, without gaps. */
  values: Float64Array;
  /** One column per `spec.known`, as long as the values plus the horizon where a forecast is wanted. */
  known: Float64Array[];
  /** One value per `spec.statics`; NaN where unknown. */
  statics: Float64Array;
  /** One column per `spec.slow`, as long as the values: read on the origin day only. */
  slow?: Float64Array[];
}

/** What the columns of a panel's series mean. */
export interface PanelSpec {
  /** Columns whose future is known over the horizon: prices, promotions, opening days. */
  known: string[];
  statics: string[];
  /** Columns that are only known up to the origin and change slowly: review scores. */
  slow?: string[];
  /** Days to forecast, all at once. */
  horizon: number;
  /** Length of the short season in days: 7. */
  season: number;
  /** Whether days since release mean anything. */
  hasAges: boolean;
  /** Whether values are counts of units, so that forecasts of small ones need whole numbers. */
  isCount: boolean;
  /** The known column whose bins (lower edges of bin 1, 2, …) set the level of a day; found in the data where absent. */
  condition?: { column: number; edges: number[] };
}

/** A column in memory that threads read without a copy of their own. */
export function createShared(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}

/** The column, or a copy of it that threads can share. */
export function toShared(values: Float64Array): Float64Array {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const shared = createShared(values.length);
  shared.set(values);
  return shared;
}

/** Series of one shape, to be forecast together. */
export interface Panel {
  spec: PanelSpec;
  series: PanelSeries[];
}
