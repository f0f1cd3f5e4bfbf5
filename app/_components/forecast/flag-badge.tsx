import { TriangleAlert } from "lucide-react";
import { Badge } from "@/app/_components/ui/badge";

/** Marks a game whose forecasts lost to repeating the last week two weeks running. */
export function FlagBadge({ isRetrained }: { isRetrained: boolean }) {
  return (
    <Badge tone={isRetrained ? "neutral" : "warning"}>
      <TriangleAlert aria-hidden className="size-3.5" />
      {isRetrained ? "Trained again since" : "Needs retraining"}
    </Badge>
  );
}
