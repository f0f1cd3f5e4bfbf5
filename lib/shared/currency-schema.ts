import { z } from "zod";
import { CURRENCIES } from "./currency";

export const shopCurrencySchema = z.enum(CURRENCIES);

/** What a shopper chooses of the shop. */
export const preferencesSchema = z.strictObject({ currency: shopCurrencySchema });
