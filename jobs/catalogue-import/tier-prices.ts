import type pg from "pg";
import { CURRENCIES, toShopCurrency } from "@/lib/shared/currency";
import { toTierPrices } from "@/lib/shared/price-tiers";

const LIST_PRICES = `
  select distinct data->>'currency' as currency, (data->>'priceCents')::int as "priceCents" from imported`;

const WRITE_TIERS = `
  insert into game_prices (game_id, currency, price_cents)
  select g.id, tier.currency, tier.price_cents
  from imported i
  join games g on g.source = i.source and g.source_id = i.source_id
  join jsonb_to_recordset($1) as tier(own_currency text, own_cents int, currency text, price_cents int)
    on tier.own_currency = i.data->>'currency' and tier.own_cents = (i.data->>'priceCents')::int
  on conflict (game_id, currency) do update set price_cents = excluded.price_cents, updated_at = now()
  where game_prices.price_cents is distinct from excluded.price_cents`;

type Price = { currency: string; priceCents: number };

/** What a price of the file is in each other currency of the shop; nothing where the shop does not know the file's. */
function toTiers({ currency, priceCents }: Price) {
  const own = toShopCurrency(currency);
  if (!own) return [];
  const prices = toTierPrices(priceCents, own);
  return CURRENCIES.filter((other) => other !== own).map((other) => ({
    own_currency: currency,
    own_cents: priceCents,
    currency: other,
    price_cents: prices[other],
  }));
}

/** Gives every imported game the prices of the shop's table in the currencies that its file does not have. */
export async function writeTierPrices(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Price>(LIST_PRICES);
  await client.query(WRITE_TIERS, [JSON.stringify(rows.flatMap(toTiers))]);
}
