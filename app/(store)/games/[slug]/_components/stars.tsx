import { clsx } from "clsx";
import { Star } from "lucide-react";

const places = [1, 2, 3, 4, 5] as const;

/** Stars for the eye and the number for screen readers. */
export function Stars({ value, className }: { value: number; className?: string }) {
  return (
    <span className={clsx("inline-flex items-center gap-0.5", className)}>
      <span className="sr-only">{value} of 5 stars</span>
      {places.map((place) => (
        <Star
          key={place}
          aria-hidden
          className={clsx("size-4", place <= Math.round(value) ? "fill-warning text-warning" : "text-line")}
        />
      ))}
    </span>
  );
}
