import type { ClientBase } from "pg";
import type { Simulation } from "@/jobs/simulate/simulation";
import { type Cell, copyRows } from "./copy";
import { SalesRows } from "./sales-rows";

/** Reserves numbers of a sequence for rows that are loaded with their ids; returns how many were taken before. */
async function reserve(client: ClientBase, table: string, column: string, count: number): Promise<number> {
  const { rows } = await client.query<{ taken: string }>(`SELECT coalesce(max(${column}), 0) AS taken FROM ${table}`);
  const taken = Number(rows[0]?.taken ?? 0);
  await client.query("SELECT setval(pg_get_serial_sequence($1, $2), $3)", [table, column, taken + count]);
  return taken;
}

/** Loads orders, items, payments, libraries, refunds and gift keys. */
export async function loadSales(
  client: ClientBase,
  simulation: Simulation,
  onTable: (name: string) => void,
): Promise<void> {
  const { ledger } = simulation;
  const taken = {
    orders: await reserve(client, "orders", "number", ledger.orders),
    items: await reserve(client, "order_items", "id", ledger.items),
  };
  const rows = new SalesRows(simulation, taken);
  const copy = async (table: string, columns: string, source: Iterable<Cell[]>) => {
    onTable(table);
    await copyRows(client, table, columns.split(" "), source);
  };
  await copy(
    "orders",
    "id number user_id status currency total_cents idempotency_key request_hash placed_at paid_at",
    rows.orders(),
  );
  await copy(
    "order_items",
    "id order_id game_id quantity list_price_cents discount_percent unit_price_cents unit_base_cents",
    rows.items(),
  );
  await copy(
    "payments",
    "id order_id provider provider_ref status amount_cents currency created_at updated_at",
    rows.payments(),
  );
  await copy("entitlements", "user_id game_id order_item_id source granted_at revoked_at", rows.entitlements());
  await copy("refunds", "id order_id payment_id order_item_id amount_cents reason status created_at", rows.refunds());
  await copy("licence_keys", "id game_id code status order_item_id sold_at", rows.keys());
}
