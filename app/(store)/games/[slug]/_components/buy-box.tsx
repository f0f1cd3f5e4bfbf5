import { CalendarClock, Clock } from "lucide-react";
import { AddToCartButton } from "@/app/_components/add-to-cart-button";
import { Price } from "@/app/_components/price";
import type { GameDetail } from "@/lib/shared/catalogue";
import { formatDay, formatMoment, formatTimeLeft } from "@/lib/shared/day-text";

type BuyBoxProps = { game: GameDetail; isOwned: boolean; now: Date };

/** What the game costs, until when, and the one button to have it. */
export function BuyBox({ game, isOwned, now }: BuyBoxProps) {
  const endsAt = game.price?.promotionEndsAt ? new Date(game.price.promotionEndsAt) : null;
  return (
    <div className="grid gap-4">
      {game.isReleased ? (
        <div className="grid gap-1.5">
          <Price price={game.price} size="lg" />
          {endsAt && (
            <p className="flex items-center gap-1.5 text-muted text-sm">
              <Clock aria-hidden className="size-4" />
              <time dateTime={endsAt.toISOString()}>
                {formatTimeLeft(endsAt, now)} left, until {formatMoment(endsAt)}
              </time>
            </p>
          )}
        </div>
      ) : (
        <p className="flex items-center gap-2.5 font-bold text-xl">
          <CalendarClock aria-hidden className="size-5 shrink-0 text-primary" />
          {game.releaseDate ? `Out on ${formatDay(game.releaseDate)}` : "No date announced yet"}
        </p>
      )}
      <AddToCartButton game={game} isOwned={isOwned} className="w-full" />
    </div>
  );
}
