import { createReadStream, existsSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse";
import { toDayNumber } from "@/jobs/model/calendar";
import type { Panel, PanelSeries } from "@/jobs/model/panel/panel";

/** Where the benchmark's copy of the data lies, seen from the repository's root. */
export const ROSSMANN_FOLDER = "../shared/data/rossmann-100-stores";

const FIRST_DAY = toDayNumber("2013-01-01");
const DAY_COUNT = 942;
const STATE_HOLIDAYS = ["a", "b", "c"];
const STORE_TYPES = ["a", "b", "c", "d"];
const ASSORTMENTS = ["a", "b", "c"];

type Row = Record<string, string>;

function readRows(file: string): AsyncIterable<Row> {
  return createReadStream(file).pipe(parse({ bom: true, columns: true }));
}

function toOneHot(values: readonly string[], value: string | undefined): number[] {
  return values.map((each) => (each === value ? 1 : 0));
}

/** The files of `folder`, or null where they are not there. */
export function findRossmann(folder: string): { train: string; store: string } | null {
  const files = { train: path.join(folder, "train.csv"), store: path.join(folder, "store.csv") };
  return existsSync(files.train) && existsSync(files.store) ? files : null;
}

function toEmptySeries(store: Row): PanelSeries {
  const zeros = () => new Float64Array(DAY_COUNT);
  return {
    id: store.Store ?? "",
    firstDay: FIRST_DAY,
    firstAge: 0,
    values: zeros(),
    known: Array.from({ length: 3 + STATE_HOLIDAYS.length }, zeros),
    statics: Float64Array.from([...toOneHot(STORE_TYPES, store.StoreType), ...toOneHot(ASSORTMENTS, store.Assortment)]),
  };
}

function fillDay(series: PanelSeries, row: Row): void {
  const t = toDayNumber(row.Date ?? "") - FIRST_DAY;
  if (t < 0 || t >= DAY_COUNT) throw new Error(`store ${series.id} has a day outside the benchmark: ${row.Date}`);
  const flags = [Number(row.Promo), Number(row.Open), Number(row.SchoolHoliday)];
  series.values[t] = row.Open === "0" ? 0 : Number(row.Sales);
  for (const [column, value] of [...flags, ...toOneHot(STATE_HOLIDAYS, row.StateHoliday)].entries()) {
    const known = series.known[column];
    if (known) known[t] = value;
  }
}

/**
 * The 100 stores as a daily panel of the 942 days from 2013-01-01: sales (0 on closed and missing days), the known
 * columns promo, open, school and state holidays (a missing day is closed, all 0), store type and assortment one-hot.
 */
export async function loadRossmann(folder: string): Promise<Panel> {
  const files = findRossmann(folder);
  if (!files) throw new Error(`${folder} lacks train.csv or store.csv`);
  const byStore = new Map<string, PanelSeries>();
  for await (const store of readRows(files.store)) byStore.set(store.Store ?? "", toEmptySeries(store));
  for await (const row of readRows(files.train)) {
    const series = byStore.get(row.Store ?? "");
    if (!series) throw new Error(`${files.train} names store ${row.Store}, which store.csv lacks`);
    fillDay(series, row);
  }
  return {
    spec: {
      known: ["promo", "open", "school_holiday", ...STATE_HOLIDAYS.map((kind) => `state_holiday_${kind}`)],
      statics: [...STORE_TYPES.map((type) => `store_type_${type}`), ...ASSORTMENTS.map((kind) => `assortment_${kind}`)],
      horizon: 48,
      season: 7,
      hasAges: false,
      isCount: true,
    },
    series: [...byStore.values()].sort((a, b) => Number(a.id) - Number(b.id)),
  };
}
