import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { CoverArt } from "@/app/_components/cover-art";
import { Link } from "@/app/_i18n/navigation";
import type { Picture } from "@/lib/shared/catalogue";
import { TERM_INDEX_PATHS } from "@/lib/shared/site-paths";
import type { TermPlace } from "./term-place";

type TermBannerProps = {
  term: TermPlace;
  picture: Picture | null;
  /** Ways further into the term, such as its most frequent tags. */
  within: readonly { id: string; text: string; href: string }[];
};

const chipClass =
  "inline-flex h-10 items-center whitespace-nowrap rounded-full border border-white/25 bg-black/45 px-4 text-sm text-white " +
  "transition-colors hover:border-white/60 hover:bg-black/70";

/** The head of a term's page: its picture, what it is about, and ways further into it. */
export function TermBanner({ term, picture, within }: TermBannerProps) {
  const t = useTranslations("terms");
  const { facet, name, title, text, website } = term;
  return (
    <header className="container-page sm:pt-8">
      <div className="relative isolate grid min-h-64 content-end gap-4 overflow-hidden rounded-stage bg-raised p-5 shadow-lift max-sm:-mx-4 max-sm:rounded-none sm:min-h-80 sm:p-8 lg:p-12">
        <CoverArt
          picture={picture}
          title=""
          sizes="(min-width: 1900px) 1800px, (min-width: 640px) 96vw, 130vw"
          isFirst
          isDecorative
          className="-z-1"
        />
        <div className="absolute inset-0 -z-1 bg-linear-to-t from-black/90 via-black/65 to-black/45 sm:via-black/55 sm:to-black/25" />
        <nav aria-label={t("breadcrumb")} className="text-sm text-white/90">
          <Link
            href={TERM_INDEX_PATHS[facet]}
            className="inline-block rounded-sm py-1 underline decoration-white/40 underline-offset-4 hover:decoration-white"
          >
            {t(`index.${facet}.title`)}
          </Link>
        </nav>
        <h1 className="max-w-4xl font-bold text-hero text-white">{title}</h1>
        <p className="max-w-2xl text-pretty text-white/95 sm:text-lg">{text}</p>
        {website && (
          <a
            href={website}
            rel="noopener noreferrer nofollow"
            target="_blank"
            className="inline-flex items-center gap-2 justify-self-start rounded-sm py-1 text-sm text-white underline decoration-white/40 underline-offset-4 hover:decoration-white"
          >
            {t("website", { name })}
            <ExternalLink aria-hidden className="size-4" />
          </a>
        )}
        {within.length > 0 && (
          <ul
            aria-label={t("within", { name })}
            className="scrollbar-none flex gap-2 max-sm:-mx-5 max-sm:overflow-x-auto max-sm:px-5 sm:flex-wrap"
          >
            {within.map(({ id, text: word, href }) => (
              <li key={id}>
                <Link href={href} scroll={false} className={chipClass}>
                  {word}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </header>
  );
}
