import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/app/_components/ui/badge";

/** Marks a game whose forecasts lost to repeating the last week two weeks running. */
export function FlagBadge({ isRetrained }: { isRetrained: boolean }) {
  const t = useTranslations("forecast");
  return (
    <Badge tone={isRetrained ? "neutral" : "warning"}>
      <TriangleAlert aria-hidden className="size-3.5" />
      {t(isRetrained ? "flag.retrained" : "flag.needs")}
    </Badge>
  );
}
