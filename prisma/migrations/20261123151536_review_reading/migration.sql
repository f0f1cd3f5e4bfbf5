-- How helpful readers find a review, in millionths: the lower bound of the share of helpful votes (Wilson, 95 %), with one
-- imagined vote each way, so that what nobody has voted on stands above what few find helpful.
CREATE FUNCTION "review_helpfulness"(helpful int, unhelpful int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
  SELECT floor(1000000 * (p + 1.9208 / n - 1.96 * sqrt((p * (1 - p) + 0.9604 / n) / n)) / (1 + 3.8416 / n))::int
  FROM (SELECT (helpful + unhelpful + 2)::float8 AS n, (helpful + 1)::float8 / (helpful + unhelpful + 2) AS p) votes
);

-- A page of a game's reviews is read from the index alone, whatever it is filtered by, and so are the sums.
CREATE INDEX "reviews_newest_idx" ON "reviews" (game_id, created_at DESC, id DESC)
  INCLUDE (is_recommended, stars, locale) WHERE status = 'visible';
CREATE INDEX "reviews_helpful_idx" ON "reviews"
  (game_id, review_helpfulness(helpful_count, unhelpful_count) DESC, created_at DESC, id DESC)
  INCLUDE (is_recommended, stars, locale, helpful_count, unhelpful_count) WHERE status = 'visible';

-- DropIndex
DROP INDEX "reviews_game_id_helpful_count_id_idx";

-- DropIndex
DROP INDEX "reviews_game_id_created_at_idx";

-- The counts of votes follow the votes, whoever casts them or takes them away: parallel voters queue for the review's row.
CREATE FUNCTION "count_review_vote"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  helpful int := coalesce(NEW.is_helpful, false)::int - coalesce(OLD.is_helpful, false)::int;
  unhelpful int := coalesce(NOT NEW.is_helpful, false)::int - coalesce(NOT OLD.is_helpful, false)::int;
BEGIN
  IF helpful <> 0 OR unhelpful <> 0 THEN
    UPDATE reviews SET helpful_count = helpful_count + helpful, unhelpful_count = unhelpful_count + unhelpful
    WHERE id = coalesce(NEW.review_id, OLD.review_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "review_votes_count" AFTER INSERT OR UPDATE OR DELETE ON "review_votes"
  FOR EACH ROW EXECUTE FUNCTION "count_review_vote"();

-- What the database must not hold, whoever writes.
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_unhelpful_check" CHECK (unhelpful_count >= 0);
ALTER TABLE "review_revisions" ADD CONSTRAINT "review_revisions_stars_check" CHECK (stars BETWEEN 1 AND 5);
ALTER TABLE "review_replies" ADD CONSTRAINT "review_replies_body_check" CHECK (length(body) BETWEEN 1 AND 4000);
ALTER TABLE "review_reports" ADD CONSTRAINT "review_reports_detail_check" CHECK (length(detail) <= 1000);
