import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Feed } from "./feed";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

function setUp() {
  const look = vi.fn<() => Promise<number[]>>();
  let next = 0;
  look.mockImplementation(async () => [++next]);
  const startLooking = vi.fn(() => look);
  return { look, startLooking, feed: new Feed(startLooking, 1000) };
}

describe("the feed", () => {
  it("looks once for all who listen, and tells all of them", async () => {
    const { feed, look } = setUp();
    const heard: string[] = [];
    feed.subscribe((events) => heard.push(`a${events}`));
    feed.subscribe((events) => heard.push(`b${events}`));
    await pass(2000);
    expect(look).toHaveBeenCalledTimes(2);
    expect(heard).toEqual(["a1", "b1", "a2", "b2"]);
  });

  it("does not look while nobody listens, and starts anew with the next who does", async () => {
    const { feed, look, startLooking } = setUp();
    await pass(5000);
    const leave = feed.subscribe(() => {});
    await pass(1000);
    leave();
    await pass(5000);
    expect(look).toHaveBeenCalledTimes(1);
    feed.subscribe(() => {});
    await pass(1000);
    expect([look.mock.calls.length, startLooking.mock.calls.length]).toEqual([2, 2]);
  });

  it("tells nothing where nothing is new", async () => {
    const { feed, look } = setUp();
    look.mockResolvedValue([]);
    const listener = vi.fn();
    feed.subscribe(listener);
    await pass(3000);
    expect(look).toHaveBeenCalledTimes(3);
    expect(listener).not.toHaveBeenCalled();
  });

  it("goes on after a look that failed", async () => {
    const { feed, look } = setUp();
    look.mockRejectedValueOnce(new Error("the database restarts"));
    const heard: number[] = [];
    feed.subscribe((events) => heard.push(...events));
    await pass(3000);
    expect(heard).toEqual([1, 2]);
  });

  it("waits for a slow look, and does not make two at once", async () => {
    const { feed, look } = setUp();
    let end = (_events: number[]) => {};
    look.mockImplementation(() => new Promise((resolve) => (end = resolve)));
    feed.subscribe(() => {});
    await pass(10_000);
    expect(look).toHaveBeenCalledTimes(1);
    end([1]);
    await pass(1000);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it("is one loop, also where somebody comes while the last look of those who left goes on", async () => {
    const { feed, look } = setUp();
    let end = (_events: number[]) => {};
    look.mockImplementationOnce(() => new Promise((resolve) => (end = resolve)));
    const leave = feed.subscribe(() => {});
    await pass(1000);
    leave();
    feed.subscribe(() => {});
    end([]);
    await pass(3000);
    expect(look).toHaveBeenCalledTimes(1 + 3);
  });
});
