import { describe, expect, it } from "vitest";
import { computeExpectedWishlists, computePreReleaseWishlists } from "./curve-rules";

const whole = (adds: number[]) => ({ adds, daysToStart: 0 });
const flat = (days: number, adds: number) => new Array<number>(days).fill(adds);

describe("pre-release wishlists", () => {
  it("are the last 28 days before the start, once all of them were seen", () => {
    expect(computePreReleaseWishlists(whole([...flat(30, 5), ...flat(28, 2)]))).toBe(56);
    expect(computePreReleaseWishlists(whole(flat(27, 2)))).toBeNull();
    expect(computePreReleaseWishlists({ adds: flat(60, 2), daysToStart: 1 })).toBeNull();
  });

  it("are expected to grow as other curves did from the same distance", () => {
    const doubling = [...flat(28, 3), ...flat(28, 6)];
    const others = [whole(doubling), whole(doubling), whole(doubling.map((adds) => adds * 10))];
    expect(computeExpectedWishlists({ adds: flat(40, 1), daysToStart: 28 }, others)).toBeCloseTo(56);
    expect(computeExpectedWishlists({ adds: flat(40, 1), daysToStart: 0 }, others)).toBe(28);
  });

  it("are unknown where too little was seen", () => {
    const other = whole(flat(40, 1));
    expect(computeExpectedWishlists({ adds: flat(40, 1), daysToStart: 12 }, [other, other])).toBeNull();
    expect(computeExpectedWishlists({ adds: flat(40, 1), daysToStart: 13 }, [other, other, other])).toBeNull();
    expect(computeExpectedWishlists({ adds: flat(20, 1), daysToStart: 5 }, [other, other, other])).toBeNull();
  });
});
