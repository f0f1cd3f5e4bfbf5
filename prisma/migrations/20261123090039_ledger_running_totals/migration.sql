-- Bands of the running totals are issued too. They also make a row large enough for PostgreSQL to pack its arrays.
ALTER TABLE "issued_forecasts" ADD COLUMN     "cumulative_lower" INTEGER[] NOT NULL,
ADD COLUMN     "cumulative_upper" INTEGER[] NOT NULL;

-- Whether running totals go over 60 days and do not cross; a missing number is no.
CREATE FUNCTION "are_sound_totals"(lower int[], upper int[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT count(*) = 60 AND bool_and((0 <= l AND l <= u) IS TRUE) FROM unnest(lower, upper) AS day(l, u)
$$;

ALTER TABLE "issued_forecasts"
  ADD CONSTRAINT "issued_forecasts_totals_check" CHECK (are_sound_totals(cumulative_lower, cumulative_upper)),
  ALTER COLUMN "cumulative_lower" SET STORAGE MAIN,
  ALTER COLUMN "cumulative_upper" SET STORAGE MAIN;
