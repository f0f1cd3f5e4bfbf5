"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { nameLanguage } from "@/app/_components/reviews/language-name";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Select } from "@/app/_components/ui/select";
import { useSaid } from "@/app/_i18n/use-said";
import { type Draft, draftChanged, draftDropped, formClosed, submitted } from "@/lib/client/features/reviews/actions";
import { selectSaveRequest } from "@/lib/client/features/reviews/selectors";
import { selectSession } from "@/lib/client/features/session/selectors";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { REVIEW_LANGUAGES, type ReviewLanguage } from "@/lib/shared/review-choices";
import { writeReviewSchema } from "@/lib/shared/reviews";
import { BodyInput } from "./body-input";
import { useReviewsView } from "./opened-reviews";
import { StaleNotice } from "./stale-notice";
import { StarInput } from "./star-input";
import { VerdictInput } from "./verdict-input";

type Errors = Partial<Record<keyof Draft, string>>;

function toErrors(draft: Draft): Errors {
  const result = writeReviewSchema.safeParse(draft);
  const errors: Errors = {};
  for (const { path, message } of result.error?.issues ?? []) errors[path[0] as keyof Draft] ??= message;
  return errors;
}

function LanguageInput({ value, onChange }: { value: ReviewLanguage; onChange: (language: ReviewLanguage) => void }) {
  const t = useTranslations("reviews.form");
  const locale = useLocale();
  return (
    <Field label={t("language")} className="max-w-64">
      <Select value={value} onChange={(event) => onChange(event.target.value as ReviewLanguage)}>
        {REVIEW_LANGUAGES.map((code) => (
          <option key={code} value={code}>
            {nameLanguage(code, locale)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function SaveFailure() {
  const t = useTranslations("reviews.form");
  const speak = useSaid();
  const { status, error } = useAppSelector(selectSaveRequest);
  if (status !== "failed" || !error) return null;
  if (error.code === "conflict") return <StaleNotice />;
  return (
    <Alert tone="danger" title={t("failed")}>
      {speak(error.message)}
    </Alert>
  );
}

/** Sends what can be sent; otherwise the first field that cannot is where the writer is led. */
function useSubmit(draft: Draft | null) {
  const dispatch = useAppDispatch();
  const author = useAppSelector(selectSession)?.name ?? "";
  const form = useRef<HTMLFormElement>(null);
  const [hasTried, setHasTried] = useState(false);
  const [tries, setTries] = useState(0);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setHasTried(true);
    const { data } = writeReviewSchema.safeParse(draft);
    if (data) dispatch(submitted(data, author));
    else setTries(tries + 1);
  };
  useEffect(() => {
    if (tries > 0)
      form.current?.querySelector<HTMLElement>("[aria-invalid=true] input, textarea[aria-invalid=true]")?.focus();
  }, [tries]);
  return { form, onSubmit, errors: hasTried && draft ? toErrors(draft) : {} };
}

/** The form of one's own review. What is typed is kept at once; leaving the form does not lose it. */
export function ReviewForm() {
  const t = useTranslations("reviews.form");
  const speak = useSaid();
  const id = useId();
  const dispatch = useAppDispatch();
  const { draft, confirmed } = useReviewsView().mine;
  const { form, onSubmit, errors } = useSubmit(draft);
  const title = useRef<HTMLHeadingElement>(null);

  useEffect(() => title.current?.focus(), []);

  if (!draft) return null;
  const change = (part: Partial<Draft>) => dispatch(draftChanged(part));
  const say = (field: keyof Draft) => (errors[field] ? speak(errors[field]) : undefined);
  return (
    <form
      ref={form}
      noValidate
      aria-labelledby={id}
      onSubmit={onSubmit}
      className="grid animate-rise gap-5 rounded-card bg-raised/70 p-5 sm:p-6"
    >
      <h3 ref={title} id={id} tabIndex={-1} className="font-semibold text-lg outline-none">
        {t(confirmed ? "editTitle" : "newTitle")}
      </h3>
      <SaveFailure />
      <div className="flex flex-wrap gap-x-10 gap-y-5">
        <VerdictInput
          value={draft.isRecommended}
          error={say("isRecommended")}
          onChange={(isRecommended) => change({ isRecommended })}
        />
        <StarInput value={draft.stars} error={say("stars")} onChange={(stars) => change({ stars })} />
      </div>
      <BodyInput value={draft.body} error={say("body")} onChange={(body) => change({ body })} />
      <LanguageInput value={draft.locale} onChange={(locale) => change({ locale })} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit">{t(confirmed ? "save" : "publish")}</Button>
        <Button variant="secondary" onClick={() => dispatch(formClosed())}>
          {t("later")}
        </Button>
        <Button variant="ghost" className="text-muted" onClick={() => dispatch(draftDropped())}>
          {t("drop")}
        </Button>
      </div>
    </form>
  );
}
