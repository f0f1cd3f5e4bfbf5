import type { ReactNode } from "react";
import { Card } from "@/app/_components/ui/card";

type StatProps = { label: string; value: ReactNode; detail?: ReactNode; aside?: ReactNode };

/** A number with its name and what it is to be seen against. */
export function Stat({ label, value, detail, aside }: StatProps) {
  return (
    <Card className="grid content-start gap-1.5 p-4 sm:p-5">
      <dt className="text-muted text-sm">{label}</dt>
      <dd className="grid gap-1">
        <span className="font-bold font-display text-xl tabular-nums tracking-tight sm:text-2xl">{value}</span>
        {(aside || detail) && (
          <span className="flex flex-wrap items-center gap-x-2 text-muted text-xs">
            {aside}
            {detail}
          </span>
        )}
      </dd>
    </Card>
  );
}
