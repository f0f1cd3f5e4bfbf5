import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Namespace } from "@/lib/shared/messages/en";
import { compileMessages } from "./compile-messages";

/** What every page's client parts may say: the frame around the pages, and what fails or succeeds anywhere. */
const ROOT_NAMESPACES: readonly Namespace[] = ["cart", "common", "errors", "notices", "shell"];

type ClientMessagesProps = { namespaces?: readonly Namespace[]; children: ReactNode };

/** Gives the client components below it the texts they need, beside those of the root, and no more. */
export async function ClientMessages({ namespaces = [], children }: ClientMessagesProps) {
  const messages = await getMessages();
  const sent = Object.fromEntries(
    [...ROOT_NAMESPACES, ...namespaces].map((name) => [name, compileMessages(messages[name])]),
  );
  return <NextIntlClientProvider messages={sent}>{children}</NextIntlClientProvider>;
}
