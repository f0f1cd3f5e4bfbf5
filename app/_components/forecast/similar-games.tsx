import Link from "next/link";
import { formatCount, formatDay } from "@/app/_components/charts/chart-format";
import { Card } from "@/app/_components/ui/card";
import { LAUNCH_DAYS, type SimilarGame } from "@/lib/shared/forecast";

type SimilarGamesProps = {
  games: readonly SimilarGame[];
  /** Address above the games' pages. */
  gamesPath: string;
};

/** Games whose launches tell what to expect of this one. */
export function SimilarGames({ games, gamesPath }: SimilarGamesProps) {
  return (
    <Card className="grid content-start gap-3 p-4 text-sm sm:p-5">
      <h2 className="font-semibold text-lg">Games like it</h2>
      <p className="text-muted">
        The released games that resemble it most. How they began shows what the forecast rests on.
      </p>
      <ul className="divide-y divide-line">
        {games.map(({ slug, title, releaseDate, reasons, launchUnits }) => (
          <li key={slug} className="flex items-start justify-between gap-4 py-2.5">
            <div className="min-w-0">
              {/* Another publisher's numbers are not to be seen, its page in the shop is. */}
              <Link
                href={launchUnits === null ? `/games/${slug}` : `${gamesPath}/${slug}`}
                className="font-semibold underline decoration-line underline-offset-4 hover:text-primary"
              >
                {title}
              </Link>
              <p className="text-muted text-xs">
                {reasons.join(" · ")} · out {formatDay(releaseDate)}
              </p>
            </div>
            {launchUnits !== null && (
              <p className="grid shrink-0 justify-items-end">
                <span className="font-semibold tabular-nums">{formatCount(launchUnits)}</span>
                <span className="text-muted text-xs">in {LAUNCH_DAYS} days</span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
