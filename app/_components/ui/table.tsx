import { clsx } from "clsx";
import type { ComponentProps } from "react";

type TableProps = ComponentProps<"table"> & {
  /** Names the table and the region that scrolls it. */
  label: string;
};

/** A table that scrolls sideways within its own frame where the screen is narrow. */
export function Table({ label, className, ...props }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="overflow-x-auto rounded-card border border-line bg-surface">
      <table aria-label={label} className={clsx("w-full border-collapse text-left text-sm", className)} {...props} />
    </section>
  );
}

export function TableHead({ className, ...props }: ComponentProps<"thead">) {
  return <thead className={clsx("border-line border-b bg-raised/60 text-muted", className)} {...props} />;
}

export function TableBody({ className, ...props }: ComponentProps<"tbody">) {
  return <tbody className={clsx("divide-y divide-line", className)} {...props} />;
}

export function TableRow({ className, ...props }: ComponentProps<"tr">) {
  return <tr className={clsx("transition-colors [tbody_&]:hover:bg-raised/50", className)} {...props} />;
}

type CellProps = { isNumeric?: boolean };

export function TableHeader({ isNumeric, className, scope = "col", ...props }: ComponentProps<"th"> & CellProps) {
  return (
    <th
      scope={scope}
      className={clsx("whitespace-nowrap px-4 py-3 font-semibold text-xs", isNumeric && "text-right", className)}
      {...props}
    />
  );
}

export function TableCell({ isNumeric, className, ...props }: ComponentProps<"td"> & CellProps) {
  return <td className={clsx("px-4 py-3", isNumeric && "text-right tabular-nums", className)} {...props} />;
}
