import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readLastEventMoment, type ServerEvent, toEventStream } from "./event-stream";

const browsers: AbortController[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: 1_775_000_000_000 });
});
afterEach(() => {
  for (const browser of browsers.splice(0)) browser.abort();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

function setUp() {
  const browser = new AbortController();
  browsers.push(browser);
  const stop = vi.fn();
  let send: (events: readonly ServerEvent[]) => void = () => {};
  const response = toEventStream({
    signal: browser.signal,
    maxMs: 60_000,
    beatMs: 15_000,
    open: async (given) => {
      send = given;
      return stop;
    },
  });
  const text: string[] = [];
  let hasEnded = false;
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) text.push(decoder.decode(chunk));
    hasEnded = true;
  })();
  const isOver = () => hasEnded;
  return { browser, stop, response, text, reading, isOver, send: (...events: ServerEvent[]) => send(events) };
}

describe("a stream of events", () => {
  it("is not cached, not compressed, and tells the browser when to come back", async () => {
    const { response, text } = setUp();
    await pass(0);
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    expect(response.headers.get("cache-control")).toBe("no-store, no-transform");
    expect(text).toEqual(["retry: 1500\n\n"]);
  });

  it("sends events with the moment as their id, each text on one line", async () => {
    const { text, send } = setUp();
    await pass(0);
    send({ name: "mark", data: { mark: "two\nlines" } });
    await pass(0);
    expect(text.at(-1)).toBe('id: 1775000000000\nevent: mark\ndata: {"mark":"two\\nlines"}\n\n');
  });

  it("gives a beat where nothing else is said", async () => {
    const { text } = setUp();
    await pass(45_000);
    expect(text.filter((chunk) => chunk.includes("event: beat"))).toHaveLength(3);
  });

  it("ends by itself before the host would cut it", async () => {
    const { stop, isOver } = setUp();
    await pass(59_999);
    expect(isOver()).toBe(false);
    await pass(1);
    expect(isOver()).toBe(true);
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it("lets go when the browser leaves", async () => {
    const { browser, stop, isOver, send } = setUp();
    await pass(0);
    browser.abort();
    await pass(0);
    expect([stop.mock.calls.length, isOver()]).toEqual([1, true]);
    send({ name: "late", data: {} });
    expect(vi.getTimerCount()).toBe(0);
  });

  it("fails where it cannot be opened", async () => {
    const open = async () => Promise.reject(new Error("no database"));
    const response = toEventStream({ signal: new AbortController().signal, maxMs: 1000, beatMs: 1000, open });
    await expect(response.text()).rejects.toThrow("no database");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("lets a browser go that takes nothing", async () => {
    const stop = vi.fn();
    const signal = new AbortController().signal;
    let send: (events: readonly ServerEvent[]) => void = () => {};
    toEventStream({
      signal,
      maxMs: 60_000,
      beatMs: 60_000,
      open: async (given) => {
        send = given;
        return stop;
      },
    });
    await pass(0);
    for (let megabyte = 0; megabyte < 5; megabyte++) send([{ name: "big", data: "x".repeat(1024 * 1024) }]);
    expect(stop).toHaveBeenCalledTimes(1);
  });
});

it.each([
  ["1775000000000", 1_775_000_000_000],
  ["", null],
  ["now; drop table", null],
])("the last event %j was heard at %s", (id, moment) => {
  const request = new Request("http://shop.test", { headers: { "last-event-id": id } });
  expect(readLastEventMoment(request)?.getTime() ?? null).toBe(moment);
});

// The last test: from then on this process takes no streams any more.
it("ends every stream when the process is told to stop, and refuses those who come back", async () => {
  const streams = [setUp(), setUp()];
  await pass(0);
  process.on("SIGTERM", () => undefined);
  for (const listener of process.listeners("SIGTERM")) if (listener.name === "onStop") listener("SIGTERM");
  await pass(0);
  expect(streams.map(({ isOver }) => isOver())).toEqual([true, true]);
  const { response, stop } = setUp();
  expect([response.status, response.headers.get("connection")]).toEqual([503, "close"]);
  expect(stop).not.toHaveBeenCalled();
});
