import Link from "next/link";
import { CoverArt } from "@/app/_components/cover-art";
import { toDay } from "@/lib/shared/day";
import { formatDay } from "@/lib/shared/day-text";
import type { LibraryGame } from "@/lib/shared/library";

const titleLinkClass =
  "outline-none after:absolute after:inset-0 after:rounded-card focus-visible:after:outline-2 " +
  "focus-visible:after:outline-accent focus-visible:after:-outline-offset-2";

/** A game that one owns: its cover leads to the game's page, the line under it to the order. */
export function LibraryGameCard({ game }: { game: LibraryGame }) {
  const { slug, title, developer, cover, hasPage, orderId, grantedAt } = game;
  return (
    <li className="group relative flex flex-col overflow-hidden rounded-card border border-line bg-surface transition duration-200 focus-within:border-muted hover:-translate-y-1 hover:border-muted hover:shadow-lift">
      <div className="@container relative aspect-[3/4] overflow-hidden bg-raised">
        <CoverArt
          picture={cover}
          title={title}
          sizes="(min-width: 1280px) 16vw, (min-width: 1024px) 19vw, (min-width: 640px) 30vw, 46vw"
          isDecorative
          className="transition-transform duration-500 group-hover:scale-[1.04]"
        />
      </div>
      <div className="grid gap-1 p-3.5">
        <h2 className="line-clamp-2 font-semibold text-[0.95rem] leading-snug">
          {hasPage ? (
            <Link href={`/games/${slug}`} className={titleLinkClass}>
              {title}
            </Link>
          ) : (
            title
          )}
        </h2>
        <p className="truncate text-muted text-xs">{developer}</p>
        <p className="pt-1 text-muted text-xs">
          {orderId ? (
            <Link href={`/orders/${orderId}`} className="relative z-10 underline hover:text-foreground">
              Bought {formatDay(toDay(new Date(grantedAt)))}
            </Link>
          ) : (
            `Yours since ${formatDay(toDay(new Date(grantedAt)))}`
          )}
        </p>
      </div>
    </li>
  );
}
