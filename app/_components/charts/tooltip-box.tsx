"use client";

import { clsx } from "clsx";
import type { ReactNode } from "react";

type TooltipLineProps = {
  name: string;
  value: string;
  /** Class of the dot's colour. */
  mark: string;
};

export function TooltipLine({ name, value, mark }: TooltipLineProps) {
  return (
    <div className="flex items-center justify-between gap-6">
      <dt className="flex items-center gap-2 text-muted">
        <span aria-hidden className={clsx("h-2 w-2 rounded-full", mark)} />
        {name}
      </dt>
      <dd className="font-semibold tabular-nums">{value}</dd>
    </div>
  );
}

/** What a point of a chart says, for pointers and for the arrow keys alike. */
export function TooltipBox({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div
      role="status"
      aria-live="assertive"
      className="grid gap-1.5 rounded-lg border border-line bg-raised px-3 py-2.5 text-xs shadow-lift"
    >
      <p className="font-semibold">{title}</p>
      <dl className="grid gap-1">{children}</dl>
    </div>
  );
}
