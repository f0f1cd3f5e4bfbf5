-- CreateEnum
CREATE TYPE "forecast_source" AS ENUM ('lstm', 'blend', 'seasonal_naive', 'same_condition', 'auto_ets');

-- CreateEnum
CREATE TYPE "forecast_kind" AS ENUM ('issued', 'backtest', 'launch');

-- CreateEnum
CREATE TYPE "forecast_bucket" AS ENUM ('near', 'middle', 'far');

-- AlterTable
ALTER TABLE "forecasted_sales" ADD COLUMN     "cumulative_lower_units" INTEGER,
ADD COLUMN     "cumulative_upper_units" INTEGER,
ADD COLUMN     "lower_quartile_units" INTEGER,
ADD COLUMN     "median_units" INTEGER,
ADD COLUMN     "source" "forecast_source",
ADD COLUMN     "upper_quartile_units" INTEGER;

-- Forecasts of before: the quartiles half way to the ends of the band, running totals as if good and bad days came
-- together. The next nightly run replaces them.
UPDATE "forecasted_sales" f
SET lower_quartile_units = (lower_units + predicted_units) / 2,
  median_units = predicted_units,
  upper_quartile_units = (predicted_units + upper_units + 1) / 2,
  cumulative_lower_units = t.lower,
  cumulative_upper_units = t.upper,
  source = 'lstm'
FROM (
  SELECT game_id, day, sum(lower_units) OVER w AS lower, sum(upper_units) OVER w AS upper
  FROM "forecasted_sales" WINDOW w AS (PARTITION BY game_id ORDER BY day)
) t
WHERE t.game_id = f.game_id AND t.day = f.day;

ALTER TABLE "forecasted_sales" ALTER COLUMN "cumulative_lower_units" SET NOT NULL,
ALTER COLUMN "cumulative_upper_units" SET NOT NULL,
ALTER COLUMN "lower_quartile_units" SET NOT NULL,
ALTER COLUMN "median_units" SET NOT NULL,
ALTER COLUMN "source" SET NOT NULL,
ALTER COLUMN "upper_quartile_units" SET NOT NULL;

ALTER TABLE "forecasted_sales"
  ADD CONSTRAINT "forecasted_sales_quantiles_check" CHECK (lower_units <= lower_quartile_units
    AND lower_quartile_units <= median_units AND median_units <= upper_quartile_units
    AND upper_quartile_units <= upper_units),
  ADD CONSTRAINT "forecasted_sales_cumulative_check" CHECK (0 <= cumulative_lower_units
    AND cumulative_lower_units <= cumulative_upper_units);

-- AlterTable
ALTER TABLE "model_versions" ADD COLUMN     "decision" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "issued_forecasts" (
    "id" BIGSERIAL NOT NULL,
    "game_id" UUID NOT NULL,
    "issued_through" DATE NOT NULL,
    "kind" "forecast_kind" NOT NULL,
    "model_version_id" UUID NOT NULL,
    "source" "forecast_source" NOT NULL,
    "first_day" DATE NOT NULL,
    "predicted" INTEGER[] NOT NULL,
    "lower" INTEGER[] NOT NULL,
    "lower_quartile" INTEGER[] NOT NULL,
    "median" INTEGER[] NOT NULL,
    "upper_quartile" INTEGER[] NOT NULL,
    "upper" INTEGER[] NOT NULL,
    "seasonal_naive" INTEGER[] NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "issued_forecasts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forecast_scores" (
    "game_id" UUID NOT NULL,
    "target_day" DATE NOT NULL,
    "kind" "forecast_kind" NOT NULL,
    "bucket" "forecast_bucket" NOT NULL,
    "forecasts" INTEGER NOT NULL,
    "sold_units" INTEGER NOT NULL,
    "predicted_units" BIGINT NOT NULL,
    "abs_error" BIGINT NOT NULL,
    "naive_abs_error" BIGINT NOT NULL,
    "covered" INTEGER NOT NULL,
    "pinball" DECIMAL(16,2) NOT NULL,

    CONSTRAINT "forecast_scores_pkey" PRIMARY KEY ("game_id","target_day","kind","bucket")
);

-- CreateIndex
CREATE INDEX "issued_forecasts_kind_first_day_idx" ON "issued_forecasts"("kind", "first_day");

-- CreateIndex
CREATE INDEX "issued_forecasts_model_version_id_idx" ON "issued_forecasts"("model_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "issued_forecasts_game_id_issued_through_kind_model_version__key" ON "issued_forecasts"("game_id", "issued_through", "kind", "model_version_id");

-- CreateIndex
CREATE INDEX "forecast_scores_kind_target_day_idx" ON "forecast_scores"("kind", "target_day");

-- AddForeignKey
ALTER TABLE "issued_forecasts" ADD CONSTRAINT "issued_forecasts_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issued_forecasts" ADD CONSTRAINT "issued_forecasts_model_version_id_fkey" FOREIGN KEY ("model_version_id") REFERENCES "model_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forecast_scores" ADD CONSTRAINT "forecast_scores_game_id_fkey" FOREIGN KEY ("game_id") REFERENCES "games"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whether a ledger row holds 60 days of whole units, with quantiles that do not cross; a missing number is no.
CREATE FUNCTION "is_sound_forecast"(predicted int[], lower int[], lower_quartile int[], median int[],
  upper_quartile int[], upper int[], seasonal_naive int[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT count(*) = 60 AND bool_and((0 <= l AND l <= lq AND lq <= m AND m <= uq AND uq <= u
    AND l <= p AND p <= u AND 0 <= n) IS TRUE)
  FROM unnest(predicted, lower, lower_quartile, median, upper_quartile, upper, seasonal_naive)
    AS day(p, l, lq, m, uq, u, n)
$$;

ALTER TABLE "issued_forecasts"
  ADD CONSTRAINT "issued_forecasts_days_check" CHECK (
    is_sound_forecast(predicted, lower, lower_quartile, median, upper_quartile, upper, seasonal_naive)),
  ADD CONSTRAINT "issued_forecasts_first_day_check" CHECK (CASE kind
    WHEN 'launch' THEN first_day > issued_through ELSE first_day = issued_through + 1 END),
  -- Small counts shrink to a third, a game that never sells to a tenth: arrays are packed in the row.
  ALTER COLUMN "predicted" SET STORAGE MAIN,
  ALTER COLUMN "lower" SET STORAGE MAIN,
  ALTER COLUMN "lower_quartile" SET STORAGE MAIN,
  ALTER COLUMN "median" SET STORAGE MAIN,
  ALTER COLUMN "upper_quartile" SET STORAGE MAIN,
  ALTER COLUMN "upper" SET STORAGE MAIN,
  ALTER COLUMN "seasonal_naive" SET STORAGE MAIN,
  SET (toast_tuple_target = 128);

-- Track records are only ever added to.
CREATE TRIGGER "issued_forecasts_append_only" BEFORE UPDATE OR DELETE ON "issued_forecasts"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

ALTER TABLE "forecast_scores" ADD CONSTRAINT "forecast_scores_sums_check" CHECK (forecasts > 0
  AND covered BETWEEN 0 AND forecasts AND sold_units >= 0 AND predicted_units >= 0 AND abs_error >= 0
  AND naive_abs_error >= 0 AND pinball >= 0);
