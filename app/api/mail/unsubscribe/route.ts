import { z } from "zod";
import { unsubscribe } from "@/lib/server/account/profile";
import { UNSUBSCRIBE_LIMIT } from "@/lib/server/account/rules";
import { AppError } from "@/lib/server/errors";
import { handler } from "@/lib/server/http/handler";
import { readUnsubscribeToken } from "@/lib/server/mail/unsubscribe";
import { say } from "@/lib/shared/say";

/** Ends one sort of mail by the token in it: what a mail program's one click sends (RFC 8058), and our own page. */
export const POST = handler(
  { access: "public", rateLimit: UNSUBSCRIBE_LIMIT, query: z.object({ token: z.string().max(200) }) },
  async ({ query, db }) => {
    const subscription = readUnsubscribeToken(query.token);
    if (!subscription) throw new AppError("not_found", say("errors.nothingHere"));
    await unsubscribe(subscription, db);
    return undefined;
  },
);
