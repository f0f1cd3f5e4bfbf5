/**
 * Holds the place of what stands below the first window: given to `Suspense` as its fallback, it lets the browser lay out
 * and paint the window first, and the rest, which is in the same answer, right after. It keeps the footer out of sight.
 */
export function BelowWindow() {
  return <div aria-hidden className="min-h-[150dvh] [@media(scripting:none)]:hidden" />;
}
