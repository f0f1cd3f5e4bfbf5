import { useTranslations } from "next-intl";
import { Link } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
import { type PageFacet, toTermPath } from "@/lib/shared/site-paths";

type TermLinksProps = {
  terms: readonly { slug: string; name: string; gameCount: number }[];
  facet: PageFacet;
};

/** Ways to the pages of categories, tags and the like, with how many games each has. */
export function TermLinks({ terms, facet }: TermLinksProps) {
  const t = useTranslations("home");
  const { count } = useFormats();
  return (
    <ul className="flex flex-wrap gap-2.5">
      {terms.map(({ slug, name, gameCount }) => (
        <li key={slug}>
          <Link
            href={toTermPath(facet, slug)}
            className="inline-flex h-11 items-center gap-2.5 rounded-full border border-line bg-surface px-5 font-medium text-sm transition-colors hover:border-edge hover:bg-raised"
          >
            {name}
            <span aria-hidden className="text-muted tabular-nums">
              {count(gameCount)}
            </span>
            <span className="sr-only">{t("gameCount", { count: gameCount })}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
