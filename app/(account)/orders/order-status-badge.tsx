import { Badge } from "@/app/_components/ui/badge";
import type { OrderStatus } from "@/lib/shared/orders";

const looks = {
  pending: { tone: "warning", text: "Payment pending" },
  paid: { tone: "success", text: "Paid" },
  failed: { tone: "danger", text: "Payment failed" },
  partially_refunded: { tone: "neutral", text: "Partly refunded" },
  refunded: { tone: "neutral", text: "Refunded" },
} as const;

export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  const { tone, text } = looks[status];
  return <Badge tone={tone}>{text}</Badge>;
}
