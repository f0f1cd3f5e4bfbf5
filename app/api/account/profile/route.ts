import { updateProfile } from "@/lib/server/account/profile";
import { getProfile } from "@/lib/server/account/queries";
import { ACCOUNT_LIMIT } from "@/lib/server/account/rules";
import { handler } from "@/lib/server/http/handler";
import { profileSchema, updateProfileSchema } from "@/lib/shared/account";

export const GET = handler({ access: "signed_in", output: profileSchema }, ({ actor, db }) => getProfile(actor, db));

export const PATCH = handler(
  { access: "signed_in", rateLimit: ACCOUNT_LIMIT, body: updateProfileSchema, output: profileSchema },
  ({ actor, body, db }) => updateProfile(actor, body, db),
);
