import { CircleCheck, CircleX, Clock3, type LucideIcon, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/app/_components/ui/badge";
import type { RecentOrder } from "@/lib/shared/recent-orders";

type Look = { tone: "neutral" | "success" | "warning" | "danger"; Icon: LucideIcon };

const looks: Record<RecentOrder["status"], Look> = {
  pending: { tone: "warning", Icon: Clock3 },
  paid: { tone: "success", Icon: CircleCheck },
  failed: { tone: "danger", Icon: CircleX },
  partially_refunded: { tone: "neutral", Icon: Undo2 },
  refunded: { tone: "neutral", Icon: Undo2 },
};

/** The state of an order by its name, mark and colour. */
export function OrderState({ state }: { state: RecentOrder["status"] }) {
  const t = useTranslations("admin");
  const { tone, Icon } = looks[state];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className="size-3.5" />
      {t(`orders.states.${state}`)}
    </Badge>
  );
}
