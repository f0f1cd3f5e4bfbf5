import { z } from "zod";
import { getCaptions } from "@/lib/server/catalogue/captions";
import { handler } from "@/lib/server/http/handler";

/** What a game's video shows, for the browser's own player. */
export const GET = handler({ access: "public", params: z.object({ id: z.uuid() }) }, async ({ params, db }) => {
  const headers = { "content-type": "text/vtt; charset=utf-8", "cache-control": "public, max-age=3600" };
  return new Response(await getCaptions(params.id, db), { headers });
});
