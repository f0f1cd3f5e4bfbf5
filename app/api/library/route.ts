import { handler } from "@/lib/server/http/handler";
import { listLibrary } from "@/lib/server/library/queries";
import { libraryPageSchema, libraryQuerySchema } from "@/lib/shared/library";

/** The games that one owns, as the query filters and orders them. */
export const GET = handler(
  { access: "signed_in", query: libraryQuerySchema, output: libraryPageSchema },
  ({ actor, query, db }) => listLibrary(actor, query, db),
);
