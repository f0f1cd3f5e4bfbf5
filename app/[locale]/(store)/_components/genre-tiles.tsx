import { useTranslations } from "next-intl";
import { CoverArt } from "@/app/_components/cover-art";
import { Link } from "@/app/_i18n/navigation";
import { useGenreName } from "@/app/_i18n/use-term-name";
import type { FacetTile } from "@/lib/server/catalogue/shelves";
import { toTermPath } from "@/lib/shared/site-paths";

export function GenreTiles({ genres }: { genres: FacetTile[] }) {
  const t = useTranslations("home");
  const nameOf = useGenreName();
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4 lg:grid-cols-7 xl:gap-4">
      {genres.map((genre) => (
        <li key={genre.slug}>
          <Link
            href={toTermPath("genre", genre.slug)}
            className="picture-edge group relative block aspect-[16/10] overflow-hidden rounded-card bg-raised shadow-cover transition-[translate,box-shadow] duration-300 hover:-translate-y-1 hover:shadow-lift lg:aspect-[4/5]"
          >
            <CoverArt
              picture={genre.picture}
              title=""
              sizes="(min-width: 1900px) 460px, (min-width: 1024px) 24vw, (min-width: 640px) 25vw, 48vw"
              isDecorative
              className="transition-transform duration-500 group-hover:scale-105"
            />
            <span className="absolute inset-0 bg-linear-to-t from-black/90 via-black/45 to-black/10" />
            <span className="absolute inset-x-0 bottom-0 p-3.5">
              <span className="block font-bold font-display text-lg text-white leading-tight">{nameOf(genre)}</span>
              <span className="text-white/90 text-xs">{t("gameCount", { count: genre.gameCount })}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
