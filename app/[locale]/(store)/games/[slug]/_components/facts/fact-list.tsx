import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/app/_components/ui/badge";
import { Link } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
import type { GameDetail } from "@/lib/shared/game-detail";
import { toTermPath } from "@/lib/shared/site-paths";
import type { TermNamer } from "./term-namer";

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-4 py-2.5">
      <dt className="shrink-0 text-muted">{name}</dt>
      <dd className="min-w-0 text-right">{children}</dd>
    </div>
  );
}

type Translate = ReturnType<typeof useTranslations<"game.facts">>;

/** What a board warns of, in the page's language; words that the shop does not know stay as they are. */
function nameDescriptor(t: Translate, text: string): string {
  const words = text.toLowerCase().split(/[^a-z]+/);
  const key = words.map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join("");
  const path = `descriptors.${key}` as Parameters<Translate["has"]>[0];
  return t.has(path) ? t(path as Parameters<Translate>[0]) : text;
}

function AgeFact({ game }: { game: GameDetail }) {
  const t = useTranslations("game.facts");
  if (game.ageRatings.length === 0) {
    return game.minimumAge > 0 ? <Fact name={t("age")}>{t("fromAge", { age: game.minimumAge })}</Fact> : null;
  }
  const descriptors = [...new Set(game.ageRatings.flatMap((rating) => rating.descriptors))];
  return (
    <Fact name={t("age")}>
      <span className="flex flex-wrap justify-end gap-1.5">
        {game.ageRatings.map((rating) => (
          <Badge key={rating.board}>
            {rating.board} {rating.rating}
          </Badge>
        ))}
      </span>
      {descriptors.length > 0 && (
        <span className="mt-1.5 block text-muted text-xs">
          {descriptors.map((text) => nameDescriptor(t, text)).join(", ")}
        </span>
      )}
    </Fact>
  );
}

/** The download of each platform; one size is said once. */
function SizeFact({ builds }: Pick<GameDetail, "builds">) {
  const t = useTranslations("game.facts");
  const { fileSize } = useFormats();
  const sizes = new Set(builds.map(({ sizeBytes }) => sizeBytes));
  if (builds.length === 0) return null;
  return (
    <Fact name={t("download")}>
      {builds.slice(0, sizes.size === 1 ? 1 : undefined).map(({ platform, sizeBytes }) => (
        <span key={platform.slug} className="block tabular-nums">
          {sizes.size > 1 && <span className="text-muted">{platform.name} </span>}
          {fileSize(sizeBytes)}
        </span>
      ))}
    </Fact>
  );
}

const linkClass = "text-primary underline-offset-4 hover:underline";

/** Who made it, when it came out, where it runs and for whom it is. */
export function FactList({ game, termName }: { game: GameDetail; termName: TermNamer }) {
  const t = useTranslations("game.facts");
  const { day } = useFormats();
  const modes = useTranslations("taxonomy.players");
  return (
    <dl className="divide-y divide-line text-sm">
      <Fact name={t("publisher")}>
        <Link href={toTermPath("publisher", game.publisher.slug)} className={linkClass}>
          {game.publisher.name}
        </Link>
      </Fact>
      <Fact name={t("developer")}>{game.developer}</Fact>
      <Fact name={t("release")}>
        {game.releaseDate ? <time dateTime={game.releaseDate}>{day(game.releaseDate)}</time> : t("noDate")}
      </Fact>
      {game.platforms.length > 0 && (
        <Fact name={t("platforms")}>{game.platforms.map((platform) => termName("platform", platform)).join(", ")}</Fact>
      )}
      {game.players.length > 0 && <Fact name={t("players")}>{game.players.map((mode) => modes(mode)).join(", ")}</Fact>}
      <SizeFact builds={game.builds} />
      <AgeFact game={game} />
      {game.genres.length > 0 && (
        <Fact name={t("genres")}>
          <span className="flex flex-wrap justify-end gap-x-3 gap-y-1">
            {game.genres.map((genre) => (
              <Link key={genre.slug} href={toTermPath("genre", genre.slug)} className={linkClass}>
                {termName("genre", genre)}
              </Link>
            ))}
          </span>
        </Fact>
      )}
    </dl>
  );
}
