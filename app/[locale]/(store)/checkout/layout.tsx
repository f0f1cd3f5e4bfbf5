import type { ReactNode } from "react";
import { CheckoutFeatures } from "@/app/_components/checkout-features";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { requireActorPage } from "@/lib/server/auth/page-guards";

/** Asks who is there before anything is sent, so that those who are not signed in are redirected by the status. */
export default async function CheckoutLayout({ children }: { children: ReactNode }) {
  await requireActorPage();
  return (
    <ClientMessages namespaces={["checkout", "orders"]}>
      <CheckoutFeatures>{children}</CheckoutFeatures>
    </ClientMessages>
  );
}
