"use client";

import { ChevronLeft, ChevronRight, Pause, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Stage } from "./use-stage";

const controlClass =
  "grid size-11 place-items-center rounded-full border border-white/25 bg-black/55 text-white " +
  "transition-colors hover:bg-black/80 [&_svg]:size-5";

/** Buttons of the stage, and how far it is. */
export function StageControls({ stage, count }: { stage: Stage; count: number }) {
  const t = useTranslations("home.stage");
  return (
    <div className="absolute right-4 bottom-4 left-5 z-2 flex items-center justify-end gap-2 sm:left-8">
      <span aria-hidden className="mr-auto flex gap-1.5 lg:hidden">
        {Array.from({ length: count }, (_, place) => place).map((place) => (
          <span
            key={place}
            className={
              place === stage.place
                ? "h-1.5 w-6 rounded-full bg-white transition-[width]"
                : "size-1.5 rounded-full bg-white/45 transition-[width]"
            }
          />
        ))}
      </span>
      {stage.canPlay && (
        <button
          type="button"
          className={controlClass}
          onClick={stage.toggle}
          aria-label={t(stage.isStopped ? "play" : "pause")}
        >
          {stage.isStopped ? <Play aria-hidden /> : <Pause aria-hidden />}
        </button>
      )}
      <button type="button" className={controlClass} onClick={() => stage.step(-1)} aria-label={t("previous")}>
        <ChevronLeft aria-hidden />
      </button>
      <button type="button" className={controlClass} onClick={() => stage.step(1)} aria-label={t("next")}>
        <ChevronRight aria-hidden />
      </button>
    </div>
  );
}
