import { formatDay } from "@/app/_components/charts/chart-format";
import { Alert } from "@/app/_components/ui/alert";
import { daysBetween, toDay } from "@/lib/shared/day";
import { type GameForecast, YOUNG_BELOW_DAYS } from "@/lib/shared/forecast";

/** A forecast that newer sales have overtaken says so. */
function StaleNote({ view }: { view: GameForecast }) {
  const behind = view.forecast && view.dataThrough ? daysBetween(view.forecast.madeFrom, view.dataThrough) : 0;
  if (behind <= 0) return null;
  return (
    <Alert tone="warning" title={`This forecast is ${behind} ${behind === 1 ? "day" : "days"} behind the sales`}>
      It will be renewed by the next run of the forecast pipeline.
    </Alert>
  );
}

function KindNote({ view: { game, forecast } }: { view: GameForecast }) {
  if (forecast?.kind === "launch") {
    return (
      <Alert title="Not out yet: this is a forecast of its launch">
        It covers the {forecast.days.length} days from its release
        {game.releaseDate && ` on ${formatDay(game.releaseDate)}`}. It rests on what is known of the game, on wishes for
        it, and on how other games of the store began; so its range is wide.
      </Alert>
    );
  }
  if (forecast?.kind === "young") {
    return (
      <Alert title="A young game">
        It has fewer than {YOUNG_BELOW_DAYS} days of sales, so that its forecast leans on how other games began. The
        range is wide, and becomes narrower with every week.
      </Alert>
    );
  }
  return null;
}

function MissingNote({ view: { game, actual, forecast } }: { view: GameForecast }) {
  if (forecast) return null;
  const isOut = game.releaseDate !== null && game.releaseDate <= toDay(new Date());
  if (!isOut) {
    return (
      <Alert title="No launch forecast yet">
        {game.releaseDate
          ? "The forecast pipeline covers a game from the night after it was announced, as soon as a model is trained."
          : "A launch can be forecast once the game has a release date."}
      </Alert>
    );
  }
  if (actual.length === 0) return null;
  return (
    <Alert title="No forecast yet">
      The forecast pipeline has not covered this game. It does so from the night after its sales were counted, as soon
      as a model is trained.
    </Alert>
  );
}

/** What to know before reading the numbers. */
export function ForecastNotes({ view }: { view: GameForecast }) {
  return (
    <>
      <StaleNote view={view} />
      <KindNote view={view} />
      <MissingNote view={view} />
    </>
  );
}
