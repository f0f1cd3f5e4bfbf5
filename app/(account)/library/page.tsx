import { LibraryBig, Search } from "lucide-react";
import type { Metadata } from "next";
import Form from "next/form";
import Link from "next/link";
import { orFirstPage, readSearchParams, type SearchParams, toHref } from "@/app/_components/page-address";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Input } from "@/app/_components/ui/input";
import { requireActorPage } from "@/lib/server/auth/page-guards";
import { listLibrary } from "@/lib/server/library/queries";
import { libraryQuerySchema } from "@/lib/shared/library";
import { LibraryGameCard } from "./library-game-card";

export const metadata: Metadata = { title: "Your library" };

function LibrarySearch({ q }: { q: string | undefined }) {
  return (
    <Form action="/library" role="search" aria-label="Library" className="flex w-full max-w-md gap-2">
      <Input
        type="search"
        name="q"
        key={q}
        defaultValue={q}
        maxLength={100}
        aria-label="Search your library"
        placeholder="Search your library"
      />
      <Button type="submit" variant="secondary" aria-label="Search in the library">
        <Search aria-hidden />
      </Button>
    </Form>
  );
}

function NoGames({ q }: { q: string | undefined }) {
  const [href, text] = q ? ["/library", "Show the whole library"] : ["/games", "Browse games"];
  return (
    <EmptyState
      icon={<LibraryBig />}
      title={q ? `No game of yours matches “${q}”` : "Your library is empty"}
      text={q ? "Titles are searched, whatever the case." : "Games that you buy, or get for free, are kept here."}
      action={
        <Button asChild variant={q ? "secondary" : "primary"}>
          <Link href={href}>{text}</Link>
        </Button>
      }
    />
  );
}

export default async function LibraryPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActorPage();
  const query = await readSearchParams(libraryQuerySchema, searchParams, "/library");
  const { q } = query;
  const { items, nextCursor } = await orFirstPage(listLibrary(actor, query), "/library");
  return (
    <>
      <PageHeader title="Your library" actions={<LibrarySearch q={q} />} />
      {items.length === 0 ? (
        <NoGames q={q} />
      ) : (
        <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3 sm:gap-5 lg:grid-cols-5 xl:grid-cols-6">
          {items.map((game) => (
            <LibraryGameCard key={game.gameId} game={game} />
          ))}
        </ul>
      )}
      <Pagination
        label="your library"
        {...(query.cursor && { firstHref: toHref("/library", { q }) })}
        {...(nextCursor && { nextHref: toHref("/library", { q, cursor: nextCursor }) })}
      />
    </>
  );
}
