"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useCallback, useEffect, useId, useState } from "react";
import type { LazyDialogProps } from "@/app/_components/reviews/use-lazy-dialog";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Field } from "@/app/_components/ui/field";
import { Textarea } from "@/app/_components/ui/textarea";
import { useSaid } from "@/app/_i18n/use-said";
import { reportRequest } from "@/lib/client/features/reviews/actions";
import { selectReportRequest } from "@/lib/client/features/reviews/selectors";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { REPORT_DETAIL_LENGTH, REPORT_REASONS, type ReportReason, type Review } from "@/lib/shared/reviews";

function ReasonChoice({ value, onChange }: { value: ReportReason; onChange: (reason: ReportReason) => void }) {
  const t = useTranslations("reviews.report");
  const name = useId();
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1.5 font-medium text-sm">{t("reason")}</legend>
      {REPORT_REASONS.map((reason) => (
        <label
          key={reason}
          className="flex min-h-10 cursor-pointer items-center gap-3 rounded-lg px-2 text-sm hover:bg-raised has-checked:bg-raised"
        >
          <input
            type="radio"
            name={name}
            checked={value === reason}
            onChange={() => onChange(reason)}
            className="size-4.5 accent-primary"
          />
          {t(`reasons.${reason}`)}
        </label>
      ))}
    </fieldset>
  );
}

type ReportFormProps = { review: Review; formId: string; onSent: () => void };

function ReportForm({ review, formId, onSent }: ReportFormProps) {
  const t = useTranslations("reviews.report");
  const tCommon = useTranslations("common");
  const speak = useSaid();
  const dispatch = useAppDispatch();
  const request = useAppSelector(selectReportRequest);
  const [reason, setReason] = useState<ReportReason>("spam");
  const [detail, setDetail] = useState("");

  useEffect(() => {
    if (review.isReported) onSent();
  }, [review.isReported, onSent]);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    dispatch(reportRequest.requested({ reviewId: review.id, reason, detail }));
  };

  return (
    <form id={formId} onSubmit={onSubmit} className="grid gap-4">
      {request.status === "failed" && <Alert tone="danger">{speak(request.error?.message ?? "")}</Alert>}
      <ReasonChoice value={reason} onChange={setReason} />
      <Field label={`${t("detail")} (${tCommon("optional")})`}>
        <Textarea
          value={detail}
          maxLength={REPORT_DETAIL_LENGTH}
          rows={3}
          dir="auto"
          onChange={(event) => setDetail(event.target.value)}
        />
      </Field>
    </form>
  );
}

/** Tells staff what is wrong with a review. */
export function ReportDialog({ review, open, onOpenChange }: LazyDialogProps & { review: Review }) {
  const t = useTranslations("reviews.report");
  const tCommon = useTranslations("common");
  const formId = useId();
  const dispatch = useAppDispatch();
  const request = useAppSelector(selectReportRequest);
  const close = useCallback(() => onOpenChange(false), [onOpenChange]);

  // How the last report ended is no news for this one.
  useEffect(() => {
    if (open) dispatch(reportRequest.cancelled());
  }, [dispatch, open]);

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title")}
      description={t("text")}
      footer={
        <>
          <Button variant="ghost" onClick={close}>
            {tCommon("cancel")}
          </Button>
          <Button type="submit" form={formId} disabled={request.status === "running"}>
            {t("send")}
          </Button>
        </>
      }
    >
      <ReportForm review={review} formId={formId} onSent={close} />
    </Dialog>
  );
}
