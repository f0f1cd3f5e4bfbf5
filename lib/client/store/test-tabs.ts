import { eventChannel } from "redux-saga";
import type { TabTopic } from "./tab-wire";
import type { Tabs } from "./tabs";

type Listener = { tab: object; topic: TabTopic; emit: (topic: TabTopic) => void };

/** A browser for tests of sagas: each call of `openTab` gives one of its tabs. */
export function createTestBrowser() {
  const listeners = new Set<Listener>();
  const told: TabTopic[] = [];
  const openTab = (): Tabs => {
    const tab = {};
    return {
      tell: (topic) => {
        told.push(topic);
        for (const listener of listeners) if (listener.tab !== tab && listener.topic === topic) listener.emit(topic);
      },
      listen: (topic) =>
        eventChannel((emit) => {
          const listener = { tab, topic, emit };
          listeners.add(listener);
          return () => listeners.delete(listener);
        }),
    };
  };
  return { openTab, told };
}
