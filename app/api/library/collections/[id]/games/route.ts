import { handler } from "@/lib/server/http/handler";
import { changeCollection } from "@/lib/server/library/commands";
import { COLLECTION_LIMIT } from "@/lib/server/library/limits";
import {
  changeCollectionSchema,
  collectionSchema,
  idParamsSchema,
  MAX_COLLECTION_BODY_BYTES,
} from "@/lib/shared/library";

/** Puts games into a collection and takes others out. */
export const PATCH = handler(
  {
    access: "signed_in",
    params: idParamsSchema,
    body: changeCollectionSchema,
    maxBodyBytes: MAX_COLLECTION_BODY_BYTES,
    output: collectionSchema,
    rateLimit: COLLECTION_LIMIT,
  },
  ({ actor, params, body, db }) => changeCollection(actor, params.id, body, db),
);
