import { CalendarClock, Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Countdown } from "@/app/_components/countdown";
import { Price } from "@/app/_components/price";
import { useFormats } from "@/app/_i18n/use-formats";
import { toDate } from "@/lib/shared/day";
import type { GameDetail } from "@/lib/shared/game-detail";
import type { LowestPrice as Lowest } from "@/lib/shared/price-history";
import { LowestPrice } from "./lowest-price";

type BuyBoxProps = {
  game: GameDetail;
  /** Null where no price was kept. */
  lowest: Lowest | null;
  /** When the page is rendered, in milliseconds since 1970. */
  now: number;
  /** The buttons by which the game is had. */
  children: ReactNode;
};

function OfferEnd({ endsAt, now }: { endsAt: string; now: number }) {
  const t = useTranslations("game.price");
  const { moment } = useFormats();
  return (
    <p className="flex items-start gap-2 text-sm">
      <Clock aria-hidden className="mt-0.5 size-4 shrink-0 text-primary" />
      <span>
        <Countdown until={endsAt} now={now} of="offer" />
        <span className="block text-muted">{t("until", { moment: moment(endsAt) })}</span>
      </span>
    </p>
  );
}

function ReleaseDay({ game, now }: Pick<BuyBoxProps, "game" | "now">) {
  const t = useTranslations("game.release");
  const { day } = useFormats();
  return (
    <div className="flex items-start gap-3">
      <CalendarClock aria-hidden className="mt-1 size-5 shrink-0 text-primary" />
      <div className="grid gap-1">
        <p className="font-bold font-display text-xl">
          {game.releaseDate ? t("outOn", { day: day(game.releaseDate) }) : t("noDate")}
        </p>
        {game.releaseDate && (
          <p className="text-muted text-sm">
            <Countdown until={toDate(game.releaseDate).toISOString()} now={now} of="release" />
          </p>
        )}
        {game.price && <Price price={game.price} size="md" className="mt-1" />}
      </div>
    </div>
  );
}

/** What the game costs, until when and less than when; or when it comes out. */
export function BuyBox({ game, lowest, now, children }: BuyBoxProps) {
  const { price } = game;
  return (
    <div className="grid gap-4">
      {game.isReleased ? (
        <div className="grid gap-2.5">
          <Price price={price} size="lg" />
          {price?.promotionEndsAt && <OfferEnd endsAt={price.promotionEndsAt} now={now} />}
          {price && lowest && <LowestPrice lowest={lowest} currency={price.currency} />}
        </div>
      ) : (
        <ReleaseDay game={game} now={now} />
      )}
      {children}
    </div>
  );
}
