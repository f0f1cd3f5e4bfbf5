import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { Skeleton } from "@/app/_components/ui/skeleton";
import type { Actor } from "@/lib/server/auth/actor";
import { findActor } from "@/lib/server/auth/queries";
import { findBecauseYouOwn } from "@/lib/server/home/queries";
import { CardSkeleton } from "./catalogue/card-skeleton";
import { ScrollRow } from "./scroll-row";
import { GameRow, ShelfSection } from "./shelf";

type BecauseYouOwnProps = { view: { now: Date; currency: string } };

const CARDS = ["one", "two", "three", "four", "five", "six", "seven", "eight"];

/** The place of the shelf: as high as it is. */
function ShelfSkeleton() {
  return (
    <div aria-hidden className="grid min-w-0 gap-5 sm:gap-6">
      <Skeleton className="h-9 w-full max-w-96" />
      <ScrollRow>
        {CARDS.map((card) => (
          <li key={card}>
            <CardSkeleton />
          </li>
        ))}
      </ScrollRow>
    </div>
  );
}

async function OwnShelf({ actor, view }: BecauseYouOwnProps & { actor: Actor }) {
  const found = await findBecauseYouOwn(actor, view);
  if (!found) return null;
  const t = await getTranslations("home");
  return (
    <ShelfSection title={t("because", { title: found.owned.title })}>
      <GameRow games={found.games} />
    </ShelfSection>
  );
}

/** Games like one that the visitor owns, for those who are signed in and own one: the rest of the page does not wait for them. */
export async function BecauseYouOwn({ view }: BecauseYouOwnProps) {
  const actor = await findActor();
  if (!actor) return null;
  return (
    <Suspense fallback={<ShelfSkeleton />}>
      <OwnShelf actor={actor} view={view} />
    </Suspense>
  );
}
