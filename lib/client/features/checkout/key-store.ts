import type { PlaceOrderInput } from "@/lib/shared/orders";

/** What is ordered and how it is paid: everything of an order but its key. */
export type OrderContent = Omit<PlaceOrderInput, "idempotencyKey">;

/** Keeps the key of the checkout under way over retries and reloads of the page. */
export type KeyStore = {
  /** The key of this content: the same until `clear`, another one for another content. */
  keyFor(content: OrderContent): string;
  clear(): void;
};

const ITEM = "kratos.checkout";

type Memo = { key: string; content: string };

function isMemo(value: unknown): value is Memo {
  return typeof value === "object" && value !== null && "key" in value && "content" in value;
}

function toText({ gameIds, expectedTotalCents, currency, payment }: OrderContent): string {
  return JSON.stringify([gameIds.toSorted(), expectedTotalCents, currency, payment?.provider, payment?.token]);
}

/** A key store over a browser storage; where that is blocked, the page's memory has to do. */
export function createKeyStore(openStorage: () => Storage): KeyStore {
  let memo: Memo | null = null;
  const read = (): Memo | null => {
    try {
      const value: unknown = JSON.parse(openStorage().getItem(ITEM) ?? "null");
      return isMemo(value) ? value : memo;
    } catch {
      // A browser that blocks storage, or somebody else's text in it.
      return memo;
    }
  };
  const write = (value: Memo | null): void => {
    memo = value;
    try {
      if (value) openStorage().setItem(ITEM, JSON.stringify(value));
      else openStorage().removeItem(ITEM);
    } catch {
      // Memory holds it.
    }
  };
  return {
    keyFor(content) {
      const text = toText(content);
      const known = read();
      if (known?.content === text) return known.key;
      const key = crypto.randomUUID();
      write({ key, content: text });
      return key;
    },
    clear: () => write(null),
  };
}

export const sessionKeyStore = createKeyStore(() => window.sessionStorage);
