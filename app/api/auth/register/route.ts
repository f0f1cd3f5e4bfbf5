import { registerShopper } from "@/lib/server/auth/commands";
import { REGISTER_LIMIT } from "@/lib/server/auth/rules";
import { handler } from "@/lib/server/http/handler";
import { registerSchema, sessionViewSchema } from "@/lib/shared/auth";

export const POST = handler(
  { access: "public", rateLimit: REGISTER_LIMIT, body: registerSchema, output: sessionViewSchema, status: 201 },
  ({ body, db }) => registerShopper(body, db),
);
