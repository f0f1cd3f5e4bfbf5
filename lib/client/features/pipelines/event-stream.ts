import { buffers, type EventChannel, eventChannel } from "redux-saga";
import { STREAM_EVENTS, type StreamEvent } from "@/lib/shared/pipeline-views";

/** What a stream has to say: that it stands, that it is broken, or what the server told. */
export type StreamSignal = { kind: "opened" } | { kind: "broken" } | { kind: "told"; event: StreamEvent };

const URL = "/api/admin/pipelines/events";

function read<Name extends keyof typeof STREAM_EVENTS>(name: Name, text: string): StreamEvent | null {
  const parsed = STREAM_EVENTS[name].safeParse(JSON.parse(text));
  // The event's name and its shape belong together by the table that both come from.
  if (parsed.success) return { name, data: parsed.data } as StreamEvent;
  console.error(`The event ${name} makes no sense`, parsed.error);
  return null;
}

/** Opens the stream of what changes of the pipelines; closing the channel closes it. */
export function openStream(): EventChannel<StreamSignal> {
  return eventChannel<StreamSignal>((emit) => {
    const source = new EventSource(URL);
    source.onopen = () => emit({ kind: "opened" });
    // The browser comes back by itself where it can, and says so by `open`.
    source.onerror = () => emit({ kind: "broken" });
    const names = Object.keys(STREAM_EVENTS) as (keyof typeof STREAM_EVENTS)[];
    for (const name of names) {
      source.addEventListener(name, ({ data }: MessageEvent<string>) => {
        const event = read(name, data);
        if (event) emit({ kind: "told", event });
      });
    }
    return () => source.close();
  }, buffers.expanding());
}

/** Whether anybody can see the page, and a channel of the moments at which that changes. */
export const pageSight = {
  isHidden: () => document.visibilityState === "hidden",
  openChanges: () =>
    eventChannel<"visible" | "hidden">((emit) => {
      const onChange = () => emit(document.visibilityState === "hidden" ? "hidden" : "visible");
      document.addEventListener("visibilitychange", onChange);
      return () => document.removeEventListener("visibilitychange", onChange);
    }),
};

export type PageSight = typeof pageSight;
