"use client";

import type { ReactNode } from "react";
import { useKeptFocus } from "@/app/_components/use-kept-focus";

type SessionsPlaceProps = { label: string; ids: readonly string[]; children: ReactNode };

/** Takes the focus of the button that ended a session, and went with it. */
export function SessionsPlace({ label, ids, children }: SessionsPlaceProps) {
  const place = useKeptFocus(ids.join());
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form.
    <div ref={place} role="group" aria-label={label} tabIndex={-1} className="grid gap-5 outline-none">
      {children}
    </div>
  );
}
