import { ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FilterLinks } from "@/app/_components/filter-links";
import { orFirstPage, readSearchParams, type SearchParams, toHref } from "@/app/_components/page-address";
import { PageHeader } from "@/app/_components/page-header";
import { Pagination } from "@/app/_components/pagination";
import { ReviewDeskFeature } from "@/app/_components/reviews/review-desk-feature";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { requireStaff } from "@/app/[locale]/admin/_components/require-staff";
import { countModerationQueues, listModeratedReviews } from "@/lib/server/reviews/queries";
import { MODERATION_QUEUES, moderationQuerySchema, QUEUE_COUNT_CAP } from "@/lib/shared/review-desk";
import { ModerationList } from "./_components/moderation-list";

const PATH = "/admin/reviews";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reviewDesk.admin");
  return { title: t("title") };
}

export default async function ModerationPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireStaff();
  const query = await readSearchParams(moderationQuerySchema, searchParams, PATH);
  const [page, sizes, t] = await Promise.all([
    orFirstPage(listModeratedReviews(actor, query), PATH),
    countModerationQueues(actor),
    getTranslations("reviewDesk.admin"),
  ]);
  const { queue } = query;
  const choices = MODERATION_QUEUES.map((name) => ({
    href: toHref(PATH, { queue: name }),
    text: t("queue", {
      name: t(name),
      size: sizes[name] >= QUEUE_COUNT_CAP ? t("many", { count: QUEUE_COUNT_CAP }) : String(sizes[name]),
    }),
    isCurrent: name === queue,
  }));
  return (
    <ClientMessages namespaces={["reviews", "reviewDesk"]}>
      <PageHeader title={t("title")} text={t("text")} />
      <FilterLinks label={t("queues")} choices={choices} />
      {page.items.length === 0 ? (
        <EmptyState icon={<ShieldCheck />} title={t("emptyTitle")} text={t("empty")} />
      ) : (
        <ReviewDeskFeature>
          <ModerationList items={page.items} />
        </ReviewDeskFeature>
      )}
      <Pagination
        label={t("pages")}
        firstHref={query.cursor ? toHref(PATH, { queue }) : undefined}
        nextHref={page.nextCursor ? toHref(PATH, { queue, cursor: page.nextCursor }) : undefined}
      />
    </ClientMessages>
  );
}
