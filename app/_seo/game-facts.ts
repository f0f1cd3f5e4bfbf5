import type { AggregateRating, GamePlayMode, Graph, Offer, Product, VideoGame } from "schema-dts";
import { toSiteUrl } from "@/lib/server/site-url";
import type { GameDetail } from "@/lib/shared/game-detail";
import { type Locale, localizePath } from "@/lib/shared/locale";
import { toGamePath } from "@/lib/shared/site-paths";
import { type Crumb, toAmount, toBreadcrumbs } from "./common-facts";
import type { SharePicture } from "./page-metadata";

const BEST_STARS = 5;
const WORST_STARS = 1;

/** Nobody can order what is not out yet: there is no offer of it, whatever its price will be. */
function toOffer({ price, isReleased }: GameDetail, url: string): Offer | undefined {
  if (!price || !isReleased) return undefined;
  return {
    "@type": "Offer",
    url,
    price: toAmount(price.amountCents, price.currency),
    priceCurrency: price.currency,
    availability: "https://schema.org/InStock",
    ...(price.promotionEndsAt ? { priceValidUntil: price.promotionEndsAt.slice(0, 10) } : {}),
  };
}

function toRating({ average, count }: GameDetail["rating"]): AggregateRating | undefined {
  if (average === null || count === 0) return undefined;
  return {
    "@type": "AggregateRating",
    ratingValue: average,
    ratingCount: count,
    bestRating: BEST_STARS,
    worstRating: WORST_STARS,
  };
}

const MULTI_PLAYER = "https://schema.org/MultiPlayer";

/** What schema.org calls the ways to play. */
const PLAY_MODES: Record<GameDetail["players"][number], GamePlayMode> = {
  single: "https://schema.org/SinglePlayer",
  "local-multiplayer": MULTI_PLAYER,
  "online-multiplayer": MULTI_PLAYER,
  "co-op": "https://schema.org/CoOp",
};

function listPlayModes({ players, categories }: GameDetail): GamePlayMode[] {
  const modes = new Set<GamePlayMode>(players.map((mode) => PLAY_MODES[mode]));
  // With others, and nothing said of where.
  if (categories.some(({ slug }) => /^multi-?player$/.test(slug))) modes.add(MULTI_PLAYER);
  return [...modes];
}

type Page = { locale: Locale; crumbs: readonly Crumb[]; picture: SharePicture };

/** What both the game and the product are: the same thing, as a work and as something to buy. */
function toCommonFacts(game: GameDetail, url: string, picture: SharePicture) {
  const [offers, aggregateRating] = [toOffer(game, url), toRating(game.rating)];
  return {
    name: game.title,
    url,
    description: game.shortDescription || game.title,
    image: toSiteUrl(picture.url),
    ...(offers ? { offers } : {}),
    ...(aggregateRating ? { aggregateRating } : {}),
  };
}

function toVideoGame(game: GameDetail): VideoGame {
  const modes = listPlayModes(game);
  const platforms = game.platforms.map(({ name }) => name);
  return {
    "@type": "VideoGame",
    applicationCategory: "Game",
    genre: game.genres.map(({ name }) => name),
    gamePlatform: platforms,
    operatingSystem: platforms.join(", "),
    inLanguage: game.languages.map(({ code }) => code),
    author: { "@type": "Organization", name: game.developer },
    publisher: { "@type": "Organization", name: game.publisher.name },
    ...(modes.length > 0 ? { playMode: modes } : {}),
    ...(game.releaseDate ? { datePublished: game.releaseDate } : {}),
    ...(game.minimumAge > 0 ? { typicalAgeRange: `${game.minimumAge}-` } : {}),
  };
}

/** What search engines may know of a game's page: the game as a work and as a product, and the way to it. */
export function toGameFacts(game: GameDetail, { locale, crumbs, picture }: Page): Graph {
  const url = toSiteUrl(localizePath(toGamePath(game.slug), locale));
  const common = toCommonFacts(game, url, picture);
  const videoGame: VideoGame = { ...toVideoGame(game), ...common, "@id": `${url}#game` };
  const product: Product = {
    "@type": "Product",
    "@id": `${url}#product`,
    ...common,
    sku: game.slug,
    brand: { "@type": "Brand", name: game.publisher.name },
  };
  // Search engines take a product that has neither an offer nor a rating for broken.
  const products = "offers" in common || "aggregateRating" in common ? [product] : [];
  const here = { name: game.title, path: toGamePath(game.slug) };
  const breadcrumbs = toBreadcrumbs([...crumbs, here], locale);
  return { "@context": "https://schema.org", "@graph": [videoGame, ...products, breadcrumbs] };
}
