import { useTranslations } from "next-intl";
import { Suspense } from "react";
import { ReviewsFeature } from "@/app/_components/reviews/reviews-feature";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { findActor } from "@/lib/server/auth/queries";
import { getOwnReview, getReviewsSummary, listReviews } from "@/lib/server/reviews/queries";
import { REVIEWS_PAGE_SIZE } from "@/lib/shared/reviews";
import { ReviewsScreen } from "./reviews-screen";
import { ReviewsSkeleton } from "./reviews-skeleton";

async function LoadedReviews({ slug }: { slug: string }) {
  const actor = await findActor();
  const [page, summary, mine] = await Promise.all([
    listReviews(slug, { sort: "helpful", limit: REVIEWS_PAGE_SIZE }, actor),
    getReviewsSummary(slug),
    getOwnReview(slug, actor),
  ]);
  return (
    <ClientMessages namespaces={["reviews"]}>
      <ReviewsFeature>
        <ReviewsScreen opened={{ slug, page, summary, mine }} readerId={actor?.userId ?? null} />
      </ReviewsFeature>
    </ClientMessages>
  );
}

/** What players say of a game: their words in sum, each review, and the form for those who own it. */
export function ReviewsSection({ slug }: { slug: string }) {
  const t = useTranslations("reviews");
  return (
    <section id="reviews" aria-labelledby="reviews-title" className="grid min-w-0 gap-5">
      <h2 id="reviews-title" className="font-bold text-section">
        {t("title")}
      </h2>
      <Suspense fallback={<ReviewsSkeleton />}>
        <LoadedReviews slug={slug} />
      </Suspense>
    </section>
  );
}
