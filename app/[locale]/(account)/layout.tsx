import type { ReactNode } from "react";
import { requireActorPage } from "@/lib/server/auth/page-guards";

/** Asks who is there before anything is sent, so that those who are not signed in are redirected by the status. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  await requireActorPage();
  return <div className="container-page grid gap-8 py-10">{children}</div>;
}
