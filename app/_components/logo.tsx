import { clsx } from "clsx";

type LogoProps = {
  /** Where there is little room, the mark stands alone. */
  isShort?: "on-phones";
  className?: string;
};

/** The mark: a K cut from a shield. */
export function Logo({ isShort, className }: LogoProps) {
  return (
    <span className={clsx("inline-flex items-center gap-2.5", className)}>
      <svg aria-hidden viewBox="0 0 32 32" className="size-8 shrink-0">
        <path d="M16 1 29 5.5v11C29 24 23.6 29 16 31 8.4 29 3 24 3 16.500v-11z" className="fill-primary" />
        <path
          d="M11 8.500h3.600v6.300l5.200-6.300h4.300l-5.800 6.900L24.300 23h-4.400l-4.100-5.400-1.200 1.400v4H11z"
          className="fill-on-primary"
        />
      </svg>
      <span className={clsx("font-bold font-display text-xl tracking-tight", isShort && "max-sm:hidden")}>Kratos</span>
    </span>
  );
}
