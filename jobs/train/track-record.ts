import type { LedgerForecast } from "@/jobs/ledger/record";
import { repeatLastWeek } from "@/jobs/ledger/seasonal-naive";
import { toDayString } from "@/jobs/model/calendar";
import { toForecastDays } from "@/jobs/model/forecast-game";
import { HORIZON } from "@/jobs/model/game-panel";
import { toSource } from "@/jobs/model/rivals/choice";
import type { TrainedModel } from "@/jobs/model/train-model";

/** The forecasts of the held-out days, as the ledger keeps them. */
export function toTrackRecord({ tested, heldOut }: Pick<TrainedModel, "tested" | "heldOut">): LedgerForecast[] {
  return heldOut.map(({ window, forecast, choice }) => {
    const { series } = window.prepared;
    return {
      gameId: series.id,
      issuedThrough: toDayString(series.firstDay + window.origin),
      source: toSource(choice),
      days: toForecastDays(tested, window, forecast),
      seasonalNaive: repeatLastWeek(series.values, window.origin, HORIZON),
    };
  });
}
