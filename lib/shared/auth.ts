import { z } from "zod";
import { say } from "./say";

/** Fewest and most characters of a password; length is the only rule, as NIST SP 800-63B advises. */
export const PASSWORD_LENGTH = { min: 10, max: 200 } as const;

/** Most characters of a name. */
export const NAME_LENGTH = 80;

/** An e-mail address in the form that it is stored in. */
export const emailSchema = z
  .string({ error: say("errors.emailMissing") })
  .trim()
  .toLowerCase()
  .max(254, say("errors.emailTooLong"))
  .pipe(z.email({ error: say("errors.emailInvalid") }));

/**
 * A name that others see: something of it can be seen, and it has no control characters, nor any that turn the
 * direction of what stands beside it.
 */
export const nameSchema = z
  .string({ error: say("errors.nameMissing") })
  .trim()
  .max(NAME_LENGTH, say("errors.nameTooLong", { max: NAME_LENGTH }))
  .regex(/[^\p{Default_Ignorable_Code_Point}\s]/u, say("errors.nameMissing"))
  .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u, say("errors.nameInvalid"));

/** A password that somebody chooses now; one that is only checked has no rule but a size. */
export const newPasswordSchema = z
  .string({ error: say("errors.passwordToChoose") })
  .min(PASSWORD_LENGTH.min, say("errors.passwordTooShort", { min: PASSWORD_LENGTH.min }))
  .max(PASSWORD_LENGTH.max, say("errors.passwordTooLong", { max: PASSWORD_LENGTH.max }));

/** A password that is only checked: no rule but a size. */
export const givenPasswordSchema = z
  .string({ error: say("errors.passwordMissing") })
  .min(1, say("errors.passwordMissing"))
  .max(PASSWORD_LENGTH.max, say("errors.passwordTooLong", { max: PASSWORD_LENGTH.max }));

/** A code of an authenticator app or a recovery code, as it is typed: spaces and dashes do not count. */
export const codeSchema = z
  .string({ error: say("errors.codeMissing") })
  .trim()
  .min(1, say("errors.codeMissing"))
  .max(40, say("errors.codeWrong"));

/** What the register page sends. */
export const registerSchema = z
  .object({ name: nameSchema, email: emailSchema, password: newPasswordSchema })
  .refine((input) => input.password.toLowerCase() !== input.email, {
    path: ["password"],
    error: say("errors.passwordIsEmail"),
  });

export type RegisterInput = z.infer<typeof registerSchema>;

/** What the sign-in page sends. */
export const signInSchema = z.object({ email: emailSchema, password: givenPasswordSchema });

export type SignInInput = z.infer<typeof signInSchema>;

/** What the second step of signing in sends. */
export const signInCodeSchema = z.object({ code: codeSchema });

export type SignInCodeInput = z.infer<typeof signInCodeSchema>;

/** Where the second step of signing in is asked for. */
export const SECOND_STEP_PATH = "/sign-in/code";

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
