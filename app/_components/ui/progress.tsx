import { clsx } from "clsx";

type ProgressProps = {
  /** From 0 to 1. */
  value: number;
  label: string;
  tone?: "primary" | "success" | "danger";
  className?: string;
};

const tones = { primary: "bg-primary", success: "bg-success", danger: "bg-danger" } as const;

export function Progress({ value, label, tone = "primary", className }: ProgressProps) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={clsx("h-2 overflow-hidden rounded-full bg-raised", className)}
    >
      <div className={clsx("h-full rounded-full transition-[width]", tones[tone])} style={{ width: `${percent}%` }} />
    </div>
  );
}
