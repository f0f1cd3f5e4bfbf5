import { expect, it } from "vitest";
import { BacktestUsageError, HELP, parseBacktestArgs } from "./args";

it("takes what the field usually takes where nothing is said", () => {
  expect(parseBacktestArgs(["--data", "x.csv"])).toEqual({
    data: "x.csv",
    out: ".kratos/backtest",
    options: {
      horizon: 60,
      origins: 6,
      step: 17,
      season: 7,
      known: [],
      statics: [],
      gaps: "zero",
      seed: 1,
      minutes: 5,
      coldDays: undefined,
    },
  });
});

it("reads lists, parts of minutes and cold days, none of them included", () => {
  const args = ["--data", "x", "--known", "promo, open", "--static=kind", "--minutes", "0.5", "--series-cold", "0"];
  expect(parseBacktestArgs(args)?.options).toMatchObject({
    known: ["promo", "open"],
    statics: ["kind"],
    minutes: 0.5,
    coldDays: 0,
  });
});

it.each([
  [[], "which data?"],
  [["--data", "x", "--horizon", "0"], '--horizon is "0", and wants a number of days from 1 to 300'],
  [["--data", "x", "--step", "1.5"], '--step is "1.5"'],
  [["--data", "x", "--minutes", "0"], '--minutes is "0", and wants a number of minutes above 0'],
  [["--data", "x", "--seed", "-1"], "Option '--seed' argument is ambiguous"],
  [["--data", "x", "--gaps", "mean"], '--gaps is "mean", and wants zero or refuse'],
  [["--data", "x", "--known", "a,,b"], '--known is "a,,b", and wants columns, separated by commas'],
  [["--data", "x", "--known", "a", "--static", "a"], "the column a is named twice"],
  [["--data", "x", "--known", "y"], "the column y is named twice"],
  [["--data", "x", "--origin", "3"], "Unknown option '--origin'"],
  [["x.csv"], "Unexpected argument 'x.csv'"],
])("refuses %j", (args, message) => {
  expect(() => parseBacktestArgs(args)).toThrow(BacktestUsageError);
  expect(() => parseBacktestArgs(args)).toThrow(message);
});

it("explains every option when asked", () => {
  expect(parseBacktestArgs(["--help"])).toBeNull();
  for (const name of ["data", "horizon", "origins", "step", "season", "known", "static", "gaps", "seed", "minutes"]) {
    expect(HELP).toContain(`--${name} `);
  }
});
