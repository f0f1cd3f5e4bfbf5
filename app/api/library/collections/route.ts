import { handler } from "@/lib/server/http/handler";
import { listCollections } from "@/lib/server/library/collections";
import { createCollection } from "@/lib/server/library/commands";
import { COLLECTION_LIMIT } from "@/lib/server/library/limits";
import {
  collectionListSchema,
  collectionSchema,
  createCollectionSchema,
  MAX_COLLECTION_BODY_BYTES,
} from "@/lib/shared/library";

/** One's own collections. */
export const GET = handler({ access: "signed_in", output: collectionListSchema }, async ({ actor, db }) => ({
  items: await listCollections(actor, db),
}));

/** Makes a collection. */
export const POST = handler(
  {
    access: "signed_in",
    body: createCollectionSchema,
    maxBodyBytes: MAX_COLLECTION_BODY_BYTES,
    output: collectionSchema,
    status: 201,
    rateLimit: COLLECTION_LIMIT,
  },
  ({ actor, body, db }) => createCollection(actor, body, db),
);
