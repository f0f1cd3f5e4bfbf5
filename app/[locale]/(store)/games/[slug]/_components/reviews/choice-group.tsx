"use client";

import { type ReactNode, useId } from "react";

type ChoiceGroupProps = {
  question: string;
  error: string | undefined;
  children: ReactNode;
};

/** Radio buttons under one question, with what is wrong when none is chosen. */
export function ChoiceGroup({ question, error, children }: ChoiceGroupProps) {
  const id = useId();
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-question`}
      aria-required
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
      className="grid content-start gap-2"
    >
      <p id={`${id}-question`} className="font-medium text-sm">
        {question}
      </p>
      {children}
      {error && (
        <p id={`${id}-error`} className="text-danger text-xs">
          {error}
        </p>
      )}
    </div>
  );
}
