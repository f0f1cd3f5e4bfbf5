import { MessageSquareText } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FilterLinks } from "@/app/_components/filter-links";
import { orNotFound } from "@/app/_components/or-not-found";
import { orFirstPage, readSearchParams, type SearchParams, toHref } from "@/app/_components/page-address";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { ReviewDeskFeature } from "@/app/_components/reviews/review-desk-feature";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { requireActorPage } from "@/lib/server/auth/page-guards";
import { listPublisherReviews, listReviewedGames } from "@/lib/server/reviews/queries";
import { type PublisherReviewsQuery, publisherReviewsQuerySchema } from "@/lib/shared/review-desk";
import { PublisherReviewList } from "./_components/publisher-review-list";
import { ReviewsFilter } from "./_components/reviews-filter";

const PATH = "/publisher/reviews";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reviewDesk.publisher");
  return { title: t("title") };
}

/** What of a query stays in the address when another part of it changes. */
function toParams({ game, stars, reply }: PublisherReviewsQuery): Record<string, string | undefined> {
  return { game, reply, stars: stars === undefined ? undefined : String(stars) };
}

export default async function PublisherReviewsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireActorPage();
  const query = await readSearchParams(publisherReviewsQuerySchema, searchParams, PATH);
  const [page, games, t] = await Promise.all([
    orNotFound(orFirstPage(listPublisherReviews(actor, query), PATH)),
    orNotFound(listReviewedGames(actor)),
    getTranslations("reviewDesk.publisher"),
  ]);
  const params = toParams(query);
  const choices = [undefined, "without", "with"].map((reply) => ({
    href: toHref(PATH, { ...params, reply }),
    text: t(reply === "without" || reply === "with" ? reply : "all"),
    isCurrent: reply === query.reply,
  }));
  return (
    <ClientMessages namespaces={["reviews", "reviewDesk"]}>
      <PageHeader title={t("title")} text={t("text")} />
      <FilterLinks label={t("replyFilter")} choices={choices} />
      <ReviewsFilter path={PATH} query={query} games={games} />
      {page.items.length === 0 ? (
        <EmptyState icon={<MessageSquareText />} title={t("emptyTitle")} text={t("empty")} />
      ) : (
        <ReviewDeskFeature>
          <PublisherReviewList items={page.items} />
        </ReviewDeskFeature>
      )}
      <Pagination
        label={t("pages")}
        firstHref={query.cursor ? toHref(PATH, params) : undefined}
        nextHref={page.nextCursor ? toHref(PATH, { ...params, cursor: page.nextCursor }) : undefined}
      />
    </ClientMessages>
  );
}
