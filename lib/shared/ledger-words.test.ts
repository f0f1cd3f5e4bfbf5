import { describe, expect, it } from "vitest";
import { addDays } from "./day";
import { type Accuracy, type TrackRecord, toAccuracy } from "./ledger";
import { describeAccuracy, describeFlag, describeLaunch, describeRecord, type LedgerSentence } from "./ledger-words";
import { translatorOf } from "./messages/test-translator";

const sums = {
  days: 28,
  forecasts: 40,
  soldUnits: 400,
  predictedUnits: 440,
  absError: 84,
  naiveAbsError: 136,
  covered: 32,
  pinball: 30,
};

const [english, spanish] = [translatorOf("en", "forecast"), translatorOf("es", "forecast")];
const speak = (sentences: LedgerSentence[], t = english) => sentences.map(({ key, values }) => t(key, values));

type Options = { kind?: "issued" | "backtest"; of?: "game" | "store" };
const toSentences = (change: Partial<Accuracy>, options: Options = {}) => {
  const total = { ...toAccuracy(sums), ...change } as Accuracy;
  const window = { days: 28, from: "2026-03-04", through: "2026-03-31", total };
  return describeAccuracy(window, { kind: "issued", of: "game", ...options });
};
const tell = (change: Partial<Accuracy>, options?: Options) => speak(toSentences(change, options));

describe("how forecasts turned out", () => {
  it("is what the errors were, who was better, what the range held and what the sum was", () => {
    expect(tell({})).toEqual([
      "Over the last 28 days the forecast was off by 2.1 units a day; repeating the last known week would have been off by 3.4 units.",
      "Its error was 38 % smaller.",
      "What sold lay inside the 80 % range on 80 of 100 days.",
      "Over all days it forecast 10 % too much.",
    ]);
  });

  it("is said in Spanish with its own marks and days", () => {
    expect(speak(toSentences({}, { kind: "backtest", of: "store" }), spanish)).toEqual([
      "Probada con los últimos 28 días hasta el 31 mar 2026, que el modelo no había visto, la previsión se desvió 2,1 unidades por juego y día; repetir la última semana conocida se habría desviado 3,4 unidades.",
      "Su error fue un 38 % menor.",
      "Lo vendido quedó dentro del rango del 80 % en 80 de cada 100 días.",
      "En el conjunto de los días previó un 10 % de más.",
    ]);
  });

  it("says so when repeating the last week is as good or better, or was never wrong", () => {
    expect(tell({ errorRatio: 1.01 })[1]).toBe("It was as good as repeating the last week.");
    expect(tell({ errorRatio: 1.25 })[1]).toMatch(/^Its error was 25 % larger: repeating the last week was the better/);
    expect(tell({ errorRatio: null })[1]).toMatch(/never wrong/);
  });

  it("calls a range too narrow or too wide only where it could be otherwise", () => {
    expect(tell({ coverage: 0.7 })[2]).toMatch(/on 70 of 100 days: the range was too narrow\.$/);
    expect(tell({ coverage: 0.93 })[2]).toMatch(/wider than needed\.$/);
    expect(tell({ coverage: 0.93, soldPerDay: 0.2 })[2]).toMatch(/on 93 of 100 days\.$/);
  });

  it("marks days that were held out, a young record, and the store's units as a game's", () => {
    expect(tell({}, { kind: "backtest" })[0]).toMatch(
      /^Tested on the last 28 days up to Mar 31, 2026, which the model had not seen, the forecast was off/,
    );
    expect(tell({ days: 1, meanAbsError: 1 }, { of: "store" })[0]).toMatch(
      /^Over 1 day .* off by 1 unit a game and day/,
    );
    expect(tell({ bias: null })[3]).toBe("Nothing was sold; 11 units a day were forecast.");
    expect(tell({ bias: -0.015 })[3]).toMatch(/neither too much nor too little/);
  });

  it("is nothing where nothing was forecast", () => {
    const window = { days: 28, from: "2026-03-04", through: "2026-03-31", total: null };
    expect(describeAccuracy(window, { kind: "issued", of: "game" })).toEqual([]);
  });
});

describe("what a record says", () => {
  const window = (days: number, held: number, isWhole: boolean) => {
    const total = toAccuracy({ ...sums, days: held, forecasts: held * 2 });
    const buckets = { near: total, middle: total, far: isWhole ? total : null };
    return {
      days,
      from: addDays("2026-03-31", 1 - days),
      through: "2026-03-31",
      total: held > 0 ? total : null,
      buckets,
    };
  };
  const record = (...windows: ReturnType<typeof window>[]) =>
    ({ kind: "issued", scoredThrough: "2026-03-31", windows, weeks: [] }) as TrackRecord;

  it("is what its shortest window says that knows of every distance ahead, else the shortest that knows anything", () => {
    const days = (...windows: ReturnType<typeof window>[]) =>
      describeRecord(record(...windows), "game")[0]?.values?.days;
    expect(days(window(28, 20, false), window(90, 60, true))).toBe(60);
    expect(days(window(28, 20, false), window(90, 60, false))).toBe(20);
  });

  it("is nothing where no window knows anything", () => {
    expect(describeRecord(record(window(28, 0, false)), "store")).toEqual([]);
  });
});

it("asks for training until it was done", () => {
  const flag = { from: "2026-03-18", through: "2026-03-31", meanAbsError: 12.4, naiveMeanAbsError: 9.96 };
  expect(speak(describeFlag({ ...flag, isRetrained: false }))).toEqual([
    "In both of the two weeks up to Mar 31, 2026 the forecast was worse than repeating the last week: off by 12 units a day instead of 10 units.",
    "The model should be trained again.",
  ]);
  expect(speak(describeFlag({ ...flag, isRetrained: true }))[1]).toMatch(/has been trained again since\.$/);
});

it("sets a launch forecast beside what was sold", () => {
  const launch = { issuedThrough: "2026-02-28", releaseDate: "2026-03-01", predictedUnits: 1200, soldUnits: 1 };
  expect(speak(describeLaunch({ ...launch, days: 31 }))).toEqual([
    "Before its release (Feb 28, 2026) 1,200 units were forecast for its first 31 days; it sold 1 unit.",
  ]);
  expect(speak(describeLaunch({ ...launch, days: 1 }), spanish)).toEqual([
    "Antes de su lanzamiento (28 feb 2026) se preveían 1200 unidades para su primer día; vendió 1 unidad.",
  ]);
});
