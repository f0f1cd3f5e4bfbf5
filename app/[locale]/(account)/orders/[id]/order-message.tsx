import { LibraryBig, PartyPopper } from "lucide-react";
import { useTranslations } from "next-intl";
import { CheckoutFeatures } from "@/app/_components/checkout-features";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { Link } from "@/app/_i18n/navigation";
import { type Order, toFailureKey } from "@/lib/shared/orders";
import { OrderWatcher } from "./order-watcher";

function ThankYou({ order, name }: { order: Order; name: string }) {
  const t = useTranslations("orders.thanks");
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-5 rounded-card border border-success/40 bg-success/10 p-5 sm:p-6"
    >
      <PartyPopper aria-hidden className="size-9 shrink-0 text-success" />
      <div className="grid min-w-0 grow basis-64 gap-1">
        <p className="font-bold font-display text-xl">{t("title", { name })}</p>
        <p className="text-muted text-sm">{t("text", { count: order.items.length })}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button asChild>
          <Link href="/library">
            <LibraryBig aria-hidden />
            {t("library")}
          </Link>
        </Button>
        <Button asChild variant="secondary">
          <Link href="/games">{t("browse")}</Link>
        </Button>
      </div>
    </div>
  );
}

function Failed({ order }: { order: Order }) {
  const t = useTranslations("orders");
  return (
    <Alert tone="danger" title={t("failed.title")}>
      {t(`failures.${toFailureKey(order.payment?.failureCode ?? null)}`)}{" "}
      <Link href="/cart" className="font-semibold text-foreground underline">
        {t("failed.cart")}
      </Link>
    </Alert>
  );
}

type OrderMessageProps = { order: Order; name: string; isNew: boolean };

/** What there is to say about where the order stands. */
export function OrderMessage({ order, name, isNew }: OrderMessageProps) {
  if (order.status === "pending") {
    return (
      <ClientMessages namespaces={["orders"]}>
        <CheckoutFeatures>
          <OrderWatcher order={order} />
        </CheckoutFeatures>
      </ClientMessages>
    );
  }
  if (order.status === "failed") return <Failed order={order} />;
  return isNew && order.status === "paid" ? <ThankYou order={order} name={name} /> : null;
}
