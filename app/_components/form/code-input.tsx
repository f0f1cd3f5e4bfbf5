import type { ComponentProps } from "react";
import { Input } from "@/app/_components/ui/input";

/**
 * A code of an authenticator app: phones and password managers offer it. Recovery codes have letters, so the keyboard is
 * that for digits only where none is taken.
 */
export function CodeInput({ digitsOnly, ...props }: ComponentProps<"input"> & { digitsOnly?: boolean }) {
  return (
    <Input
      inputMode={digitsOnly ? "numeric" : "text"}
      autoComplete="one-time-code"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      maxLength={40}
      {...props}
      className="font-semibold text-base tabular-nums tracking-[0.2em]"
    />
  );
}
