import { Library } from "lucide-react";
import { useTranslations } from "next-intl";
import { AddBundleButton } from "@/app/_components/add-bundle-button";
import { useFormats } from "@/app/_i18n/use-formats";
import type { BundleOffer as Offer } from "@/lib/shared/bundles";

function Price({ offer }: { offer: Offer }) {
  const t = useTranslations("bundles");
  const { money, discount } = useFormats();
  const { total, lines } = offer;
  if (!total) return null;
  const missing = lines.filter(({ unavailable }) => unavailable !== "owned").length;
  const { currency } = total;
  const savedCents = total.singlyCents - total.amountCents;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-line border-t pt-4">
      <div className="grid gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 tabular-nums">
          <span className="notch bg-deal px-2 py-1 font-bold text-on-deal text-sm">
            <span className="sr-only">{t("discount")} </span>
            {discount(offer.discountPercent)}
          </span>
          <s className="text-muted text-sm">
            <span className="sr-only">{t("singly")} </span>
            {money({ amountCents: total.singlyCents, currency })}
          </s>
          <span className="font-bold text-xl">{money({ amountCents: total.amountCents, currency })}</span>
        </p>
        <p className="text-muted text-sm">
          {t("saving", { missing, amount: money({ amountCents: savedCents, currency }) })}
        </p>
      </div>
      <AddBundleButton
        slug={offer.slug}
        text={t(missing === lines.length ? "addAll" : "addRest", { missing })}
        addingText={t("adding")}
        className="max-sm:w-full"
      />
    </div>
  );
}

/** Why there is nothing to pay. */
function State({ state }: Pick<Offer, "state">) {
  const t = useTranslations("bundles");
  if (state === "offered") return null;
  return (
    <p className="flex items-center gap-2 border-line border-t pt-4 text-muted text-sm">
      {state === "owned" && <Library aria-hidden className="size-4" />}
      {t(state === "owned" ? "allOwned" : "unavailable")}
    </p>
  );
}

/** What a bundle costs who looks at it and the button that adds it to the cart, or why it cannot be had. */
export function BundleTotal({ offer }: { offer: Offer }) {
  return offer.total ? <Price offer={offer} /> : <State state={offer.state} />;
}
