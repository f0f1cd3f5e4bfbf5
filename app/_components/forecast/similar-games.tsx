import { useTranslations } from "next-intl";
import { Card } from "@/app/_components/ui/card";
import { Link } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
import { useGenreName } from "@/app/_i18n/use-term-name";
import { LAUNCH_DAYS, type SimilarGame, type SimilarReason } from "@/lib/shared/forecast";

type SimilarGamesProps = {
  games: readonly SimilarGame[];
  /** Address above the games' pages. */
  gamesPath: string;
};

function useReason(): (reason: SimilarReason) => string {
  const t = useTranslations("forecast");
  const genreName = useGenreName();
  const { list, money } = useFormats();
  return (reason) => {
    if (reason.about === "publisher") return t("similar.reasons.publisher");
    if (reason.about === "genres") {
      return t("similar.reasons.genres", { genres: list(reason.genres.map(genreName)) });
    }
    const { priceCents, currency } = reason;
    if (priceCents === 0) return t("similar.reasons.free");
    return t("similar.reasons.price", { price: money({ amountCents: priceCents, currency }) });
  };
}

/** Games whose launches tell what to expect of this one. */
export function SimilarGames({ games, gamesPath }: SimilarGamesProps) {
  const t = useTranslations("forecast");
  const { count, day } = useFormats();
  const toText = useReason();
  return (
    <Card className="grid content-start gap-3 p-4 text-sm sm:p-5">
      <h2 className="font-semibold text-lg">{t("similar.title")}</h2>
      <p className="text-muted">{t("similar.text")}</p>
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
                {[...reasons.map(toText), t("similar.out", { day: day(releaseDate) })].join(" · ")}
              </p>
            </div>
            {launchUnits !== null && (
              <p className="grid shrink-0 justify-items-end">
                <span className="font-semibold tabular-nums">{count(launchUnits)}</span>
                <span className="text-muted text-xs">{t("similar.inDays", { days: LAUNCH_DAYS })}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
