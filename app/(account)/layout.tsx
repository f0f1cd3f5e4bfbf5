import type { ReactNode } from "react";

export default function AccountLayout({ children }: { children: ReactNode }) {
  return <div className="container-page grid gap-8 py-10">{children}</div>;
}
