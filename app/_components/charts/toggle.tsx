"use client";

import { clsx } from "clsx";
import { Table2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type ToggleProps = { isPressed: boolean; onClick: () => void; children: ReactNode };

/** One of a few ways to look at a chart. */
export function Toggle({ isPressed, onClick, children }: ToggleProps) {
  return (
    <button
      type="button"
      aria-pressed={isPressed}
      onClick={onClick}
      className={clsx(
        "inline-flex h-8 items-center gap-1.5 whitespace-nowrap rounded-md px-2.5 font-medium text-xs transition-colors",
        isPressed ? "bg-raised text-foreground ring-1 ring-muted/60 ring-inset" : "text-muted hover:text-foreground",
      )}
    >
      {children}
    </button>
  );
}

export function ToggleGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="flex rounded-lg border border-line bg-background p-0.5">
      <legend className="sr-only">{label}</legend>
      {children}
    </fieldset>
  );
}

type TableToggleProps = {
  tableId: string;
  isShown: boolean;
  onToggle: () => void;
  /** What the table is of, for who cannot see which chart the button stands at. */
  of?: string;
};

/** Brings the table of a chart's numbers into sight. */
export function TableToggle({ tableId, isShown, onToggle, of }: TableToggleProps) {
  const t = useTranslations("charts");
  return (
    <button
      type="button"
      aria-expanded={isShown}
      aria-controls={tableId}
      onClick={onToggle}
      className="inline-flex h-9 items-center gap-1.5 rounded-lg border border-line bg-background px-2.5 font-medium text-muted text-xs transition-colors hover:text-foreground sm:ml-auto"
    >
      <Table2 aria-hidden className="size-4" />
      {t(isShown ? "table.hide" : "table.show")}
      {of && <span className="sr-only">{`: ${of}`}</span>}
    </button>
  );
}
