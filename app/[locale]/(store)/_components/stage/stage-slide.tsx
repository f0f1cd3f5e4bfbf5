"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { CoverArt } from "@/app/_components/cover-art";
import { Price } from "@/app/_components/price";
import { Button } from "@/app/_components/ui/button";
import { Link } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
import { toGamePath } from "@/lib/shared/site-paths";
import type { StageGame } from "./stage-game";

type StageSlideProps = {
  game: StageGame;
  place: number;
  count: number;
  isCurrent: boolean;
  /** False while its picture is not worth loading. */
  isNear: boolean;
};

function Offer({ game }: { game: StageGame }) {
  const t = useTranslations("home.stage");
  const common = useTranslations("common");
  const { day } = useFormats();
  if (game.isReleased) return <Price price={game.price} className="text-white [&_s]:text-white/80" />;
  return (
    <p className="font-medium text-white">
      {game.releaseDate ? t("outOn", { day: day(game.releaseDate) }) : common("toBeAnnounced")}
    </p>
  );
}

export function StageSlide({ game, place, count, isCurrent, isNear }: StageSlideProps) {
  const t = useTranslations("home.stage");
  const text = t(game.isReleased ? "see" : "more");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a slide is a group within the carousel, not a form's fieldset
    <div
      role="group"
      aria-roledescription="slide"
      aria-label={t("slide", { place: place + 1, count, title: game.title })}
      inert={!isCurrent}
      className={clsx(
        "[grid-area:1/1] relative overflow-hidden transition-opacity duration-700",
        isCurrent ? "z-1 opacity-100" : "opacity-0",
      )}
    >
      {isNear && (
        <CoverArt
          picture={game.picture}
          title={game.title}
          sizes="(min-width: 1900px) 1500px, (min-width: 1024px) 75vw, (min-width: 640px) 100vw, 130vw"
          isFirst={place === 0}
          className={clsx("transition-transform duration-[1400ms] ease-soft", !isCurrent && "scale-[1.04]")}
        />
      )}
      <div className="absolute inset-0 bg-linear-to-t from-black/90 via-black/40 to-transparent sm:bg-linear-to-r sm:from-black/85 sm:via-black/45" />
      <div className="absolute inset-x-0 bottom-0 grid max-w-3xl gap-3 p-5 pb-18 sm:p-8 sm:pb-18 lg:p-12">
        <p className="font-medium text-sm text-white/90">{game.genres}</p>
        <h2 className="font-bold text-hero text-white">{game.title}</h2>
        <p className="line-clamp-3 max-w-xl text-pretty text-white/90 sm:text-lg">{game.shortDescription}</p>
        <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-3">
          <Button asChild size="lg" className="max-sm:h-12">
            <Link href={toGamePath(game.slug)} aria-label={t("of", { text, title: game.title })}>
              {text}
            </Link>
          </Button>
          <Offer game={game} />
        </div>
      </div>
    </div>
  );
}
