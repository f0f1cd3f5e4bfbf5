import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useId } from "react";
import { GameCard } from "@/app/_components/game-card";
import type { GameCard as Game } from "@/lib/shared/catalogue";

type ShelfSectionProps = { title: string; text?: string; href?: string; linkText?: string; children: ReactNode };

/** A titled part of a page with a way to all of its kind. */
export function ShelfSection({ title, text, href, linkText = "See all", children }: ShelfSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-5">
      <div className="flex items-end justify-between gap-4">
        <div className="grid gap-1">
          <h2 id={id} className="font-bold text-2xl">
            {title}
          </h2>
          {text && <p className="text-muted text-sm">{text}</p>}
        </div>
        {href && (
          <Link
            href={href}
            className="inline-flex shrink-0 items-center gap-1.5 rounded-md py-1 font-semibold text-primary text-sm hover:text-primary-strong"
          >
            {linkText}
            <span className="sr-only">: {title}</span>
            <ArrowRight aria-hidden className="size-4" />
          </Link>
        )}
      </div>
      {children}
    </section>
  );
}

const rowSizes = "(min-width: 1536px) 16vw, (min-width: 1024px) 16vw, (min-width: 640px) 30vw, 44vw";

/** Games side by side: swiped on a narrow screen, one row on a wide one. */
export function GameRow({ games }: { games: Game[] }) {
  return (
    <ul className="scrollbar-none -mx-4 grid snap-x scroll-px-4 auto-cols-[44%] grid-flow-col gap-4 overflow-x-auto px-4 py-1 sm:auto-cols-[29%] lg:mx-0 lg:auto-cols-auto lg:grid-flow-row lg:grid-cols-6 lg:overflow-visible lg:px-0">
      {games.map((game) => (
        <li key={game.id} className="min-w-0 snap-start">
          <GameCard game={game} sizes={rowSizes} />
        </li>
      ))}
    </ul>
  );
}
