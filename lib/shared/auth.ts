import { z } from "zod";

/** Fewest and most characters of a password; length is the only rule, as NIST SP 800-63B advises. */
export const PASSWORD_LENGTH = { min: 10, max: 200 } as const;

/** An e-mail address in the form that it is stored in. */
export const emailSchema = z
  .string({ error: "Enter an e-mail address" })
  .trim()
  .toLowerCase()
  .max(254, "This e-mail address is too long")
  .pipe(z.email({ error: "Enter an e-mail address like name@example.com" }));

/** A password that somebody chooses now; one that is only checked has no rule but a size. */
export const newPasswordSchema = z
  .string({ error: "Choose a password" })
  .min(PASSWORD_LENGTH.min, `Use at least ${PASSWORD_LENGTH.min} characters`)
  .max(PASSWORD_LENGTH.max, `Use at most ${PASSWORD_LENGTH.max} characters`);

/** What the register page sends. */
export const registerSchema = z
  .object({
    name: z
      .string({ error: "Enter your name" })
      .trim()
      .min(1, "Enter your name")
      .max(80, "Use at most 80 characters")
      .regex(/^[^\p{Cc}]*$/u, "Use letters, digits and signs only"),
    email: emailSchema,
    password: newPasswordSchema,
  })
  .refine((input) => input.password.toLowerCase() !== input.email, {
    path: ["password"],
    error: "Choose a password that is not your e-mail address",
  });

export type RegisterInput = z.infer<typeof registerSchema>;

/** What the sign-in page sends. */
export const signInSchema = z.object({
  email: emailSchema,
  password: z.string({ error: "Enter your password" }).min(1, "Enter your password").max(PASSWORD_LENGTH.max),
});

export type SignInInput = z.infer<typeof signInSchema>;

/** What the browser may know of the person who is signed in. */
export const sessionViewSchema = z.object({
  userId: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(["shopper", "publisher", "staff", "admin"]),
});

export type SessionView = z.infer<typeof sessionViewSchema>;

/** The answer of the session check: empty when nobody is signed in. */
export const sessionBodySchema = z.object({ user: sessionViewSchema.optional() });

/** The address to go to after signing in: a path of this site, else `/`; never another site's. */
export function toCallbackPath(value: unknown): string {
  if (typeof value !== "string" || !value.startsWith("/")) return "/";
  const base = "https://this-site.invalid";
  if (!URL.canParse(value, base)) return "/";
  const url = new URL(value, base);
  const isOwnPage = url.origin === base && !/^\/(sign-in|register|api)(\/|$)/.test(url.pathname);
  // A path such as `/.//evil.example` is ours to the parser and another host's once it is printed again.
  return isOwnPage && !url.pathname.startsWith("//") ? `${url.pathname}${url.search}${url.hash}` : "/";
}
