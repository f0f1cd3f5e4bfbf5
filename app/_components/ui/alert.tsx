import { clsx } from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const tones = {
  info: { look: "border-line bg-raised", mark: "text-chart-2", Icon: Info },
  success: { look: "border-success/40 bg-success/10", mark: "text-success", Icon: CircleCheck },
  warning: { look: "border-warning/40 bg-warning/10", mark: "text-warning", Icon: TriangleAlert },
  danger: { look: "border-danger/40 bg-danger/10", mark: "text-danger", Icon: CircleAlert },
} as const;

type AlertProps = { tone?: keyof typeof tones; title?: string; className?: string; children?: ReactNode };

export function Alert({ tone = "info", title, className, children }: AlertProps) {
  const { look, mark, Icon } = tones[tone];
  return (
    <div
      role={tone === "danger" ? "alert" : "status"}
      className={clsx("flex gap-3 rounded-lg border px-4 py-3 text-sm", look, className)}
    >
      <Icon aria-hidden className={clsx("mt-0.5 size-4 shrink-0", mark)} />
      <div className="grid min-w-0 gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-muted">{children}</div>}
      </div>
    </div>
  );
}
