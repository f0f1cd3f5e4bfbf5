import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { CoverArt } from "@/app/_components/cover-art";
import { Link } from "@/app/_i18n/navigation";
import type { BundleOffer as Offer } from "@/lib/shared/bundles";
import type { CartLine } from "@/lib/shared/cart";
import { toBundlePath, toGamePath } from "@/lib/shared/site-paths";
import { BundleTotal } from "./bundle-total";

function BundleGame({ line }: { line: CartLine }) {
  const t = useTranslations("bundles");
  const isOwned = line.unavailable === "owned";
  return (
    <li className="group/game relative grid w-24 shrink-0 content-start gap-2 sm:w-28">
      <div className="picture-edge relative aspect-[3/4] overflow-hidden rounded-lg bg-raised shadow-cover">
        <CoverArt
          picture={line.cover}
          title={line.title}
          sizes="112px"
          isDecorative
          className={isOwned ? "opacity-45" : ""}
        />
        {isOwned && (
          <span className="absolute inset-x-0 bottom-0 flex items-center justify-center gap-1 bg-black/75 py-1 font-semibold text-white text-xs">
            <Check aria-hidden className="size-3.5" />
            {t("owned")}
          </span>
        )}
      </div>
      <Link
        href={toGamePath(line.slug)}
        className="line-clamp-2 rounded-sm font-medium text-xs leading-snug after:absolute after:inset-0 group-hover/game:text-primary"
      >
        {line.title}
      </Link>
    </li>
  );
}

type BundleOfferProps = { offer: Offer; headingLevel?: 2 | 3 };

/** A bundle as one buys it: its games, what is owned of them, and what the rest costs together. */
export function BundleOffer({ offer, headingLevel = 3 }: BundleOfferProps) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <article className="grid grid-cols-1 content-start gap-4 rounded-card border border-line bg-surface p-5">
      <div className="grid gap-1">
        <Heading className="font-semibold text-lg">
          <Link href={toBundlePath(offer.slug)} className="rounded-sm hover:text-primary">
            {offer.title}
          </Link>
        </Heading>
        <p className="max-w-prose text-muted text-sm">{offer.description}</p>
      </div>
      <ul className="scrollbar-none -mx-1 flex gap-4 overflow-x-auto px-1 pb-1">
        {offer.lines.map((line) => (
          <BundleGame key={line.gameId} line={line} />
        ))}
      </ul>
      <BundleTotal offer={offer} />
    </article>
  );
}
