import type { Locale } from "@/lib/shared/locale";
import type { Db } from "../db";
import type { Caller } from "./caller";
import type { LinkIntent } from "./link-intent";
import type { Ticket } from "./sign-in-ticket";

/** One request to next-auth: what it brings, and what its callbacks found that next-auth itself cannot answer with. */
export type AuthExchange = {
  caller: Caller;
  db: Db;
  /** The session that the browser has so far. */
  oldSessionId: string | null;
  /** The first step of signing in that the browser has done. */
  ticket: Ticket | null;
  /** What the browser's owner is about to link to the account. */
  linkIntent: LinkIntent | null;
  /** Where the browser is to go after signing in. */
  callbackPath: string;
  /** The language of the pages that the browser comes from. */
  locale: Locale;

  failure?: unknown;
  /** The password that was right: signing in ends by no session where it is another by then. */
  print?: string;
  /** Who has done the first step just now, and must show a code. */
  secondStepOf?: Ticket;
  isTicketUsed?: boolean;
  isLinkDone?: boolean;
};

/** Runs a step and keeps its failure for the answer; next-auth would turn it into a redirect or swallow it. */
export async function keepFailure<Result>(exchange: AuthExchange, step: () => Promise<Result>): Promise<Result | null> {
  try {
    return await step();
  } catch (error) {
    exchange.failure = error;
    return null;
  }
}
