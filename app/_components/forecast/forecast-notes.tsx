import { useTranslations } from "next-intl";
import { Alert } from "@/app/_components/ui/alert";
import { useFormats } from "@/app/_i18n/use-formats";
import { daysBetween, toDay } from "@/lib/shared/day";
import { type GameForecast, YOUNG_BELOW_DAYS } from "@/lib/shared/forecast";

/** A forecast that newer sales have overtaken says so. */
function StaleNote({ view }: { view: GameForecast }) {
  const t = useTranslations("forecast");
  const behind = view.forecast && view.dataThrough ? daysBetween(view.forecast.madeFrom, view.dataThrough) : 0;
  if (behind <= 0) return null;
  return (
    <Alert tone="warning" title={t("notes.behind", { days: behind })}>
      {t("notes.behindText")}
    </Alert>
  );
}

function KindNote({ view: { game, forecast } }: { view: GameForecast }) {
  const t = useTranslations("forecast");
  const { day } = useFormats();
  if (forecast?.kind === "launch") {
    return (
      <Alert title={t("notes.launch")}>
        {t("notes.launchText", {
          days: forecast.days.length,
          day: day(game.releaseDate ?? forecast.days[0]?.day ?? ""),
        })}
      </Alert>
    );
  }
  if (forecast?.kind === "young") {
    return <Alert title={t("notes.young")}>{t("notes.youngText", { days: YOUNG_BELOW_DAYS })}</Alert>;
  }
  return null;
}

function MissingNote({ view: { game, actual, forecast } }: { view: GameForecast }) {
  const t = useTranslations("forecast");
  if (forecast) return null;
  const isOut = game.releaseDate !== null && game.releaseDate <= toDay(new Date());
  if (!isOut) {
    return <Alert title={t("notes.noLaunch")}>{t(game.releaseDate ? "notes.noLaunchText" : "notes.noDateText")}</Alert>;
  }
  if (actual.length === 0) return null;
  return <Alert title={t("notes.none")}>{t("notes.noneText")}</Alert>;
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
