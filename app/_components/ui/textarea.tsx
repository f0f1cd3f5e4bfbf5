import { clsx } from "clsx";
import type { ComponentProps } from "react";
import { controlClass } from "./control";

export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return <textarea className={clsx(controlClass, "min-h-28 py-2.5", className)} {...props} />;
}
