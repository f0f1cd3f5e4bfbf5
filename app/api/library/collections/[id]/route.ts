import { handler } from "@/lib/server/http/handler";
import { deleteCollection, renameCollection } from "@/lib/server/library/commands";
import { COLLECTION_LIMIT } from "@/lib/server/library/limits";
import {
  collectionSchema,
  deletedCollectionSchema,
  idParamsSchema,
  renameCollectionSchema,
} from "@/lib/shared/library";

/** Gives a collection another name. */
export const PATCH = handler(
  {
    access: "signed_in",
    params: idParamsSchema,
    body: renameCollectionSchema,
    output: collectionSchema,
    rateLimit: COLLECTION_LIMIT,
  },
  ({ actor, params, body, db }) => renameCollection(actor, params.id, body.name, db),
);

/** Deletes a collection and answers with what it held, so that this can be undone. */
export const DELETE = handler(
  { access: "signed_in", params: idParamsSchema, output: deletedCollectionSchema },
  ({ actor, params, db }) => deleteCollection(actor, params.id, db),
);
