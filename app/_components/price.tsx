import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useFormats } from "@/app/_i18n/use-formats";
import type { CurrentPrice } from "@/lib/shared/catalogue";

type PriceProps = {
  /** Null where the game is not for sale. */
  price: Pick<CurrentPrice, "listCents" | "amountCents" | "discountPercent" | "currency"> | null;
  size?: "sm" | "md" | "lg";
  className?: string;
};

const sizes = {
  sm: { amount: "text-sm", list: "text-xs", badge: "px-1.5 py-0.5 text-xs" },
  md: { amount: "text-base", list: "text-xs", badge: "px-2 py-1 text-sm" },
  lg: { amount: "text-3xl", list: "text-sm", badge: "px-2.5 py-1.5 text-xl" },
} as const;

/** What a game costs, with its discount and the price it is taken from. */
export function Price({ price, size = "md", className }: PriceProps) {
  const t = useTranslations("common");
  const { money, discount } = useFormats();
  const look = sizes[size];
  if (!price) return <p className={clsx("text-muted", look.amount, className)}>{t("notForSale")}</p>;
  const { listCents, amountCents, discountPercent, currency } = price;
  const amount = amountCents === 0 ? t("free") : money({ amountCents, currency });
  return (
    <p className={clsx("flex flex-wrap items-center gap-x-2 gap-y-1 tabular-nums", className)}>
      {discountPercent > 0 && (
        <>
          <span className={clsx("notch bg-deal font-bold text-on-deal", look.badge)}>
            <span className="sr-only">{t("discount")} </span>
            {discount(discountPercent)}
          </span>
          <s className={clsx("text-muted", look.list)}>
            <span className="sr-only">{t("insteadOf")} </span>
            {money({ amountCents: listCents, currency })}
          </s>
        </>
      )}
      <span className={clsx("font-bold", look.amount)}>{amount}</span>
    </p>
  );
}
