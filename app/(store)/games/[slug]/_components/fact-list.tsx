import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/app/_components/ui/badge";
import type { GameDetail } from "@/lib/shared/catalogue";
import { formatDay } from "@/lib/shared/day-text";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4 py-2.5">
      <dt className="shrink-0 text-muted">{name}</dt>
      <dd className="min-w-0 text-right">{children}</dd>
    </div>
  );
}

function AgeFact({ game }: { game: GameDetail }) {
  if (game.ageRatings.length === 0) return game.minimumAge > 0 ? <Fact name="Age">{game.minimumAge}+</Fact> : null;
  const descriptors = [...new Set(game.ageRatings.flatMap((rating) => rating.descriptors))];
  return (
    <Fact name="Age">
      <span className="flex flex-wrap justify-end gap-1.5">
        {game.ageRatings.map((rating) => (
          <Badge key={rating.board}>
            {rating.board} {rating.rating}
          </Badge>
        ))}
      </span>
      {descriptors.length > 0 && <span className="mt-1.5 block text-muted text-xs">{descriptors.join(", ")}</span>}
    </Fact>
  );
}

/** Who made it, when it came out, where it runs and for whom it is. */
export function FactList({ game }: { game: GameDetail }) {
  return (
    <dl className="divide-y divide-line text-sm">
      <Fact name="Publisher">{game.publisher.name}</Fact>
      <Fact name="Developer">{game.developer}</Fact>
      <Fact name="Release">{game.releaseDate ? formatDay(game.releaseDate) : "To be announced"}</Fact>
      {game.platforms.length > 0 && (
        <Fact name="Platforms">{game.platforms.map((platform) => platform.name).join(", ")}</Fact>
      )}
      <AgeFact game={game} />
      <Fact name="Genres">
        <span className="flex flex-wrap justify-end gap-x-3 gap-y-1">
          {game.genres.map((genre) => (
            <Link key={genre.slug} href={`/games?genre=${genre.slug}`} className="text-primary hover:underline">
              {genre.name}
            </Link>
          ))}
        </span>
      </Fact>
    </dl>
  );
}
