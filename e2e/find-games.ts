import { inject } from "vitest";
import { z } from "zod";

const gamesSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      slug: z.string(),
      title: z.string(),
      isReleased: z.boolean(),
      price: z.object({ amountCents: z.int() }).nullable(),
    }),
  ),
});

export type FoundGame = { id: string; slug: string; title: string };

/** Games that are out, cost something and need no other game, dearest first; `skip` leaves those of other tests alone. */
export async function findPaidGames(count: number, skip: number): Promise<FoundGame[]> {
  const response = await fetch(`${inject("baseUrl")}/api/games?kind=base&sort=price_desc&limit=100`);
  const { items } = gamesSchema.parse(await response.json());
  const paid = items.filter(({ isReleased, price }) => isReleased && price && price.amountCents > 0);
  const games = paid.slice(skip, skip + count);
  if (games.length < count) throw new Error("there are too few games");
  return games;
}

/** One such game. */
export async function findPaidGame(place: number): Promise<FoundGame> {
  const [game] = await findPaidGames(1, place);
  if (!game) throw new Error("there are too few games");
  return game;
}
