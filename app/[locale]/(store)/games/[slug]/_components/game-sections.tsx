import { useTranslations } from "next-intl";
import { BundleOffer } from "@/app/[locale]/(store)/_components/bundle-offer";
import { GameRow, ShelfSection } from "@/app/[locale]/(store)/_components/shelf";
import type { PriceHistory as History } from "@/lib/server/catalogue/price-history";
import type { BundleOffer as Offer } from "@/lib/shared/bundles";
import type { GameCard } from "@/lib/shared/catalogue";
import type { GameDetail } from "@/lib/shared/game-detail";
import { Description } from "./description";
import { Accessibility } from "./facts/accessibility";
import { Languages } from "./facts/languages";
import { Requirements } from "./facts/requirements";
import type { TermNamer } from "./facts/term-namer";
import type { Family } from "./family/family";
import { FamilyList } from "./family/family-list";
import { PriceHistory } from "./prices/price-history";
import { ReviewsSection } from "./reviews/reviews-section";
import { Section } from "./section";
import { TagList } from "./tag-list";

export type SectionsProps = {
  game: GameDetail;
  family: Family;
  owned: ReadonlySet<string>;
  bundles: Offer[];
  /** Null where no price was kept. */
  history: History | null;
  similar: GameCard[];
  termName: TermNamer;
  now: number;
};

const MAIN_TITLES = { base: "mainOfBase", dlc: "mainOfDlc", edition: "mainOfEdition" } as const;

function Offers({ game, family, owned, bundles }: Pick<SectionsProps, "game" | "family" | "owned" | "bundles">) {
  const t = useTranslations("game");
  const { main, dlc, missingBase } = family;
  return (
    <>
      {bundles.length > 0 && (
        <Section title={t("bundles.title")} text={t("bundles.text")}>
          <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
            {bundles.map((offer) => (
              <BundleOffer key={offer.slug} offer={offer} />
            ))}
          </div>
        </Section>
      )}
      {main.length > 0 && (
        <Section title={t(`family.${MAIN_TITLES[game.kind]}`)}>
          <FamilyList games={main} ownedIds={owned} base={missingBase} />
        </Section>
      )}
      {dlc.length > 0 && (
        <Section title={t(game.kind === "dlc" ? "family.moreDlc" : "family.allDlc")} text={t("family.needsBase")}>
          <FamilyList games={dlc} ownedIds={owned} base={missingBase} />
        </Section>
      )}
    </>
  );
}

function About({ game, termName }: Pick<SectionsProps, "game" | "termName">) {
  const t = useTranslations("game.about");
  const text = game.description || game.shortDescription;
  return (
    <Section title={t("title")}>
      <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_25rem]">
        {text ? <Description text={text} /> : <p className="text-muted">{t("none")}</p>}
        <TagList game={game} termName={termName} />
      </div>
    </Section>
  );
}

function Machine({ game: { systemRequirements, languages } }: Pick<SectionsProps, "game">) {
  const t = useTranslations("game");
  if (systemRequirements.length + languages.length === 0) return null;
  return (
    <div className="grid grid-cols-1 items-start gap-section xl:grid-cols-[3fr_2fr] xl:gap-8">
      {systemRequirements.length > 0 && (
        <Section title={t("requirements.title")}>
          <Requirements requirements={systemRequirements} />
        </Section>
      )}
      {languages.length > 0 && (
        <Section title={t("languages.title")}>
          <Languages languages={languages} />
        </Section>
      )}
    </div>
  );
}

/** What there is to know of a game below its pictures and its price. */
export function GameSections({ game, history, similar, termName, now, ...rest }: SectionsProps) {
  const t = useTranslations("game");
  return (
    <>
      <About game={game} termName={termName} />
      <Offers game={game} {...rest} />
      {history && (
        <Section title={t("prices.title")}>
          <PriceHistory history={history} now={now} />
        </Section>
      )}
      <Machine game={game} />
      {game.accessibility.length > 0 && (
        <Section title={t("accessibility.title")}>
          <Accessibility accessibility={game.accessibility} termName={termName} />
        </Section>
      )}
      <ReviewsSection slug={game.slug} />
      {similar.length > 0 && (
        <ShelfSection title={t("similar")}>
          <GameRow games={similar} />
        </ShelfSection>
      )}
    </>
  );
}
