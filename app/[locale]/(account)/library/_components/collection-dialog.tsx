"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useEffectEvent, useRef } from "react";
import { Alert } from "@/app/_components/ui/alert";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { useSaid } from "@/app/_i18n/use-said";
import { selectCreateCollection, selectRenameCollection } from "@/lib/client/features/library/selectors";
import { createCollectionRequest, renameCollectionRequest } from "@/lib/client/features/library/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { type Collection, MAX_COLLECTION_NAME } from "@/lib/shared/library";

/** What a name is for: a collection that is made, with games, or one that is there. */
export type NamedCollection = { kind: "new"; gameIds: string[] } | { kind: "rename"; collection: Collection };

type CollectionDialogProps = {
  named: NamedCollection | null;
  onClose: () => void;
  /** The collection is made or renamed; the dialog closes after it. */
  onDone?: () => void;
};

type NameFormProps = Pick<CollectionDialogProps, "onClose" | "onDone"> & { named: NamedCollection };

function useNaming({ named, onClose, onDone }: NameFormProps) {
  const dispatch = useAppDispatch();
  const request = named.kind === "new" ? createCollectionRequest : renameCollectionRequest;
  const state = useAppSelector(named.kind === "new" ? selectCreateCollection : selectRenameCollection);
  useEffect(() => {
    dispatch(request.cancelled());
    return () => {
      dispatch(request.cancelled());
    };
  }, [dispatch, request]);
  const hasSent = useRef(false);
  const finish = useEffectEvent(() => {
    onDone?.();
    onClose();
  });
  useEffect(() => {
    if (hasSent.current && state.status === "succeeded") finish();
  }, [state.status]);
  const send = (name: string) => {
    hasSent.current = true;
    if (named.kind === "new") dispatch(createCollectionRequest.requested({ name, gameIds: named.gameIds }));
    else dispatch(renameCollectionRequest.requested({ id: named.collection.id, name }));
  };
  return { state, send };
}

function NameForm({ named, onClose, onDone }: NameFormProps) {
  const t = useTranslations("library.collections");
  const common = useTranslations("common");
  const speak = useSaid();
  const { state, send } = useNaming({ named, onClose, onDone });
  const fieldError = state.error?.fields?.name;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send(String(new FormData(event.currentTarget).get("name") ?? ""));
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      {state.error && !fieldError && <Alert tone="danger">{speak(state.error.message)}</Alert>}
      <Field
        label={t("name")}
        hint={t("nameHint", { max: MAX_COLLECTION_NAME })}
        {...(fieldError && { error: speak(fieldError) })}
      >
        <Input
          name="name"
          required
          maxLength={MAX_COLLECTION_NAME}
          autoComplete="off"
          data-autofocus
          defaultValue={named.kind === "rename" ? named.collection.name : ""}
        />
      </Field>
      <div className="flex flex-wrap justify-end gap-3">
        <Button variant="ghost" onClick={onClose}>
          {common("cancel")}
        </Button>
        <Button type="submit" disabled={state.status === "running"}>
          {named.kind === "new" ? t("create") : common("save")}
        </Button>
      </div>
    </form>
  );
}

/** Asks for the name of a collection. */
export function CollectionDialog({ named, ...rest }: CollectionDialogProps) {
  const t = useTranslations("library.collections");
  const title = named?.kind === "rename" ? t("renameTitle", { name: named.collection.name }) : t("new");
  return (
    <Dialog open={named !== null} onOpenChange={(open) => !open && rest.onClose()} title={title}>
      {named && <NameForm named={named} {...rest} />}
    </Dialog>
  );
}
