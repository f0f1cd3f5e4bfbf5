import type { Tx } from "@/jobs/pipelines/context";
import type { Day } from "@/lib/shared/day";
import type { Counts } from "@/lib/shared/pipelines";
import { Prisma } from "@/prisma/generated/client";
import { refundParts, startOf, unitCents } from "./refund-parts";
import { MAX_CENTS, MAX_UNITS } from "./sales-csv";

/** What an extraction looks at: days up to and with `through`, of all games or of some. */
export type Scope = { through: Day; gameIds: readonly string[] | null };

const ofGames = (column: Prisma.Sql, gameIds: Scope["gameIds"]) =>
  gameIds === null ? Prisma.sql`TRUE` : Prisma.sql`${column} = ANY (${gameIds}::uuid[])`;

/**
 * Takes the days of the log; where not all is counted anyway, they are put into the table changed_days of this
 * transaction. Sums are read by later statements than this one, so they see all that the taken rows tell of; what is
 * logged meanwhile stays for the next run.
 */
async function takeChanges(tx: Tx, { through, gameIds }: Scope, isFull: boolean): Promise<number> {
  const taken = Prisma.sql`changed_sales_days WHERE day <= ${through}::date AND ${ofGames(Prisma.sql`game_id`, gameIds)}`;
  if (isFull) return tx.$executeRaw`DELETE FROM ${taken}`;
  await tx.$executeRaw`CREATE TEMP TABLE changed_days (game_id uuid, day date, PRIMARY KEY (game_id, day)) ON COMMIT DROP`;
  const changed = await tx.$executeRaw`
    WITH taken AS (DELETE FROM ${taken} RETURNING game_id, day)
    INSERT INTO changed_days SELECT DISTINCT game_id, day FROM taken`;
  await tx.$executeRaw`ANALYZE changed_days`;
  return changed;
}

const changedDay = Prisma.sql`(SELECT DISTINCT day FROM changed_days)`;

/**
 * Sales of paid orders by game and UTC day of payment, and what was given back by day of the refund, of the changed
 * days, in each game's own currency. A refunded order stays a sale of its day: the demand was there.
 */
const changedSums = ({ through }: Scope) => {
  const isOn = (moment: Prisma.Sql) =>
    Prisma.sql`${moment} >= ${startOf(Prisma.sql`d.day`)} AND ${moment} < ${startOf(Prisma.sql`d.day + 1`)}`;
  const orders = Prisma.sql`order_id IN (
    SELECT r.order_id FROM ${changedDay} d JOIN refunds r ON ${isOn(Prisma.sql`r.created_at`)})`;
  return Prisma.sql`
    SELECT i.game_id, d.day, i.quantity AS units, i.quantity::bigint * ${unitCents} AS revenue_cents,
      0 AS refunded_units, 0 AS refunded_cents
    FROM ${changedDay} d
    JOIN orders o ON ${isOn(Prisma.sql`o.paid_at`)}
    JOIN order_items i ON i.order_id = o.id
    JOIN changed_days c ON c.game_id = i.game_id AND c.day = d.day
    UNION ALL
    SELECT p.game_id, p.day, 0, 0, p.refunded_units, p.refunded_cents
    FROM (${refundParts(through, orders)}) p JOIN changed_days c ON c.game_id = p.game_id AND c.day = p.day`;
};

/** The same sums of every day. */
const allSums = ({ through, gameIds }: Scope) => Prisma.sql`
  SELECT i.game_id, (o.paid_at AT TIME ZONE 'UTC')::date AS day, i.quantity AS units,
    i.quantity::bigint * ${unitCents} AS revenue_cents, 0 AS refunded_units, 0 AS refunded_cents
  FROM orders o
  JOIN order_items i ON i.order_id = o.id
  WHERE o.paid_at < ${startOf(Prisma.sql`${through}::date + 1`)} AND ${ofGames(Prisma.sql`i.game_id`, gameIds)}
  UNION ALL
  SELECT p.game_id, p.day, 0, 0, p.refunded_units, p.refunded_cents
  FROM (${refundParts(through, Prisma.sql`TRUE`)}) p WHERE ${ofGames(Prisma.sql`p.game_id`, gameIds)}`;

