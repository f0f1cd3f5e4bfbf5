import { Brain, Check, Ear, Eye, Hand } from "lucide-react";
import { useTranslations } from "next-intl";
import { ACCESSIBILITY_AREAS, type GameDetail } from "@/lib/shared/game-detail";
import type { TermNamer } from "./term-namer";

const icons = { vision: Eye, hearing: Ear, motor: Hand, cognitive: Brain } as const;

type AccessibilityProps = Pick<GameDetail, "accessibility"> & { termName: TermNamer };

/** What the game does for players who see, hear, move or think differently. */
export function Accessibility({ accessibility, termName }: AccessibilityProps) {
  const t = useTranslations("game.accessibility");
  const areas = ACCESSIBILITY_AREAS.filter((area) => accessibility.some((feature) => feature.area === area));
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      {areas.map((area) => {
        const Icon = icons[area];
        return (
          <div key={area} className="grid content-start gap-3 rounded-card border border-line bg-surface p-5">
            <h3 className="flex items-center gap-2.5 font-semibold">
              <Icon aria-hidden className="size-5 text-primary" />
              {t(area)}
            </h3>
            <ul className="grid gap-2 text-sm">
              {accessibility
                .filter((feature) => feature.area === area)
                .map((feature) => (
                  <li key={feature.slug} className="flex items-start gap-2">
                    <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
                    {termName("accessibility", feature)}
                  </li>
                ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}
