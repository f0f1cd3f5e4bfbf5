import type { ReactNode } from "react";
import { AccountFeatures } from "@/app/_components/account-features";
import { ClientMessages } from "@/app/_i18n/client-messages";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid grow grid-cols-[minmax(0,28rem)] place-items-start justify-center bg-radial-[at_50%_0%] from-primary/14 via-transparent via-60% px-4 py-8 sm:place-items-center sm:py-14">
      <ClientMessages namespaces={["auth"]}>
        <AccountFeatures>{children}</AccountFeatures>
      </ClientMessages>
    </div>
  );
}
