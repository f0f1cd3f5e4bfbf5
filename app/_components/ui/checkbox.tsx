import { type ComponentProps, useId } from "react";

type CheckboxProps = Omit<ComponentProps<"input">, "type" | "id"> & { label: string; hint?: string };

/** The browser's own box with its label beside it. */
export function Checkbox({ label, hint, ...props }: CheckboxProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <input
        type="checkbox"
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 size-5 shrink-0 accent-primary"
        {...props}
      />
      <span className="grid gap-0.5">
        <label htmlFor={id} className="font-medium text-sm">
          {label}
        </label>
        {hint && (
          <span id={`${id}-hint`} className="text-muted text-xs">
            {hint}
          </span>
        )}
      </span>
    </div>
  );
}
