import { type ReactNode, useId } from "react";

type SectionProps = { title: string; text?: string; children: ReactNode };

/** A titled part of the page. */
export function Section({ title, text, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid min-w-0 grid-cols-1 content-start gap-5">
      <div className="grid gap-1">
        <h2 id={id} className="font-bold text-section">
          {title}
        </h2>
        {text && <p className="max-w-prose text-muted text-sm">{text}</p>}
      </div>
      {children}
    </section>
  );
}
