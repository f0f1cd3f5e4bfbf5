"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useRouter } from "@/app/_i18n/navigation";
import { selectCurrencyRequest, selectWantedCurrency } from "@/lib/client/features/preferences/selectors";
import { currencyRequest, currencyTold } from "@/lib/client/features/preferences/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { browserWire } from "@/lib/client/store/tab-wire";
import { useHydrated } from "@/lib/client/use-hydrated";
import { CURRENCIES, type ShopCurrency, toShopCurrency } from "@/lib/shared/currency";
import { Select } from "./ui/select";

/** Shows the server's pages anew once they are in the chosen currency, and forgets the choice when they are. */
function useFollowCurrency(currency: ShopCurrency) {
  const router = useRouter();
  const dispatch = useAppDispatch();
  const { status } = useAppSelector(selectCurrencyRequest);
  const wanted = useAppSelector(selectWantedCurrency);
  const isDone = status === "succeeded";

  useEffect(() => {
    if (isDone && wanted !== currency) router.refresh();
    if (isDone && wanted === currency) dispatch(currencyRequest.cancelled());
  }, [router, dispatch, isDone, wanted, currency]);
}

/** Follows another tab to its currency: the cart and other loads answer in it already. */
function useFollowTabs() {
  const router = useRouter();
  const dispatch = useAppDispatch();

  useEffect(
    () =>
      browserWire().open((topic) => {
        if (topic !== "currency") return;
        dispatch(currencyTold());
        router.refresh();
      }),
    [router, dispatch],
  );
}

type CurrencySwitcherProps = {
  /** What the page is shown in. */
  currency: ShopCurrency;
  /** Each currency with its name in the page's language; by the server, since browsers are slow to name them. */
  names: Record<ShopCurrency, string>;
  className?: string;
};

/** The currency that one shops in: every price, and the cart's, changes with it. */
export function CurrencySwitcher({ currency, names, className }: CurrencySwitcherProps) {
  const t = useTranslations("shell");
  const dispatch = useAppDispatch();
  const isHydrated = useHydrated();
  const wanted = useAppSelector(selectWantedCurrency);
  useFollowCurrency(currency);
  useFollowTabs();
  const choose = (value: string) => {
    const next = toShopCurrency(value);
    if (next) dispatch(currencyRequest.requested(next));
  };
  return (
    <Select
      aria-label={t("currency")}
      value={wanted ?? currency}
      disabled={!isHydrated}
      onChange={(event) => choose(event.target.value)}
      {...(className && { className })}
    >
      {CURRENCIES.map((code) => (
        <option key={code} value={code}>
          {names[code]}
        </option>
      ))}
    </Select>
  );
}
