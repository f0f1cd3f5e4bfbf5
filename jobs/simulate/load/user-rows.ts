import type { ClientBase } from "pg";
import { Random } from "@/jobs/simulate/random";
import type { Simulation } from "@/jobs/simulate/simulation";
import { addDays, toDate } from "@/lib/shared/day";
import { DEMO_LOGINS } from "@/lib/shared/demo-logins";
import { type Cell, copyRows } from "./copy";
import { chooseDemoPublisher, chooseDemoShopper, demoAccountId, hashDemoPassword } from "./demo-accounts";

const USER_COLUMNS = ["id", "email", "name", "role", "password_hash", "email_verified_at", "created_at", "updated_at"];

async function accountRows(simulation: Simulation, demoShopper: number): Promise<Cell[][]> {
  const rows: Cell[][] = simulation.shoppers.map((shopper) => {
    const joined = toDate(shopper.joinedDay);
    return [shopper.id, shopper.email, shopper.name, "shopper", null, joined, joined, joined];
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
    ];
    if (shopper) rows[demoShopper] = row;
    else rows.push(row);
  }
  return rows;
}

const WISHES_PER_SHOPPER = 1.4;

/** Wishes for games that a shopper does not own, the unreleased ones first of all. */
function* wishlistRows({ world, shoppers, ledger }: Simulation, demoShopper: number): Generator<Cell[]> {
  const random = new Random(world.seed, "wishlists");
  const owned = new Set<number>();
  for (let order = 0; order < ledger.orders; order += 1) {
    for (let item = ledger.firstItem[order] ?? 0; item < (ledger.firstItem[order + 1] ?? 0); item += 1) {
      owned.add((ledger.orderShopper[order] ?? 0) * world.games.length + (ledger.itemGame[item] ?? 0));
    }
  }
  const wishable = world.games.filter((game) => game.kind === "base" && !game.isFree);
  const weights = wishable.map((game) => game.appeal * (game.releaseDate > world.day ? 12 : 0.5));
  for (const [index, shopper] of shoppers.entries()) {
    if (index === demoShopper) continue;
    const wishes = new Set(
      Array.from({ length: random.poisson(WISHES_PER_SHOPPER) }, () => random.weightedIndex(weights)),
    );
    let position = 0;
    for (const wish of wishes) {
      const game = wishable[wish];
      if (!game || owned.has(index * world.games.length + game.index)) continue;
      const addedAt = toDate(addDays(world.day, -random.int(0, 45)));
      yield [shopper.id, game.id, position, addedAt];
      position += 1;
    }
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
    ["user_id", "game_id", "position", "added_at"],
    wishlistRows(simulation, demoShopper),
  );
}
