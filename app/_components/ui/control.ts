/** The look that input, textarea and select share. */
export const controlClass =
  "w-full rounded-lg border border-edge bg-background px-3.5 text-sm text-foreground placeholder:text-muted " +
  "transition-colors hover:border-foreground disabled:cursor-not-allowed disabled:opacity-55 " +
  "aria-invalid:border-danger";
