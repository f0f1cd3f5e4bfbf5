import { getTranslations } from "next-intl/server";
import { findActor } from "@/lib/server/auth/queries";
import { findBecauseYouOwn } from "@/lib/server/home/queries";
import { GameRow, ShelfSection } from "./shelf";

type BecauseYouOwnProps = { view: { now: Date; currency: string } };

/** Games like one that the visitor owns, for those who are signed in and own one. */
export async function BecauseYouOwn({ view }: BecauseYouOwnProps) {
  const actor = await findActor();
  const found = actor && (await findBecauseYouOwn(actor, view));
  if (!found) return null;
  const t = await getTranslations("home");
  return (
    <ShelfSection title={t("because", { title: found.owned.title })}>
      <GameRow games={found.games} />
    </ShelfSection>
  );
}
