import { handler } from "@/lib/server/http/handler";
import { createDownloadUrl } from "@/lib/server/library/downloads";
import { DOWNLOAD_LIMIT } from "@/lib/server/library/limits";
import { getStorage } from "@/lib/server/storage/s3-storage";
import { idParamsSchema } from "@/lib/shared/library";

/** Leads the owner of a game to one of its files, by an address of the bucket that works for minutes. */
export const GET = handler(
  { access: "signed_in", params: idParamsSchema, rateLimit: DOWNLOAD_LIMIT },
  async ({ actor, params, db }) => {
    const location = await createDownloadUrl(actor, params.id, { db, storage: getStorage() });
    return new Response(null, { status: 302, headers: { location, "cache-control": "no-store" } });
  },
);
