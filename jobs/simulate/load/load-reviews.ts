import type { ClientBase } from "pg";
import type { Simulation } from "@/jobs/simulate/simulation";
import { type Cell, copyRows } from "./copy";
import { ReviewRows } from "./review-rows";

/** Tables that {@link loadReviews} fills. */
export const REVIEW_TABLES = 5;

/** The votes say how many there are, whether or not the database counted them itself while they came. */
const COUNT_VOTES = `
  UPDATE reviews r SET helpful_count = v.helpful, unhelpful_count = v.unhelpful
  FROM (
    SELECT review_id, count(*) FILTER (WHERE is_helpful)::int AS helpful, count(*) FILTER (WHERE NOT is_helpful)::int AS unhelpful
    FROM review_votes GROUP BY 1
  ) v
  WHERE v.review_id = r.id AND (r.helpful_count, r.unhelpful_count) <> (v.helpful, v.unhelpful)`;

/** Loads reviews with their histories, votes, replies and reports. */
export async function loadReviews(
  client: ClientBase,
  simulation: Simulation,
  onTable: (name: string) => void,
): Promise<void> {
  const rows = new ReviewRows(simulation);
  const copy = async (table: string, columns: string, source: Iterable<Cell[]>) => {
    onTable(table);
    await copyRows(client, table, columns.split(" "), source);
  };
  await copy(
    "reviews",
    "id game_id user_id is_recommended stars body locale status status_reason helpful_count unhelpful_count created_at updated_at edited_at",
    rows.reviews(),
  );
  await copy("review_revisions", "review_id is_recommended stars body written_at", rows.revisions());
  await copy("review_votes", "review_id user_id is_helpful created_at", rows.votes());
  await client.query(COUNT_VOTES);
  await copy("review_replies", "review_id publisher_id body created_at updated_at", rows.replies());
  await copy("review_reports", "id review_id user_id reason detail created_at", rows.reports());
}
