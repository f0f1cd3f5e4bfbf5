import type { ReactNode } from "react";

type AuthCardProps = { title: string; lead: ReactNode; icon?: ReactNode; children?: ReactNode };

export function AuthCard({ title, lead, icon, children }: AuthCardProps) {
  return (
    <section className="grid w-full gap-6 rounded-card border border-line bg-surface p-6 shadow-lift sm:p-9">
      <header className="grid gap-2">
        {icon && (
          <span
            aria-hidden
            className="mb-2 grid size-12 place-items-center rounded-full bg-primary/12 text-primary [&_svg]:size-5.5"
          >
            {icon}
          </span>
        )}
        <h1 className="font-bold text-3xl">{title}</h1>
        <p className="text-muted text-sm">{lead}</p>
      </header>
      {children}
    </section>
  );
}

/** A link within the words of a card. */
export const cardLinkClass = "font-semibold text-accent underline underline-offset-3";
