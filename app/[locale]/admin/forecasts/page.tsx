import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { RetrainButton } from "@/app/_components/forecast/retrain-button";
import { TrackRecords } from "@/app/_components/forecast/track-records";
import { PageHeader } from "@/app/_components/page-header";
import { Alert } from "@/app/_components/ui/alert";
import { Card } from "@/app/_components/ui/card";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { useFormats } from "@/app/_i18n/use-formats";
import { FlaggedGames } from "@/app/[locale]/admin/_components/flagged-games";
import { ModelList } from "@/app/[locale]/admin/_components/model-list";
import { requireStaff } from "@/app/[locale]/admin/_components/require-staff";
import { getStoreAccuracy } from "@/lib/server/ledger/queries";
import { listModelVersions } from "@/lib/server/sales/queries";
import type { StoreAccuracy } from "@/lib/shared/ledger";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("forecasts.title") };
}

function Flagged({ flagged, retraining }: StoreAccuracy) {
  const t = useTranslations("admin");
  const { day } = useFormats();
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] content-start gap-3 p-4 sm:p-5">
      <h2 className="font-semibold text-lg">{t("forecasts.asking")}</h2>
      <p className="text-muted text-sm">{t("forecasts.askingText")}</p>
      {flagged.length > 0 ? (
        <FlaggedGames games={flagged} />
      ) : (
        <p className="flex items-center gap-2 text-sm">
          <CircleCheck aria-hidden className="size-4 text-success" />
          {t("forecasts.askingNone")}
        </p>
      )}
      {retraining.trainedThrough && (
        <p className="text-muted text-xs">{t("forecasts.lastTraining", { day: day(retraining.trainedThrough) })}</p>
      )}
    </Card>
  );
}

export default async function ForecastQualityPage() {
  const actor = await requireStaff();
  const [accuracy, models] = await Promise.all([getStoreAccuracy(actor), listModelVersions(actor)]);
  const t = await getTranslations("admin");
  const { issued, backtest, retraining } = accuracy;
  return (
    <ClientMessages namespaces={["charts", "forecast"]}>
      <PageHeader title={t("forecasts.title")} text={t("forecasts.text")} />
      {retraining.isAsked && (
        <Alert tone="warning" title={t("forecasts.retrain")}>
          <p>{t("forecasts.retrainText")}</p>
          <div className="mt-3 text-foreground">
            <RetrainButton />
          </div>
        </Alert>
      )}
      <Card className="grid grid-cols-[minmax(0,1fr)] gap-4 p-4 sm:p-5">
        <h2 className="font-semibold text-lg">{t("forecasts.all")}</h2>
        <TrackRecords issued={issued} backtest={backtest} name={t("forecasts.allName")} of="store" />
      </Card>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 xl:grid-cols-2">
        <Flagged {...accuracy} />
        <ModelList models={models} />
      </div>
    </ClientMessages>
  );
}
