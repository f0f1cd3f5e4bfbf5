import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { GameCard } from "@/app/_components/game-card";
import { toShownGame } from "@/app/_components/shown-game";
import { Link } from "@/app/_i18n/navigation";
import type { GameCard as Game } from "@/lib/shared/catalogue";
import { ScrollRow } from "./scroll-row";

type ShelfSectionProps = {
  title: ReactNode;
  text?: string;
  href?: string;
  linkText?: string;
  children: ReactNode;
};

/** A titled part of a page with a way to all of its kind. */
export function ShelfSection({ title, text, href, linkText, children }: ShelfSectionProps) {
  const t = useTranslations("home");
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-5 sm:gap-6">
      <div className="flex items-center justify-between gap-4">
        <div className="grid gap-1">
          <h2 id={id} className="flex items-center gap-3 font-bold text-section">
            <span aria-hidden className="h-[0.85em] w-1.5 shrink-0 -skew-x-12 rounded-[1px] bg-primary" />
            <span>{title}</span>
          </h2>
          {text && <p className="text-muted text-sm">{text}</p>}
        </div>
        {href && (
          <Link
            href={href}
            aria-describedby={id}
            className="group/all inline-flex min-h-9 shrink-0 items-center gap-1.5 rounded-md font-semibold text-primary text-sm hover:text-primary-strong"
          >
            {linkText ?? t("seeAll")}
            <ArrowRight aria-hidden className="size-4 transition-transform group-hover/all:translate-x-0.5" />
          </Link>
        )}
      </div>
      {children}
    </section>
  );
}

/** Games side by side in one row that is swiped, or moved on by its arrows. */
export function GameRow({ games }: { games: Game[] }) {
  return (
    <ScrollRow>
      {games.map((game) => (
        <li key={game.id} className="min-w-0 snap-start">
          <GameCard game={toShownGame(game)} place="row" />
        </li>
      ))}
    </ScrollRow>
  );
}
