import { clsx } from "clsx";
import type { ReactNode } from "react";

type EmptyStateProps = {
  icon?: ReactNode;
  title: string;
  /** 1 where it is all that the page has. */
  level?: 1 | 2;
  text?: ReactNode;
  action?: ReactNode;
  className?: string;
};

export function EmptyState({ icon, title, level = 2, text, action, className }: EmptyStateProps) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div
      className={clsx(
        "flex flex-col items-center gap-3 rounded-card border border-line border-dashed px-6 py-16 text-center",
        className,
      )}
    >
      {icon && (
        <span aria-hidden className="grid size-14 place-items-center rounded-full bg-raised text-muted [&_svg]:size-6">
          {icon}
        </span>
      )}
      <Heading className="font-semibold text-xl">{title}</Heading>
      {text && <p className="max-w-md text-muted text-sm">{text}</p>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  );
}
