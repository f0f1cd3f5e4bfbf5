import type { ReactNode } from "react";

type AuthCardProps = { title: string; lead: ReactNode; children: ReactNode };

export function AuthCard({ title, lead, children }: AuthCardProps) {
  return (
    <section className="grid w-full gap-6 rounded-card border border-line bg-surface p-6 shadow-lift sm:p-9">
      <header className="grid gap-2">
        <h1 className="font-bold text-3xl">{title}</h1>
        <p className="text-muted text-sm">{lead}</p>
      </header>
      {children}
    </section>
  );
}
