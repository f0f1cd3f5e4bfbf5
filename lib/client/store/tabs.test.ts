import { END, type EventChannel } from "redux-saga";
import { afterEach, describe, expect, it, vi } from "vitest";
import { layTabWire, type TabTopic } from "./tab-wire";
import { createTabs } from "./tabs";

type Scope = Parameters<typeof layTabWire>[0];

const channels: BroadcastChannel[] = [];
const opened: EventChannel<TabTopic>[] = [];
afterEach(() => {
  for (const channel of [...channels.splice(0), ...opened.splice(0)]) channel.close();
});

/** A tab with Node's own channel, which is closed after the test. */
function createBroadcastScope(): Scope {
  class Channel extends BroadcastChannel {
    constructor(name: string) {
      super(name);
      channels.push(this);
    }
  }
  return { BroadcastChannel: Channel } as unknown as Scope;
}

/** Tabs of an old browser: what one writes, the others are told of. */
function createStorageScopes(count: number, isShut = false): Scope[] {
  const tabs = Array.from({ length: count }, () => new EventTarget());
  return tabs.map((own) => {
    const setItem = (key: string, newValue: string) => {
      if (isShut) throw new DOMException("full", "QuotaExceededError");
      for (const tab of tabs) {
        if (tab !== own) tab.dispatchEvent(Object.assign(new Event("storage"), { key, newValue }));
      }
    };
    return Object.assign(own, { localStorage: { setItem } }) as unknown as Scope;
  });
}

function open(scope: Scope) {
  const wire = layTabWire(scope);
  const tabs = createTabs(() => wire);
  const heard: TabTopic[] = [];
  const listen = (topic: TabTopic) => {
    const channel = tabs.listen(topic);
    opened.push(channel);
    const hear = (told: TabTopic | END) => {
      if (told === END) return;
      heard.push(told as TabTopic);
      channel.take(hear);
    };
    channel.take(hear);
    return channel;
  };
  return { ...tabs, listen, heard };
}

describe.each([
  { wire: "a channel", scopes: () => [createBroadcastScope(), createBroadcastScope()] },
  { wire: "storage events", scopes: () => createStorageScopes(2) },
])("tabs that talk by $wire", ({ scopes }) => {
  it("tell each other what changed, each thing to those who listen to it, and nothing to themselves", async () => {
    const [one, other] = scopes().map(open);
    if (!one || !other) throw new Error("two tabs");
    one.listen("cart");
    other.listen("cart");
    other.listen("wishlist");
    one.tell("cart");
    one.tell("library");
    one.tell("wishlist");
    one.tell("cart");
    await vi.waitFor(() => expect(other.heard).toEqual(["cart", "wishlist", "cart"]));
    expect(one.heard).toEqual([]);
  });

  it("hear nothing any more once they stopped listening", async () => {
    const [one, other] = scopes().map(open);
    if (!one || !other) throw new Error("two tabs");
    other.listen("cart").close();
    other.listen("wishlist");
    one.tell("cart");
    one.tell("wishlist");
    await vi.waitFor(() => expect(other.heard).toEqual(["wishlist"]));
  });
});

it("a browser whose storage is shut goes on without telling", () => {
  const [one] = createStorageScopes(1, true).map(open);
  expect(() => one?.tell("cart")).not.toThrow();
});
