import { LibraryBig, PartyPopper } from "lucide-react";
import Link from "next/link";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { type Order, toFailureMessage } from "@/lib/shared/orders";
import { OrderWatcher } from "./order-watcher";

function ThankYou({ order, name }: { order: Order; name: string }) {
  const count = order.items.length;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-5 rounded-card border border-success/40 bg-success/10 p-5 sm:p-6"
    >
      <PartyPopper aria-hidden className="size-9 shrink-0 text-success" />
      <div className="grid min-w-0 grow basis-64 gap-1">
        <p className="font-bold font-display text-xl">Thank you, {name}</p>
        <p className="text-muted text-sm">
          {count === 1 ? "Your game is" : `Your ${count} games are`} in your library, ready to play.
        </p>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button asChild>
          <Link href="/library">
            <LibraryBig aria-hidden />
            In your library
          </Link>
        </Button>
        <Button asChild variant="secondary">
          <Link href="/games">Keep browsing</Link>
        </Button>
      </div>
    </div>
  );
}

type OrderMessageProps = { order: Order; name: string; isNew: boolean };

/** What there is to say about where the order stands. */
export function OrderMessage({ order, name, isNew }: OrderMessageProps) {
  if (order.status === "pending") return <OrderWatcher order={order} />;
  if (order.status === "failed") {
    return (
      <Alert tone="danger" title="The payment failed">
        {toFailureMessage(order.payment?.failureCode ?? null)}{" "}
        <Link href="/cart" className="font-semibold text-foreground underline">
          Go to your cart
        </Link>
      </Alert>
    );
  }
  return isNew && order.status === "paid" ? <ThankYou order={order} name={name} /> : null;
}
