import type { Metadata } from "next";
import Image from "next/image";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache, type ReactNode, useId } from "react";
import { findActor } from "@/lib/server/auth/queries";
import { findGame, listSimilarGames } from "@/lib/server/catalogue/queries";
import { listOwnedAmong } from "@/lib/server/library/queries";
import type { GameDetail } from "@/lib/shared/catalogue";
import { GameRow, ShelfSection } from "../../_components/shelf";
import { BuyBox } from "./_components/buy-box";
import { Description } from "./_components/description";
import { Extras } from "./_components/extras";
import { FactList } from "./_components/fact-list";
import { Gallery } from "./_components/gallery";
import { Languages } from "./_components/languages";
import { RatingLine } from "./_components/rating-line";
import { Requirements } from "./_components/requirements";
import { Reviews } from "./_components/reviews";

type Props = { params: Promise<{ slug: string }> };

/** The title and the page need the game both: asked once a request. */
const loadGame = cache(async (slug: string): Promise<GameDetail> => (await findGame(slug)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const game = await loadGame((await params).slug);
  return { title: game.title, description: game.shortDescription };
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-5">
      <h2 id={id} className="font-bold text-2xl">
        {title}
      </h2>
      {children}
    </section>
  );
}

function TagList({ game }: { game: GameDetail }) {
  return (
    <div className="flex flex-wrap gap-2">
      {game.categories.map((category) => (
        <Link
          key={category.slug}
          href={`/games?category=${category.slug}`}
          className="inline-flex h-9 items-center rounded-full border border-line bg-raised px-4 text-sm hover:border-muted"
        >
          {category.name}
        </Link>
      ))}
      {game.tags.map((tag) => (
        <span key={tag.slug} className="inline-flex h-9 items-center rounded-full bg-surface px-4 text-muted text-sm">
          {tag.name}
        </span>
      ))}
    </div>
  );
}

function Breadcrumbs({ game }: { game: GameDetail }) {
  const genre = game.genres[0];
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap items-center gap-2 text-muted text-sm [&_a:hover]:text-foreground">
        <li>
          <Link href="/games">Games</Link>
        </li>
        {genre && (
          <li className="before:mr-2 before:content-['/']">
            <Link href={`/games?genre=${genre.slug}`}>{genre.name}</Link>
          </li>
        )}
      </ol>
    </nav>
  );
}

export default async function GamePage({ params }: Props) {
  const game = await loadGame((await params).slug);
  const related = game.baseGame ? [game.baseGame] : game.extras;
  const [actor, similar] = await Promise.all([findActor(), listSimilarGames(game.id, 6)]);
  const owned = await listOwnedAmong(actor, [game.id, ...related.map(({ id }) => id)]);
  const pictures = game.hero ? [game.hero, ...game.screenshots] : game.screenshots;
  return (
    <div className="relative isolate">
      {game.hero && (
        <div aria-hidden className="absolute inset-x-0 top-0 -z-10 h-[34rem] overflow-hidden">
          {/* A small file, stretched, needs but little blur. */}
          <Image
            src={game.hero.url}
            alt=""
            fill
            sizes="128px"
            loading="eager"
            className="object-cover opacity-30 blur-lg"
          />
          <div className="absolute inset-0 bg-linear-to-b from-background/30 to-background" />
        </div>
      )}
      <div className="container-page grid gap-12 pt-6 sm:pt-8">
        <div className="grid gap-4">
          <Breadcrumbs game={game} />
          <h1 className="font-bold text-4xl sm:text-5xl">{game.title}</h1>
          <RatingLine rating={game.rating} />
        </div>
        <div className="-mt-4 grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_25rem]">
          <Gallery pictures={pictures} title={game.title} />
          <aside
            aria-label="Buy"
            className="grid content-start gap-5 rounded-2xl border border-line bg-surface/90 p-5 sm:p-6"
          >
            <p className="text-pretty">{game.shortDescription}</p>
            <BuyBox game={game} isOwned={owned.has(game.id)} now={new Date()} />
            <FactList game={game} />
          </aside>
        </div>
        {related.length > 0 && (
          <Section title={game.baseGame ? "Part of" : "Editions and DLC"}>
            <Extras games={related} ownedIds={owned} />
          </Section>
        )}
        <Section title="About this game">
          <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_25rem]">
            <Description text={game.description || game.shortDescription} />
            <TagList game={game} />
          </div>
        </Section>
        <Section title="Reviews">
          <Reviews {...game} />
        </Section>
        {(game.systemRequirements.length > 0 || game.languages.length > 0) && (
          <div className="grid items-start gap-12 xl:grid-cols-[3fr_2fr] xl:gap-8">
            {game.systemRequirements.length > 0 && (
              <Section title="System requirements">
                <Requirements requirements={game.systemRequirements} />
              </Section>
            )}
            {game.languages.length > 0 && (
              <Section title="Languages">
                <Languages languages={game.languages} />
              </Section>
            )}
          </div>
        )}
        {similar.length > 0 && (
          <ShelfSection title="More like this">
            <GameRow games={similar} />
          </ShelfSection>
        )}
      </div>
    </div>
  );
}
