import { type ReactNode, useId } from "react";

type SectionProps = {
  title: string;
  text?: ReactNode;
  /** How things stand, beside the title. */
  mark?: ReactNode;
  /** Name by which a link leads here. */
  anchor?: string;
  children: ReactNode;
};

/** One matter of the account: what it is about on the left, what can be done on the right where there is room. */
export function Section({ title, text, mark, anchor, children }: SectionProps) {
  const id = useId();
  return (
    <section
      id={anchor}
      aria-labelledby={id}
      className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-5 border-line border-t pt-8 first:border-t-0 first:pt-0 xl:grid-cols-[minmax(0,19rem)_minmax(0,36rem)]"
    >
      <header className="grid content-start gap-1.5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 id={id} className="font-semibold text-lg">
            {title}
          </h2>
          {mark}
        </div>
        {text && <p className="max-w-prose text-muted text-sm">{text}</p>}
      </header>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-5">{children}</div>
    </section>
  );
}
