import { useTranslations } from "next-intl";
import { FlagBadge } from "@/app/_components/forecast/flag-badge";
import { Link } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
import type { FlaggedGame } from "@/lib/shared/ledger";

/** Games whose forecasts lost to repeating the last week two weeks running, the worst first. */
export function FlaggedGames({ games }: { games: readonly FlaggedGame[] }) {
  const t = useTranslations("admin");
  const { amount } = useFormats();
  return (
    <ul className="divide-y divide-line text-sm">
      {games.map(({ slug, title, publisher, meanAbsError, naiveMeanAbsError, isRetrained }) => (
        <li key={slug} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
          <span className="min-w-0">
            <Link href={`/admin/games/${slug}`} className="font-semibold hover:text-primary">
              {title}
            </Link>
            <span className="block text-muted text-xs">
              {t("quality.flagged", {
                publisher: publisher.name,
                error: amount(meanAbsError),
                naive: amount(naiveMeanAbsError),
              })}
            </span>
          </span>
          <FlagBadge isRetrained={isRetrained} />
        </li>
      ))}
    </ul>
  );
}
