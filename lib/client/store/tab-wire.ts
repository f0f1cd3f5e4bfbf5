/** What tabs tell each other about: whatever changed there, the others load anew. */
export type TabTopic = "cart" | "wishlist" | "library" | "currency";

type Listener = (topic: unknown) => void;
/** Leads to the shop's other tabs in this browser. */
export type TabWire = { send: (topic: TabTopic) => void; open: (listener: Listener) => () => void };

const NAME = "kratos.tabs";

function createBroadcastWire(channel: BroadcastChannel): TabWire {
  return {
    send: (topic) => channel.postMessage(topic),
    open: (listener) => {
      const onMessage = ({ data }: MessageEvent) => listener(data);
      channel.addEventListener("message", onMessage);
      return () => channel.removeEventListener("message", onMessage);
    },
  };
}

/** Where there is no channel: a written value is told to every other tab. It needs to differ from the last one. */
function createStorageWire(window: Pick<Window, "localStorage" | "addEventListener" | "removeEventListener">): TabWire {
  return {
    send: (topic) => {
      try {
        window.localStorage.setItem(NAME, `${topic} ${Date.now()} ${Math.random()}`);
      } catch {
        // Storage may be shut or full: the other tabs then load anew when they are looked at.
      }
    },
    open: (listener) => {
      const onStorage = ({ key, newValue }: StorageEvent) => {
        if (key === NAME && newValue) listener(newValue.split(" ")[0]);
      };
      window.addEventListener("storage", onStorage);
      return () => window.removeEventListener("storage", onStorage);
    },
  };
}

/** Lays the best wire that a browser has. */
export function layTabWire(
  scope: Pick<Window, "localStorage" | "addEventListener" | "removeEventListener"> & {
    BroadcastChannel?: typeof BroadcastChannel;
  },
): TabWire {
  return scope.BroadcastChannel ? createBroadcastWire(new scope.BroadcastChannel(NAME)) : createStorageWire(scope);
}

let laid: TabWire | undefined;

/** This tab's wire. There is one: a second would hear what this tab sends by the first. It is laid when it is needed. */
export function browserWire(): TabWire {
  laid ??= layTabWire(window);
  return laid;
}
