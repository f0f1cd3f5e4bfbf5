import { z } from "zod";
import { linkedProviderSchema } from "@/lib/shared/account";
import { sealedCookie } from "./sealed-cookie";

/** Remembers, while its owner is at the provider's, that an identity is to be linked to an account. */
export const linkCookie = sealedCookie({
  name: "kratos_link",
  purpose: "link-account",
  minutes: 10,
  content: z.object({ userId: z.uuid(), sessionId: z.uuid(), provider: linkedProviderSchema }),
});

/** Whose account an identity of which provider is to be linked to. */
export type LinkIntent = NonNullable<ReturnType<typeof linkCookie.read>>;
