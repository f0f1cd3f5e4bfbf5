import { useTranslations } from "next-intl";
import { Link } from "@/app/_i18n/navigation";
import type { GameDetail } from "@/lib/shared/game-detail";
import { toTermPath } from "@/lib/shared/site-paths";
import type { TermNamer } from "./facts/term-namer";

const chip = "inline-flex h-9 items-center rounded-full px-4 text-sm transition-colors";

type TagListProps = { game: Pick<GameDetail, "categories" | "tags">; termName: TermNamer };

/** How it is played and what players call it: ways to games like it. */
export function TagList({ game: { categories, tags }, termName }: TagListProps) {
  const t = useTranslations("game.tags");
  if (categories.length + tags.length === 0) return null;
  return (
    <div className="grid gap-5">
      {categories.length > 0 && (
        <ul aria-label={t("play")} className="flex flex-wrap gap-2">
          {categories.map((category) => (
            <li key={category.slug}>
              <Link
                href={toTermPath("category", category.slug)}
                className={`${chip} border border-line bg-raised hover:border-edge`}
              >
                {termName("category", category)}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {tags.length > 0 && (
        <ul aria-label={t("tags")} className="flex flex-wrap gap-2">
          {tags.map((tag) => (
            <li key={tag.slug}>
              <Link
                href={toTermPath("tag", tag.slug)}
                className={`${chip} text-muted ring-1 ring-line ring-inset hover:text-foreground`}
              >
                {termName("tag", tag)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
