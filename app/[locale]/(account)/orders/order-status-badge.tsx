import { useTranslations } from "next-intl";
import { Badge } from "@/app/_components/ui/badge";
import type { OrderStatus } from "@/lib/shared/orders";

const tones = {
  pending: "warning",
  paid: "success",
  failed: "danger",
  partially_refunded: "neutral",
  refunded: "neutral",
} as const satisfies Record<OrderStatus, string>;

export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  const t = useTranslations("orders.status");
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
