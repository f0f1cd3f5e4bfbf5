import type { ReactNode } from "react";
import { Card } from "@/app/_components/ui/card";

type StatProps = { label: string; value: ReactNode; detail?: ReactNode; aside?: ReactNode };

/** A number with its name and what it is to be seen against. */
export function Stat({ label, value, detail, aside }: StatProps) {
  return (
    <Card className="grid content-start gap-1.5 p-4 sm:p-5">
      <dt className="flex flex-wrap items-center justify-between gap-2 text-muted text-sm">
        {label}
        {aside}
      </dt>
      <dd className="grid gap-1">
        <span className="font-bold font-display text-xl tabular-nums sm:text-2xl tracking-tight">{value}</span>
        {detail && <span className="text-muted text-xs">{detail}</span>}
      </dd>
    </Card>
  );
}
