import { type LedgerForecast, recordBacktest } from "@/jobs/ledger/record";
import { repeatLastWeek } from "@/jobs/ledger/seasonal-naive";
import { toDayString } from "@/jobs/model/calendar";
import { toSource } from "@/jobs/model/choice";
import { toForecastDays } from "@/jobs/model/forecast-game";
import { HORIZON } from "@/jobs/model/game-panel";
import type { TrainedModel } from "@/jobs/model/train-model";
import type { Db } from "@/lib/server/db";
import type { Day } from "@/lib/shared/day";

/** Enters the forecasts of the held-out days in the ledger, marked as back-tested, and scores them. */
export async function recordTrackRecord(
  db: Db,
  modelVersionId: string,
  { tested, heldOut }: TrainedModel,
  trainedThrough: Day,
): Promise<void> {
  const forecasts = heldOut.map(({ window, forecast, choice }): LedgerForecast => {
    const { series } = window.prepared;
    return {
      gameId: series.id,
      issuedThrough: toDayString(series.firstDay + window.origin),
      source: toSource(choice),
      days: toForecastDays(tested, window, forecast),
      seasonalNaive: repeatLastWeek(series.values, window.origin, HORIZON),
    };
  });
  await recordBacktest(db, modelVersionId, { forecasts, trainedThrough });
}
