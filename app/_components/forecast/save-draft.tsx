"use client";

import { BookmarkPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { useFormats } from "@/app/_i18n/use-formats";
import { useSaid } from "@/app/_i18n/use-said";
import { selectAreDraftsListed, selectSaveDraft } from "@/lib/client/features/forecast/selectors";
import { saveDraftRequest } from "@/lib/client/features/forecast/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import type { PricePlan } from "@/lib/shared/forecast-plan";
import { useForecastPlace } from "./forecast-place";

const MAX_NAME_LENGTH = 100;

/** Keeps the plan of the form as a draft promotion under a name. */
export function SaveDraft({ plan }: { plan: PricePlan | null }) {
  const t = useTranslations("forecast");
  const { day } = useFormats();
  const speak = useSaid();
  const dispatch = useAppDispatch();
  const place = useForecastPlace();
  const { status, error } = useAppSelector(selectSaveDraft);
  // A list that is still on its way may be older than what is saved here.
  const isListed = useAppSelector(selectAreDraftsListed);
  const [name, setName] = useState("");
  const suggested = plan
    ? t(plan.discountPercent > 0 ? "drafts.suggestOff" : "drafts.suggestPrice", {
        percent: plan.discountPercent,
        day: day(plan.from),
      })
    : "";

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!plan || !isListed || status === "running") return;
    dispatch(saveDraftRequest.requested({ place, name: name.trim() || suggested, plan }));
  };

  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-3" noValidate>
      <Field
        label={t("drafts.name")}
        className="min-w-0 grow basis-48"
        {...(error && { error: speak(Object.values(error.fields ?? {})[0] ?? error.message) })}
      >
        <Input
          value={name}
          maxLength={MAX_NAME_LENGTH}
          placeholder={suggested}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="secondary" disabled={!plan || !isListed || status === "running"}>
        <BookmarkPlus aria-hidden />
        {t(status === "running" ? "drafts.saving" : "drafts.save")}
      </Button>
    </form>
  );
}
