import { clsx } from "clsx";
import type { ComponentProps } from "react";

const tones = {
  neutral: "border-line bg-raised text-muted",
  primary: "border-primary/40 bg-primary/15 text-primary",
  accent: "border-transparent bg-accent text-on-accent",
  success: "border-success/40 bg-success/10 text-success",
  warning: "border-warning/40 bg-warning/10 text-warning",
  danger: "border-danger/40 bg-danger/10 text-danger",
} as const;

type BadgeProps = ComponentProps<"span"> & { tone?: keyof typeof tones };

export function Badge({ tone = "neutral", className, ...props }: BadgeProps) {
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1 whitespace-nowrap rounded-md border px-2 py-0.5 font-semibold text-xs",
        tones[tone],
        className,
      )}
      {...props}
    />
  );
}
