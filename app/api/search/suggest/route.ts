import { z } from "zod";
import { listSuggestions } from "@/lib/server/catalogue/queries";
import { findRequestCurrency } from "@/lib/server/currency/queries";
import { handler } from "@/lib/server/http/handler";
import { nameTerms } from "@/lib/server/i18n/term-names";
import { toRequestLocale } from "@/lib/server/i18n/translate";
import { suggestionsSchema } from "@/lib/shared/catalogue-facets";
import { searchSchema } from "@/lib/shared/catalogue-query";

const querySchema = z.object({ q: searchSchema.optional() });

export const GET = handler(
  { access: "public", query: querySchema, output: suggestionsSchema },
  async ({ actor, query, request, db }) => {
    if (!query.q) return { games: [], terms: [] };
    const { games, terms } = await listSuggestions(query.q, { currency: findRequestCurrency(request, actor) }, db);
    return { games, terms: await nameTerms(terms, toRequestLocale(request)) };
  },
);
