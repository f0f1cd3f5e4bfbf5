import { toArrayText } from "@/jobs/ledger/array-text";
import { recordForecasts, type ServedForecast } from "@/jobs/ledger/record";
import { type Db, inTransaction } from "@/lib/server/db";
import type { Prisma } from "@/prisma/generated/client";

type Tx = Prisma.TransactionClient;

/** Two runs at once take turns by games, in one order, so that neither sees half of the other's nor waits for ever. */
async function lockGames(tx: Tx, gameIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('forecast.' || id, 0))::text
    FROM unnest(${gameIds.toSorted()}::text[]) AS id`;
}

/** Inserts the rows of all games in one statement: a column an array, a game's days one after the other. */
function insertRows(tx: Tx, modelVersionId: string, forecasts: readonly ServedForecast[]): Promise<number> {
  const rows = forecasts.flatMap(({ gameId, source, days }) =>
    days.map((day, h) => ({ gameId, source, horizon: h + 1, ...day })),
  );
  const column = (name: keyof (typeof rows)[number]) => toArrayText(rows.map((row) => row[name]));
  return tx.$executeRaw`
    INSERT INTO forecasted_sales (model_version_id, game_id, source, day, horizon, predicted_units, lower_units,
      lower_quartile_units, median_units, upper_quartile_units, upper_units, cumulative_lower_units,
      cumulative_upper_units)
    SELECT ${modelVersionId}::uuid, * FROM unnest(
      ${column("gameId")}::text::uuid[],
      ${column("source")}::text::forecast_source[],
      ${column("day")}::text::date[],
      ${column("horizon")}::text::int[],
      ${column("predicted")}::text::int[],
      ${column("lower")}::text::int[],
      ${column("lowerQuartile")}::text::int[],
      ${column("median")}::text::int[],
      ${column("upperQuartile")}::text::int[],
      ${column("upper")}::text::int[],
      ${column("cumulativeLower")}::text::int[],
      ${column("cumulativeUpper")}::text::int[])`;
}

/**
 * Replaces the forecasts of some games whole and enters them in the ledger, all or none of them; returns the rows
 * written.
 */
export function serveForecasts(db: Db, modelVersionId: string, forecasts: readonly ServedForecast[]): Promise<number> {
  const gameIds = forecasts.map(({ gameId }) => gameId);
  return inTransaction(db, async (tx) => {
    await lockGames(tx, gameIds);
    await tx.forecastedSales.deleteMany({ where: { gameId: { in: gameIds } } });
    const rows = await insertRows(tx, modelVersionId, forecasts);
    await recordForecasts(tx, modelVersionId, forecasts);
    return rows;
  });
}
