import Link from "next/link";
import { CoverArt } from "@/app/_components/cover-art";
import type { Facet, Picture } from "@/lib/shared/catalogue";

type GenreTilesProps = { genres: (Facet & { picture: Picture | null })[] };

export function GenreTiles({ genres }: GenreTilesProps) {
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4 lg:grid-cols-7 xl:gap-4">
      {genres.map((genre) => (
        <li key={genre.slug}>
          <Link
            href={`/games?genre=${genre.slug}`}
            className="group relative block aspect-[16/10] lg:aspect-[4/5] overflow-hidden rounded-card border border-line bg-raised"
          >
            <CoverArt
              picture={genre.picture}
              title=""
              sizes="(min-width: 1024px) 22vw, (min-width: 640px) 25vw, 48vw"
              isDecorative
              className="transition-transform duration-500 group-hover:scale-105"
            />
            <span className="absolute inset-0 bg-linear-to-t from-black/90 via-black/45 to-black/15" />
            <span className="absolute inset-x-0 bottom-0 p-3.5">
              <span className="block font-bold font-display text-lg text-white leading-tight">{genre.name}</span>
              <span className="text-white/85 text-xs">
                {genre.gameCount} {genre.gameCount === 1 ? "game" : "games"}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
