import { listGames } from "@/lib/server/catalogue/queries";
import { handler } from "@/lib/server/http/handler";
import { gamePageSchema, gameQuerySchema } from "@/lib/shared/catalogue";

export const GET = handler({ access: "public", query: gameQuerySchema, output: gamePageSchema }, ({ query, db }) =>
  listGames(query, new Date(), db),
);
