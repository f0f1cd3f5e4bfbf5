import { type EventChannel, eventChannel } from "redux-saga";
import { browserWire, type TabTopic, type TabWire } from "./tab-wire";

/** The shop's other tabs in this browser. */
export type Tabs = {
  /** Tells the others that something changed; this tab does not hear of it. */
  tell(topic: TabTopic): void;
  /** Hears of what changed in the others. */
  listen(topic: TabTopic): EventChannel<TabTopic>;
};

/** The tabs that a wire leads to; it is asked for when it is needed first, since the server has none. */
export function createTabs(wire: () => TabWire): Tabs {
  return {
    tell: (topic) => wire().send(topic),
    listen: (topic) => eventChannel((emit) => wire().open((told) => told === topic && emit(topic))),
  };
}

/** The other tabs of this browser. */
export const browserTabs: Tabs = createTabs(browserWire);
