import { clsx } from "clsx";
import { Link } from "@/app/_i18n/navigation";

type FilterLinksProps = {
  /** Names the group, such as `Orders by state`. */
  label: string;
  choices: readonly { href: string; text: string; isCurrent: boolean }[];
};

/** One choice of a few, kept in the address. */
export function FilterLinks({ label, choices }: FilterLinksProps) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-2">
        {choices.map(({ href, text, isCurrent }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isCurrent ? "page" : undefined}
              className={clsx(
                "block rounded-full border px-3.5 py-1.5 font-medium text-sm transition-colors",
                isCurrent
                  ? "border-primary bg-primary/15 text-foreground"
                  : "border-line text-muted hover:border-muted hover:text-foreground",
              )}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
