import { describe, expect, it } from "vitest";
import { type Accuracy, toAccuracy } from "./ledger";
import { describeAccuracy, describeFlag, describeLaunch } from "./ledger-words";

const SUMS = {
  days: 28,
  forecasts: 40,
  soldUnits: 400,
  predictedUnits: 440,
  absError: 84,
  naiveAbsError: 136,
  covered: 32,
  pinball: 30,
};

describe("toAccuracy", () => {
  it("makes means of sums and ratios of means", () => {
    expect(toAccuracy(SUMS)).toEqual({
      days: 28,
      forecasts: 40,
      soldPerDay: 10,
      predictedPerDay: 11,
      meanAbsError: 2.1,
      naiveMeanAbsError: 3.4,
      errorRatio: 84 / 136,
      coverage: 0.8,
      bias: 440 / 400 - 1,
      pinball: 0.75,
    });
  });

  it("has no ratio to a forecast that was never wrong, no bias where nothing sold, and nothing without forecasts", () => {
    expect(toAccuracy({ ...SUMS, naiveAbsError: 0, soldUnits: 0 })).toMatchObject({ errorRatio: null, bias: null });
    expect(toAccuracy({ ...SUMS, forecasts: 0 })).toBeNull();
  });
});

describe("describeAccuracy", () => {
  const tell = (change: Partial<Accuracy>, options: { kind?: "issued" | "backtest"; of?: "game" | "store" } = {}) => {
    const total = { ...toAccuracy(SUMS), ...change } as Accuracy;
    const window = { days: 28, from: "2026-03-04", through: "2026-03-31", total };
    return describeAccuracy(window, { kind: "issued", of: "game", ...options });
  };

  it("says what the errors were, who was better, what the range held and what the sum was", () => {
    expect(tell({})).toEqual([
      "Over the last 28 days the forecast was off by 2.1 units a day; repeating the last known week would have been off by 3.4 units.",
      "Its error was 38 % smaller.",
      "What sold lay inside the 80 % range on 80 of 100 days.",
      "Over all days it forecast 10 % too much.",
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

  it("says nothing where nothing was forecast", () => {
    const window = { days: 28, from: "2026-03-04", through: "2026-03-31", total: null };
    expect(describeAccuracy(window, { kind: "issued", of: "game" })).toEqual([]);
  });
});

it("asks for training until it was done", () => {
  const flag = { from: "2026-03-18", through: "2026-03-31", meanAbsError: 12.4, naiveMeanAbsError: 9.96 };
  expect(describeFlag({ ...flag, isRetrained: false })).toBe(
    "In both of the two weeks up to Mar 31, 2026 the forecast was worse than repeating the last week: " +
      "off by 12 units a day instead of 10 units. The model should be trained again.",
  );
  expect(describeFlag({ ...flag, isRetrained: true })).toMatch(/has been trained again since\.$/);
});

it("sets a launch forecast beside what was sold", () => {
  const launch = { issuedThrough: "2026-02-28", releaseDate: "2026-03-01", predictedUnits: 1200, soldUnits: 1 };
  expect(describeLaunch({ ...launch, days: 31 })).toBe(
    "Before its release (Feb 28, 2026) 1,200 units were forecast for its first 31 days; it sold 1 unit.",
  );
});
