import { clsx } from "clsx";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";

const variants = {
  primary: "bg-primary text-on-primary hover:bg-primary-strong",
  secondary: "border border-line bg-raised text-foreground hover:border-edge",
  ghost: "text-foreground hover:bg-raised",
  danger: "border border-danger/60 bg-danger/10 text-danger hover:bg-danger/20",
} as const;

const sizes = {
  sm: "h-9 gap-1.5 px-3 text-sm",
  md: "h-11 gap-2 px-4 text-sm",
  lg: "h-13 gap-2.5 px-6 text-base",
} as const;

type ButtonProps = ComponentProps<"button"> & {
  variant?: keyof typeof variants;
  size?: keyof typeof sizes;
  /** Gives the look to the only child, such as a link. */
  asChild?: boolean;
};

export function Button({ variant = "primary", size = "md", asChild, className, type, ...props }: ButtonProps) {
  const Tag = asChild ? Slot.Root : "button";
  return (
    <Tag
      {...(asChild ? {} : { type: type ?? "button" })}
      className={clsx(
        "inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-lg font-semibold",
        "transition-[color,background-color,border-color,scale] active:scale-[0.98] disabled:cursor-not-allowed",
        "disabled:opacity-55 disabled:active:scale-100 aria-disabled:opacity-55",
        "[&_svg]:size-[1.15em] [&_svg]:shrink-0",
        variants[variant],
        sizes[size],
        className,
      )}
      {...props}
    />
  );
}
