import { KeyRound } from "lucide-react";
import Link from "next/link";
import { CoverArt } from "@/app/_components/cover-art";
import { Price } from "@/app/_components/price";
import type { Order, OrderItem } from "@/lib/shared/orders";
import { CopyButton } from "./copy-button";

function LicenceKey({ code, title }: { code: string; title: string }) {
  return (
    <div className="flex items-center gap-2 rounded-lg border border-line bg-background py-1 pr-1 pl-3">
      <KeyRound aria-hidden className="size-4 shrink-0 text-accent" />
      <span className="sr-only">Licence key of {title}</span>
      <code className="min-w-0 grow break-all text-sm">{code}</code>
      <CopyButton text={code} label={`Copy the key of ${title}`} />
    </div>
  );
}

function ItemRow({ item, currency }: { item: OrderItem; currency: string }) {
  const { slug, title, cover, licenceKeys, listPriceCents, discountPercent, unitPriceCents } = item;
  const price = { currency, listCents: listPriceCents, amountCents: unitPriceCents, discountPercent };
  return (
    <li className="flex gap-4 rounded-card border border-line bg-surface p-3 sm:gap-5 sm:p-4">
      <div className="@container relative aspect-[3/4] w-20 shrink-0 self-start overflow-hidden rounded-lg bg-raised sm:w-24">
        <CoverArt picture={cover} title={title} sizes="6rem" isDecorative />
      </div>
      <div className="grid min-w-0 grow content-start gap-2">
        <h2 className="font-semibold text-base sm:text-lg">
          <Link href={`/games/${slug}`} className="hover:underline">
            {title}
          </Link>
        </h2>
        <Price price={price} />
        {licenceKeys.map((code) => (
          <LicenceKey key={code} code={code} title={title} />
        ))}
      </div>
    </li>
  );
}

/** What was ordered, at the price paid, with the keys that came with it. */
export function OrderItems({ order }: { order: Order }) {
  return (
    <ul aria-label="Games of this order" className="grid gap-3">
      {order.items.map((item) => (
        <ItemRow key={item.gameId} item={item} currency={order.currency} />
      ))}
    </ul>
  );
}
