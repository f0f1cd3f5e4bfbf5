import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { CopyButton } from "@/app/_components/copy-button";
import { CoverArt } from "@/app/_components/cover-art";
import { Price } from "@/app/_components/price";
import { Link } from "@/app/_i18n/navigation";
import { useFormats } from "@/app/_i18n/use-formats";
import { toPercentOff } from "@/lib/shared/money";
import type { Order, OrderItem } from "@/lib/shared/orders";

function LicenceKey({ code, title }: { code: string; title: string }) {
  const t = useTranslations("orders.order");
  return (
    <div className="flex items-center gap-2 rounded-lg border border-line bg-background py-1 pr-1 pl-3">
      <KeyRound aria-hidden className="size-4 shrink-0 text-accent" />
      <span className="sr-only">{t("keyOf", { title })}</span>
      <code className="min-w-0 grow break-all text-sm">{code}</code>
      <CopyButton text={code} label={t("copyKey", { title })} />
    </div>
  );
}

/** That the game was cheaper for being bought in a bundle; a bundle that is gone has no name any more. */
function InBundle({ title, percent }: { title: string | null; percent: number }) {
  const t = useTranslations("orders.order");
  const { discount } = useFormats();
  const values = { discount: discount(percent) };
  return <p className="text-muted text-sm">{title ? t("bundle", { ...values, title }) : t("bundleGone", values)}</p>;
}

function ItemRow({ item, currency }: { item: OrderItem; currency: string }) {
  const { slug, title, hasPage, cover, licenceKeys, listPriceCents: listCents, unitPriceCents: amountCents } = item;
  const price = { currency, listCents, amountCents, discountPercent: toPercentOff(listCents, amountCents) };
  return (
    <li className="flex gap-4 rounded-card border border-line bg-surface p-3 sm:gap-5 sm:p-4">
      <div className="relative aspect-[3/4] w-20 shrink-0 self-start overflow-hidden rounded-lg bg-raised sm:w-24">
        <CoverArt picture={cover} title={title} sizes="6rem" isDecorative />
      </div>
      <div className="grid min-w-0 grow content-start gap-2">
        <h2 className="font-semibold text-base sm:text-lg">
          {hasPage ? (
            <Link href={`/games/${slug}`} className="hover:underline">
              {title}
            </Link>
          ) : (
            title
          )}
        </h2>
        <Price price={price} />
        {item.bundlePercent > 0 && <InBundle title={item.bundleTitle} percent={item.bundlePercent} />}
        {licenceKeys.map((code) => (
          <LicenceKey key={code} code={code} title={title} />
        ))}
      </div>
    </li>
  );
}

/** What was ordered, at the price paid, with the keys that came with it. */
export function OrderItems({ order }: { order: Order }) {
  const t = useTranslations("orders.order");
  return (
    <ul aria-label={t("games")} className="grid gap-3">
      {order.items.map((item) => (
        <ItemRow key={item.gameId} item={item} currency={order.currency} />
      ))}
    </ul>
  );
}
