import { describe, expect, it } from "vitest";
import { computeAge, decideAgeGate, readAge } from "./age-gate";

const today = "2026-11-23";

describe("an age", () => {
  it.each([
    ["2008-11-22", 18],
    ["2008-11-23", 18],
    ["2008-11-24", 17],
    ["2008-12-01", 17],
    ["2026-11-23", 0],
  ])("of who was born on %s is %i", (birthDay, age) => expect(computeAge(birthDay, today)).toBe(age));

  it("changes on 1 March for who was born on a leap day", () => {
    expect(computeAge("2008-02-29", "2026-02-28")).toBe(17);
    expect(computeAge("2008-02-29", "2026-03-01")).toBe(18);
    expect(computeAge("2008-02-29", "2028-02-29")).toBe(20);
  });
});

describe("a form's date of birth", () => {
  it("may have days and months without a leading zero", () => {
    expect(readAge({ day: "4", month: " 3", year: "1990" }, today)).toBe(36);
    expect(readAge({ day: "04", month: "03", year: "1990" }, today)).toBe(36);
  });

  it.each([
    { day: "30", month: "2", year: "1990" },
    { day: "29", month: "2", year: "2007" },
    { day: "1", month: "13", year: "1990" },
    { day: "1", month: "1", year: "90" },
    { day: "1", month: "1", year: "1850" },
    { day: "24", month: "11", year: "2026" },
    { day: "-1", month: "1", year: "1990" },
    { day: "1e0", month: "1", year: "1990" },
    { day: "", month: "", year: "" },
    { day: ["1", "2"], month: "1", year: "1990" },
    {},
    null,
  ])("is refused where it is %o", (fields) => expect(readAge(fields, today)).toBeNull());
});

describe("the gate", () => {
  const visit = { minimumAge: 18, knownAge: null, isCrawler: false };

  it("asks before games for adults only", () => {
    expect(decideAgeGate(visit)).toBe("ask");
    expect(decideAgeGate({ ...visit, minimumAge: 17 })).toBe("open");
    expect(decideAgeGate({ ...visit, minimumAge: 21, knownAge: 18 })).toBe("refused");
  });

  it("knows who has answered, for better or worse", () => {
    expect(decideAgeGate({ ...visit, knownAge: 18 })).toBe("open");
    expect(decideAgeGate({ ...visit, knownAge: 17 })).toBe("refused");
  });

  it("lets crawlers read", () => {
    expect(decideAgeGate({ ...visit, isCrawler: true })).toBe("open");
  });
});
