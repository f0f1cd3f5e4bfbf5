import { isSecureSite } from "@/lib/server/auth/session-token";
import { updateCurrency } from "@/lib/server/currency/commands";
import { keepCurrency } from "@/lib/server/currency/cookie";
import { handler } from "@/lib/server/http/handler";
import { preferencesSchema } from "@/lib/shared/currency-schema";

/** Takes over what the shopper chose: for this browser, and for the account of who is signed in. */
export const PUT = handler({ access: "public", body: preferencesSchema }, async ({ actor, body, db }) => {
  if (actor) await updateCurrency(actor, body.currency, db);
  const cookie = keepCurrency(body.currency, isSecureSite());
  return Response.json(body, { headers: { "cache-control": "no-store", "set-cookie": cookie } });
});
