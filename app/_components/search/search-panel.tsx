"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type MouseEvent, useEffect, useMemo } from "react";
import { searchFeature } from "@/lib/client/features/search/feature";
import {
  selectAnswer,
  selectHasSuggestFailed,
  selectIsAnswered,
  selectRecent,
  selectSearchText,
} from "@/lib/client/features/search/selectors";
import { closed, opened, recentCleared, recentRemoved, submitted, typed } from "@/lib/client/features/search/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { FeatureGate } from "../feature-gate";
import { Skeleton } from "../ui/skeleton";
import { listOptions, type OptionGroup } from "./search-options";
import { SearchRow } from "./search-rows";
import { useSearchKeys } from "./use-search-keys";

const features = [searchFeature] as const;

export type SearchPanelProps = {
  input: HTMLInputElement;
  listId: string;
  /** Tells which row the box must name as the active one. */
  onActive: (id: string | null) => void;
  onClose: () => void;
};

/** Follows what is typed and sent in the box, which was there before this code was. */
function useBox(input: HTMLInputElement): void {
  const dispatch = useAppDispatch();
  useEffect(() => {
    const onInput = () => dispatch(typed(input.value));
    const onSubmit = () => dispatch(submitted(input.value));
    dispatch(opened());
    onInput();
    input.addEventListener("input", onInput);
    input.form?.addEventListener("submit", onSubmit);
    return () => {
      input.removeEventListener("input", onInput);
      input.form?.removeEventListener("submit", onSubmit);
      dispatch(closed());
    };
  }, [input, dispatch]);
}

function useGroups(listId: string): OptionGroup[] {
  const text = useAppSelector(selectSearchText);
  const recent = useAppSelector(selectRecent);
  const answer = useAppSelector(selectAnswer);
  return useMemo(
    () => listOptions({ text, recent, suggestions: answer?.suggestions ?? null }, listId),
    [text, recent, answer, listId],
  );
}

/** A button that goes with what it removes leaves the focus, where it has it, to the box. */
function giveFocusBack({ currentTarget }: MouseEvent, input: HTMLInputElement): void {
  if (currentTarget === document.activeElement) input.focus();
}

/** Buttons beside the rows of recent searches, outside the list, whose rows may hold nothing to press. */
function RecentButtons({ recent, input }: { recent: readonly string[]; input: HTMLInputElement }) {
  const t = useTranslations("shell.search");
  const dispatch = useAppDispatch();
  return (
    <ul aria-label={t("recent")} className="absolute top-10 right-3.5 grid">
      {recent.map((text) => (
        <li key={text} className="grid h-11 place-items-center">
          <button
            type="button"
            aria-label={t("removeRecent", { text })}
            onClick={(event) => {
              giveFocusBack(event, input);
              dispatch(recentRemoved(text));
            }}
            className="grid size-9 place-items-center rounded-lg text-muted hover:bg-line hover:text-foreground"
          >
            <X aria-hidden className="size-4" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What is said below the rows: how many there are, or why there are none. */
function Note({ groups }: { groups: OptionGroup[] }) {
  const t = useTranslations("shell.search");
  const text = useAppSelector(selectSearchText);
  const isAnswered = useAppSelector(selectIsAnswered);
  const hasFailed = useAppSelector(selectHasSuggestFailed);
  const count = groups.filter(({ name }) => name !== "all").flatMap(({ options }) => options).length;
  const isEmpty = text !== "" && count === 0;
  if (isEmpty && !isAnswered && !hasFailed) {
    return (
      <div className="grid gap-2 px-3 py-2">
        <Skeleton className="h-13" />
        <Skeleton className="h-13" />
      </div>
    );
  }
  return (
    <p role="status" className={isEmpty ? "px-3 py-2 text-muted text-sm" : "sr-only"}>
      {isEmpty ? t(hasFailed ? "failed" : "none") : t("found", { count })}
    </p>
  );
}

function OpenPanel({ input, listId, onActive, onClose }: SearchPanelProps) {
  const t = useTranslations("shell.search");
  const dispatch = useAppDispatch();
  useBox(input);
  const groups = useGroups(listId);
  const options = useMemo(() => groups.flatMap(({ options }) => options), [groups]);
  const { activeId, setActiveId } = useSearchKeys(input, options);
  const recent =
    groups[0]?.name === "recent" ? groups[0].options.flatMap((one) => ("text" in one ? one.text : [])) : [];
  useEffect(() => onActive(activeId), [onActive, activeId]);
  return (
    // The box keeps the focus while the pointer is used here.
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done by it but keeping the focus
    <div className="relative p-2" onMouseDown={(event) => event.preventDefault()}>
      <div role="listbox" id={listId} aria-label={t("suggestions")}>
        {groups.map(({ name, options }) => (
          // biome-ignore lint/a11y/useSemanticElements: a part of a listbox is a group, not a form's fieldset
          <div key={name} role="group" aria-label={name === "all" ? t("label") : t(name)}>
            {name !== "all" && (
              <div aria-hidden className="flex h-8 items-center px-3 font-semibold text-muted text-xs">
                {t(name)}
              </div>
            )}
            {options.map((option) => (
              <SearchRow
                key={option.id}
                option={option}
                isActive={option.id === activeId}
                onPoint={setActiveId}
                onFollow={() => {
                  if (option.kind === "recent" || option.kind === "all") dispatch(submitted(option.text));
                  onClose();
                }}
              />
            ))}
          </div>
        ))}
      </div>
      {recent.length > 0 && (
        <>
          <RecentButtons recent={recent} input={input} />
          <button
            type="button"
            onClick={(event) => {
              giveFocusBack(event, input);
              dispatch(recentCleared());
            }}
            className="mt-1 rounded-lg px-3 py-2 text-muted text-sm hover:bg-raised hover:text-foreground"
          >
            {t("clearRecent")}
          </button>
        </>
      )}
      <Note groups={groups} />
    </div>
  );
}

/** What opens below the search box. It is loaded when somebody goes near the box. */
export function SearchPanel(props: SearchPanelProps) {
  return (
    <FeatureGate features={features}>
      <OpenPanel {...props} />
    </FeatureGate>
  );
}
