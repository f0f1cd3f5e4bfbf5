"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import type { LazyDialogProps } from "@/app/_components/reviews/use-lazy-dialog";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Field } from "@/app/_components/ui/field";
import { Textarea } from "@/app/_components/ui/textarea";
import { useSaid } from "@/app/_i18n/use-said";
import { decisionMade } from "@/lib/client/features/review-desk/slice";
import { useAppDispatch } from "@/lib/client/store/hooks";
import { decideReviewSchema } from "@/lib/shared/review-desk";

const PRESETS = ["abuse", "spam", "spoiler", "off_topic"] as const;

function Presets({ onChoose }: { onChoose: (text: string) => void }) {
  const t = useTranslations("reviewDesk.admin");
  const tReasons = useTranslations("reviews.report.reasons");
  return (
    <ul aria-label={t("presets")} className="flex flex-wrap gap-2">
      {PRESETS.map((preset) => (
        <li key={preset}>
          <button
            type="button"
            onClick={() => onChoose(t(`reasons.${preset}`))}
            className="min-h-8 rounded-full border border-edge px-3 text-sm transition-colors hover:bg-raised"
          >
            {tReasons(preset)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function HideForm({ id, reviewId, onDone }: { id: string; reviewId: string; onDone: () => void }) {
  const t = useTranslations("reviewDesk.admin");
  const speak = useSaid();
  const dispatch = useAppDispatch();
  const [reason, setReason] = useState("");
  const [hasTried, setHasTried] = useState(false);
  const parsed = decideReviewSchema.safeParse({ decision: "hide", reason });
  const problem = parsed.error?.issues[0]?.message;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setHasTried(true);
    if (!parsed.data) return;
    dispatch(decisionMade({ reviewId, input: parsed.data }));
    onDone();
  };
  return (
    <form id={id} noValidate onSubmit={onSubmit} className="grid gap-4">
      <Presets onChoose={setReason} />
      <Field label={t("reason")} {...(hasTried && problem && { error: speak(problem) })}>
        <Textarea dir="auto" rows={4} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </form>
  );
}

/** Asks why a review is hidden: its writer reads it. */
export function HideDialog({ reviewId, open, onOpenChange }: LazyDialogProps & { reviewId: string }) {
  const t = useTranslations("reviewDesk.admin");
  const tCommon = useTranslations("common");
  const id = useId();
  const close = () => onOpenChange(false);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("hideTitle")}
      description={t("hideText")}
      footer={
        <>
          <Button variant="ghost" onClick={close}>
            {tCommon("cancel")}
          </Button>
          <Button variant="danger" type="submit" form={id}>
            {t("hide")}
          </Button>
        </>
      }
    >
      <HideForm id={id} reviewId={reviewId} onDone={close} />
    </Dialog>
  );
}
