"use client";

import { useId } from "react";

type SegmentedProps<Value extends string> = {
  /** Names the group for screen readers. */
  label: string;
  choices: readonly { value: Value; text: string }[];
  value: Value;
  onChange: (value: Value) => void;
};

/** One choice of two or three, side by side: radio buttons, so that the arrow keys work as everywhere. */
export function Segmented<Value extends string>({ label, choices, value, onChange }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset className="flex max-w-full flex-wrap rounded-lg border border-edge bg-background p-1">
      <legend className="sr-only">{label}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="relative flex h-8.5 cursor-pointer items-center rounded-md px-2.5 font-medium text-muted text-sm transition-colors sm:px-3 has-checked:bg-raised has-checked:text-foreground has-focus-visible:outline-2 has-focus-visible:outline-accent hover:text-foreground"
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {choice.text}
        </label>
      ))}
    </fieldset>
  );
}
