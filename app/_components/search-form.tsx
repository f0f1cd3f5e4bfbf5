import { clsx } from "clsx";
import { Search } from "lucide-react";
import Form from "next/form";

type SearchFormProps = { id: string; className?: string };

/** Works before any script has loaded: it is a plain form that asks the catalogue. */
export function SearchForm({ id, className }: SearchFormProps) {
  return (
    <Form action="/games" role="search" className={clsx("relative", className)}>
      <label htmlFor={id} className="sr-only">
        Search for games
      </label>
      <Search aria-hidden className="pointer-events-none absolute top-3 left-3.5 size-4 text-muted" />
      <input
        id={id}
        type="search"
        name="q"
        maxLength={100}
        placeholder="Search games, publishers, genres"
        autoComplete="off"
        className="h-10 w-full rounded-full border border-line bg-surface pr-4 pl-10 text-sm placeholder:text-muted hover:border-muted"
      />
    </Form>
  );
}
