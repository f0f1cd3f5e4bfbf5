import { CircleCheck, CircleX, Clock3, type LucideIcon, Undo2 } from "lucide-react";
import { Badge } from "@/app/_components/ui/badge";
import type { RecentOrder } from "@/lib/shared/recent-orders";

type Look = { name: string; tone: "neutral" | "success" | "warning" | "danger"; Icon: LucideIcon };

/** Names, marks and colours of the states of an order. */
export const ORDER_STATE_LABELS: Record<RecentOrder["status"], Look> = {
  pending: { name: "Pending", tone: "warning", Icon: Clock3 },
  paid: { name: "Paid", tone: "success", Icon: CircleCheck },
  failed: { name: "Failed", tone: "danger", Icon: CircleX },
  partially_refunded: { name: "Partly refunded", tone: "neutral", Icon: Undo2 },
  refunded: { name: "Refunded", tone: "neutral", Icon: Undo2 },
};

export function OrderState({ state }: { state: RecentOrder["status"] }) {
  const { name, tone, Icon } = ORDER_STATE_LABELS[state];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className="size-3.5" />
      {name}
    </Badge>
  );
}
