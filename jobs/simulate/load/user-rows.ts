import type { ClientBase } from "pg";
import { currencyOf } from "@/jobs/simulate/demand/currencies";
import type { Simulation } from "@/jobs/simulate/simulation";
import { DEFAULT_CURRENCY } from "@/lib/shared/currency";
import { addDays, toDate } from "@/lib/shared/day";
import { DEMO_LOGINS } from "@/lib/shared/demo-logins";
import { type Cell, copyRows } from "./copy";
import { chooseDemoPublisher, chooseDemoShopper, demoAccountId, hashDemoPassword } from "./demo-accounts";

const USER_COLUMNS = [
  "id",
  "email",
  "name",
  "role",
  "password_hash",
  "email_verified_at",
  "created_at",
  "updated_at",
  "currency",
];

/** What a shopper chose to pay in; nobody has to choose what is the shop's own. */
function chosenCurrency(shopper: { id: string }): string | null {
  const currency = currencyOf(shopper);
  return currency === DEFAULT_CURRENCY ? null : currency;
}

async function accountRows(simulation: Simulation, demoShopper: number): Promise<Cell[][]> {
  const rows: Cell[][] = simulation.shoppers.map((shopper) => {
    const joined = toDate(shopper.joinedDay);
    return [shopper.id, shopper.email, shopper.name, "shopper", null, joined, joined, joined, chosenCurrency(shopper)];
  });
  const opened = toDate(addDays(simulation.world.openingDay, -60));
  for (const login of DEMO_LOGINS) {
    const passwordHash = await hashDemoPassword(login.password);
    const shopper = login.role === "shopper" ? simulation.shoppers[demoShopper] : undefined;
    const since = shopper ? toDate(shopper.joinedDay) : opened;
    const row: Cell[] = [
      shopper?.id ?? demoAccountId(login.role),
      login.email,
      login.name,
      login.role,
      passwordHash,
      since,
      since,
      since,
      null,
    ];
    if (shopper) rows[demoShopper] = row;
    else rows.push(row);
  }
  return rows;
}

/** Wishes in the order in which each shopper made them; the demo's own shopper starts with an empty list. */
function* wishlistRows({ world, shoppers, wishes }: Simulation, demoShopper: number): Generator<Cell[]> {
  const positions = new Uint16Array(shoppers.length);
  for (const { shopper, game, addedMs, removedMs } of wishes) {
    if (shopper === demoShopper) continue;
    const position = positions[shopper] ?? 0;
    positions[shopper] = position + 1;
    const removedAt = removedMs === null ? null : new Date(removedMs);
    yield [shoppers[shopper]?.id ?? null, world.games[game]?.id ?? null, position, new Date(addedMs), removedAt];
  }
}

/** Loads shoppers, the demo's own accounts, the publisher's membership and wishlists. */
export async function loadUsers(client: ClientBase, simulation: Simulation): Promise<void> {
  const demoShopper = chooseDemoShopper(simulation);
  await copyRows(client, "users", USER_COLUMNS, await accountRows(simulation, demoShopper));
  const publisher = simulation.world.publishers[chooseDemoPublisher(simulation)];
  if (!publisher) throw new Error("the world has no publisher");
  await client.query("INSERT INTO publisher_members (publisher_id, user_id, role) VALUES ($1, $2, 'owner')", [
    publisher.id,
    demoAccountId("publisher"),
  ]);
  await copyRows(
    client,
    "wishlist_items",
    ["user_id", "game_id", "position", "added_at", "removed_at"],
    wishlistRows(simulation, demoShopper),
  );
}
