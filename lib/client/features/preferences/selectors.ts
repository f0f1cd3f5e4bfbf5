import type { ShopCurrency } from "@/lib/shared/currency";
import type { RequestState } from "../../store/request";
import type { RootState } from "../../store/root-reducer";

/** How the newest choice of a currency stands. */
export const selectCurrencyRequest = (state: RootState): RequestState => state.preferences.currency;

/** The currency that the visitor has just chosen and the page is not in yet; null without one. */
export const selectWantedCurrency = (state: RootState): ShopCurrency | null => state.preferences.wanted;
