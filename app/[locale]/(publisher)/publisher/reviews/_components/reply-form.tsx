"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAuthorName } from "@/app/_components/reviews/use-author-name";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Textarea } from "@/app/_components/ui/textarea";
import { useRouter } from "@/app/_i18n/navigation";
import { useSaid } from "@/app/_i18n/use-said";
import { selectSaveReply } from "@/lib/client/features/review-desk/selectors";
import { replyChanged, replyClosed, saveReplyRequest } from "@/lib/client/features/review-desk/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { type PublisherReview, saveReplySchema } from "@/lib/shared/review-desk";

function Failure() {
  const t = useTranslations("reviewDesk.admin");
  const speak = useSaid();
  const router = useRouter();
  const { status, error } = useAppSelector(selectSaveReply);
  if (status !== "failed" || !error) return null;
  return (
    <Alert tone="danger">
      <p>{speak(error.fields?.body ?? error.message)}</p>
      {error.code === "conflict" && (
        <Button variant="secondary" size="sm" className="mt-2" onClick={() => router.refresh()}>
          {t("reload")}
        </Button>
      )}
    </Alert>
  );
}

type ReplyFormProps = { review: PublisherReview; body: string; version: string | null };

/** Writes or changes the reply to a review; `version` is that of the reply it replaces. */
export function ReplyForm({ review, body, version }: ReplyFormProps) {
  const t = useTranslations("reviewDesk.publisher");
  const tCommon = useTranslations("common");
  const speak = useSaid();
  const dispatch = useAppDispatch();
  const { status } = useAppSelector(selectSaveReply);
  const [hasTried, setHasTried] = useState(false);
  const problem = saveReplySchema.safeParse({ body, version }).error?.issues[0]?.message;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setHasTried(true);
    if (!problem) dispatch(saveReplyRequest.requested({ reviewId: review.id, body, version }));
  };
  return (
    <form noValidate onSubmit={onSubmit} className="grid gap-3">
      <Failure />
      <Field
        label={t("replyTo", { author: useAuthorName(review.author) })}
        hint={t("publicHint")}
        {...(hasTried && problem && { error: speak(problem) })}
      >
        <Textarea
          // The form comes in the place of the button that was pressed.
          autoFocus
          dir="auto"
          rows={4}
          value={body}
          onChange={(event) => dispatch(replyChanged(event.target.value))}
        />
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" size="sm" disabled={status === "running"}>
          {t("send")}
        </Button>
        <Button variant="ghost" size="sm" onClick={() => dispatch(replyClosed())}>
          {tCommon("cancel")}
        </Button>
      </div>
    </form>
  );
}
