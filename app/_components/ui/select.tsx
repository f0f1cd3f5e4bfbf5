import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { controlClass } from "./control";

/** The browser's own select, so that keyboards, phones and screen readers have what they know. */
export function Select({ className, ...props }: ComponentProps<"select">) {
  return (
    <span className={clsx("relative block", className)}>
      <select className={clsx(controlClass, "h-11 appearance-none pr-10")} {...props} />
      <ChevronDown aria-hidden className="pointer-events-none absolute top-3.5 right-3 size-4 text-muted" />
    </span>
  );
}
