import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { signInCodeSchema, signInSchema } from "@/lib/shared/auth";
import { say } from "@/lib/shared/say";
import { AppError } from "../errors";
import { type AuthExchange, keepFailure } from "./auth-exchange";
import { checkCredentials } from "./commands";
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
        const { userId } = await checkCredentials(input.data, caller, db);
        if (!(await hasTwoFactor(userId, db))) return { id: userId };
        exchange.secondStepOf = userId;
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
        const userId = exchange.ticketOf;
        if (!userId) throw new AppError("forbidden", say("errors.secondStepOver"));
        const input = signInCodeSchema.safeParse(given);
        const fits = input.success && (await consumeSecondFactor(userId, input.data.code, exchange));
        if (!fits) {
          throw new AppError("invalid_input", say("errors.codeWrong"), { fields: { code: say("errors.codeWrong") } });
        }
        exchange.isTicketUsed = true;
        return { id: userId };
      }),
  });
}
