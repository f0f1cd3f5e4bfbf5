import { toCaller } from "@/lib/server/auth/caller";
import { registerShopper } from "@/lib/server/auth/commands";
import { REGISTER_LIMIT } from "@/lib/server/auth/rules";
import { handler } from "@/lib/server/http/handler";
import { toRequestLocale } from "@/lib/server/i18n/translate";
import { registerSchema, sessionViewSchema } from "@/lib/shared/auth";

export const POST = handler(
  {
    access: "public",
    rateLimit: REGISTER_LIMIT,
    body: registerSchema,
    output: sessionViewSchema,
    status: 201,
    sendsMail: true,
  },
  ({ body, request, db }) => registerShopper(body, db, { locale: toRequestLocale(request), caller: toCaller(request) }),
);
