import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { signInCodeSchema, signInSchema } from "@/lib/shared/auth";
import { say } from "@/lib/shared/say";
import { AppError } from "../errors";
import { type AuthExchange, keepFailure } from "./auth-exchange";
import { checkCredentials } from "./commands";
import { findPrint } from "./password-print";
import { consumeSecondFactor, hasTwoFactor } from "./second-factor";

type Provider = AuthOptions["providers"][number];

/** The first step of signing in. Where the account takes a code, it ends with a ticket for the second step. */
export function passwordProvider(exchange: AuthExchange): Provider {
  return CredentialsProvider({
    credentials: { email: { type: "email" }, password: { type: "password" } },
    authorize: (given) =>
      keepFailure(exchange, async () => {
        const input = signInSchema.safeParse(given);
        if (!input.success) throw new AppError("unauthenticated", say("errors.credentialsWrong"));
        const { caller, db } = exchange;
        // Read before the check: a print that still holds in the end is that of the password which was checked.
        const print = (await findPrint({ email: input.data.email }, db)) ?? "";
        const { userId } = await checkCredentials(input.data, caller, db);
        exchange.print = print;
        if (!(await hasTwoFactor(userId, db))) return { id: userId };
        exchange.secondStepOf = { userId, print };
        return null;
      }),
  });
}

/** The second step of signing in: a ticket of the first, and a code. */
export function codeProvider(exchange: AuthExchange): Provider {
  return CredentialsProvider({
    id: "code",
    credentials: { code: { type: "text" } },
    authorize: (given) =>
      keepFailure(exchange, async () => {
        if (!exchange.ticket) throw new AppError("forbidden", say("errors.secondStepOver"));
        const { userId, print } = exchange.ticket;
        const input = signInCodeSchema.safeParse(given);
        const fits = input.success && (await consumeSecondFactor(userId, input.data.code, exchange));
        if (!fits) {
          throw new AppError("invalid_input", say("errors.codeWrong"), { fields: { code: say("errors.codeWrong") } });
        }
        exchange.isTicketUsed = true;
        exchange.print = print;
        return { id: userId };
      }),
  });
}
