"use client";

import { clsx } from "clsx";
import { CircleCheck, CircleX, Clock, Gift, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Alert } from "@/app/_components/ui/alert";
import { Badge } from "@/app/_components/ui/badge";
import { Card } from "@/app/_components/ui/card";
import { selectIsCheckoutBusy } from "@/lib/client/features/checkout/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";
import { TEST_CARDS, type TestCard } from "@/lib/shared/orders";

type CardFace = { lastDigits: string; plate: string; mark: string; Icon: LucideIcon };

const faces: Record<TestCard, CardFace> = {
  approve: {
    lastDigits: "4242",
    plate: "from-primary to-chart-4",
    mark: "text-success",
    Icon: CircleCheck,
  },
  decline: {
    lastDigits: "0002",
    plate: "from-danger to-raised",
    mark: "text-danger",
    Icon: CircleX,
  },
  delay: {
    lastDigits: "3220",
    plate: "from-chart-2 to-raised",
    mark: "text-warning",
    Icon: Clock,
  },
};

/** As on any card: it says nothing here. */
const VALID_UNTIL = "12/39";

function CardPlate({ card }: { card: TestCard }) {
  const t = useTranslations("checkout.payment");
  const { lastDigits, plate } = faces[card];
  return (
    <div
      aria-hidden
      className={clsx(
        "relative flex aspect-[1.586] w-full max-w-sm flex-col justify-between overflow-hidden rounded-2xl bg-linear-135 p-5 text-white shadow-lift sm:p-6",
        "before:absolute before:inset-0 before:bg-black/55",
        plate,
      )}
    >
      <div className="relative flex items-center justify-between">
        <span className="font-bold font-display text-lg tracking-tight">{t("bank")}</span>
        <span className="h-7 w-10 rounded-md bg-accent/80" />
      </div>
      <p className="relative font-display text-xl tabular-nums tracking-[0.12em] sm:text-2xl">
        {`•••• •••• •••• ${lastDigits}`}
      </p>
      <div className="relative flex justify-between text-xs uppercase tracking-wider">
        <span>{t("noMoney")}</span>
        <span>{VALID_UNTIL}</span>
      </div>
    </div>
  );
}

type ChoiceProps = { card: TestCard; isChosen: boolean; onChoose: () => void };

function CardChoice({ card, isChosen, onChoose }: ChoiceProps) {
  const t = useTranslations("checkout.payment");
  const { lastDigits, mark, Icon } = faces[card];
  return (
    <label className="flex cursor-pointer items-center gap-3 rounded-lg border border-line bg-background p-3.5 transition-colors hover:border-muted has-checked:border-primary has-checked:bg-primary/10 has-focus-visible:outline-2 has-focus-visible:outline-accent">
      <input
        type="radio"
        name="card"
        value={card}
        checked={isChosen}
        onChange={onChoose}
        className="size-4 shrink-0 accent-primary"
      />
      <span className="grid min-w-0 grow gap-0.5">
        <span className="flex flex-wrap items-baseline gap-x-2 font-semibold text-sm">
          {t(`cards.${card}.name`)}
          <span className="font-normal text-muted tabular-nums">
            <span className="sr-only">{t("ending", { digits: lastDigits })}</span>
            <span aria-hidden>{`•••• ${lastDigits}`}</span>
          </span>
        </span>
        <span className="text-muted text-xs">{t(`cards.${card}.text`)}</span>
      </span>
      <Icon aria-hidden className={clsx("size-5 shrink-0", mark)} />
    </label>
  );
}

type PaymentFormProps = { isFree: boolean; card: TestCard; onCardChange: (card: TestCard) => void };

/** How the order is paid: by a card of the test provider, or not at all. */
export function PaymentForm({ isFree, card, onCardChange }: PaymentFormProps) {
  const t = useTranslations("checkout.payment");
  const isBusy = useAppSelector(selectIsCheckoutBusy);
  if (isFree) {
    return (
      <Card className="flex items-start gap-4">
        <Gift aria-hidden className="mt-1 size-6 shrink-0 text-accent" />
        <div className="grid gap-1">
          <h2 className="font-semibold text-lg">{t("nothing")}</h2>
          <p className="text-muted text-sm">{t("nothingText")}</p>
        </div>
      </Card>
    );
  }
  return (
    <Card className="grid gap-5 sm:p-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold text-lg">{t("heading")}</h2>
        <Badge tone="warning">{t("provider")}</Badge>
      </div>
      <Alert>{t("note")}</Alert>
      <div className="grid items-center gap-6 md:grid-cols-2">
        <fieldset disabled={isBusy} className="grid gap-2.5">
          <legend className="mb-2.5 font-medium text-sm">{t("choose")}</legend>
          {TEST_CARDS.map((option) => (
            <CardChoice key={option} card={option} isChosen={option === card} onChoose={() => onCardChange(option)} />
          ))}
        </fieldset>
        <div className="grid justify-items-center max-md:order-first">
          <CardPlate card={card} />
        </div>
      </div>
    </Card>
  );
}