const isAbsurd = Prisma.sql`(units > ${MAX_UNITS}::bigint OR refunded_units > ${MAX_UNITS}::bigint
  OR revenue_cents > ${MAX_CENTS}::bigint OR refunded_cents > ${MAX_CENTS}::bigint)`;

async function computeSums(tx: Tx, rows: Prisma.Sql): Promise<number> {
  return tx.$executeRaw`
    CREATE TEMP TABLE fresh_days ON COMMIT DROP AS
    SELECT game_id, day, sum(units) AS units, sum(revenue_cents) AS revenue_cents,
      sum(refunded_units) AS refunded_units, sum(refunded_cents) AS refunded_cents
    FROM (${rows}) counted
    GROUP BY game_id, day`;
}

/** Days with absurd sums go back into the log, with the reason: their games are set aside until they are mended. */
function setAside(tx: Tx): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO changed_sales_days (game_id, day, error)
    SELECT game_id, day, CASE
      WHEN greatest(units, refunded_units) > ${MAX_UNITS}::bigint
        THEN format('%s units on %s cannot be', greatest(units, refunded_units), day)
      ELSE format('a revenue of %s cents on %s cannot be', greatest(revenue_cents, refunded_cents), day) END
    FROM fresh_days WHERE ${isAbsurd}`;
}

function deleteEmptied(tx: Tx, { through, gameIds }: Scope, isFull: boolean): Promise<number> {
  const looked = isFull
    ? Prisma.sql`d.day <= ${through}::date AND ${ofGames(Prisma.sql`d.game_id`, gameIds)}`
    : Prisma.sql`EXISTS (SELECT FROM changed_days c WHERE c.game_id = d.game_id AND c.day = d.day)`;
  return tx.$executeRaw`
    DELETE FROM daily_sales d
    WHERE ${looked} AND NOT EXISTS (SELECT FROM fresh_days f WHERE f.game_id = d.game_id AND f.day = d.day)`;
}

function writeSums(tx: Tx): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO daily_sales AS d (game_id, day, units, revenue_cents, refunded_units, refunded_cents)
    SELECT game_id, day, units, revenue_cents, refunded_units, refunded_cents FROM fresh_days WHERE NOT ${isAbsurd}
    ORDER BY game_id, day
    ON CONFLICT (game_id, day) DO UPDATE
    SET units = excluded.units, revenue_cents = excluded.revenue_cents,
      refunded_units = excluded.refunded_units, refunded_cents = excluded.refunded_cents
    WHERE (d.units, d.revenue_cents, d.refunded_units, d.refunded_cents)
      IS DISTINCT FROM (excluded.units, excluded.revenue_cents, excluded.refunded_units, excluded.refunded_cents)`;
}

async function isRollUpEmpty(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isEmpty: boolean }[]>`
    SELECT NOT EXISTS (SELECT FROM daily_sales) AS "isEmpty"`;
  return row?.isEmpty ?? false;
}

/**
 * Brings daily_sales, the roll-up behind charts and forecasts, to what orders and refunds say: the days of the change
 * log, or every day where all is done anew. Rows that stay the same are not touched. To be run in one transaction.
 */
export async function extractChanges(tx: Tx, scope: Scope, isForced: boolean): Promise<Counts> {
  await tx.$executeRaw`SET LOCAL work_mem = '96MB'`;
  const isFull = isForced || (scope.gameIds === null && (await isRollUpEmpty(tx)));
  const changedDays = await takeChanges(tx, scope, isFull);
  const readDays = await computeSums(tx, isFull ? allSums(scope) : changedSums(scope));
  const daysSetAside = await setAside(tx);
  const deletedDays = await deleteEmptied(tx, scope, isFull);
  const writtenDays = await writeSums(tx);
  return { changedDays, readDays, writtenDays, deletedDays, daysSetAside };
}
