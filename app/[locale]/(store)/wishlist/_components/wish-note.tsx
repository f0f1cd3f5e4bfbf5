"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef } from "react";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Textarea } from "@/app/_components/ui/textarea";
import { MAX_NOTE_LENGTH, type Wish } from "@/lib/shared/wishlist";

type WishNoteProps = {
  wish: Wish;
  isEditing: boolean;
  onEnd: () => void;
  onSave: (note: string) => void;
};

function NoteForm({ wish, onEnd, onSave }: Omit<WishNoteProps, "isEditing">) {
  const t = useTranslations("wishlist.note");
  const common = useTranslations("common");
  const text = useRef<HTMLTextAreaElement>(null);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const note = text.current?.value.trim() ?? "";
    if (note !== wish.note) onSave(note);
    onEnd();
  };
  return (
    <form onSubmit={save} className="grid gap-3 pt-1">
      <Field label={t("label", { title: wish.title })} hint={t("hint", { max: MAX_NOTE_LENGTH })}>
        <Textarea
          ref={text}
          defaultValue={wish.note}
          maxLength={MAX_NOTE_LENGTH}
          rows={3}
          autoFocus
          onKeyDown={(event) => event.key === "Escape" && onEnd()}
          className="min-h-20"
        />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="sm">
          {common("save")}
        </Button>
        <Button variant="ghost" size="sm" onClick={onEnd}>
          {common("cancel")}
        </Button>
      </div>
    </form>
  );
}

/** What the shopper wrote beside a wish, or the form to write it. */
export function WishNote({ wish, isEditing, ...rest }: WishNoteProps) {
  if (isEditing) return <NoteForm wish={wish} {...rest} />;
  if (!wish.note) return null;
  return (
    <p className="line-clamp-3 max-w-prose whitespace-pre-line border-line border-l-2 pl-3 text-muted text-sm">
      {wish.note}
    </p>
  );
}
