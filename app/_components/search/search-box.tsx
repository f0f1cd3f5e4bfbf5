"use client";

import { clsx } from "clsx";
import { ArrowLeft, Search } from "lucide-react";
import Form from "next/form";
import { useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef } from "react";
import { usePathname } from "@/app/_i18n/navigation";
import { localizePath } from "@/lib/shared/locale";
import { MAX_SEARCH_LENGTH } from "@/lib/shared/search-length";
import { SEARCH_SHORTCUT } from "./search-shortcut";
import { ShortcutHint } from "./shortcut-hint";
import { useSearchBox } from "./use-search-box";

/** The text that the page's results are for. */
function useSearchedText(): string {
  const pathname = usePathname();
  const text = useSearchParams().get("q") ?? "";
  return pathname === "/games" ? text : "";
}

/**
 * The header's search: a plain form that asks the catalogue before any script has loaded. What it offers while
 * somebody types is loaded when they come near it; on a phone it then has the whole screen.
 */
export function SearchBox({ className }: { className?: string }) {
  const t = useTranslations("shell.search");
  const action = localizePath("/games", useLocale());
  const searched = useSearchedText();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const { Panel, isOpen, activeId, setActiveId, open, close, load } = useSearchBox(input);
  const isExpanded = isOpen && Panel !== null;

  const shownText = useRef(searched);
  useEffect(() => {
    // Not at first: what was typed before the script was there stays.
    if (shownText.current === searched) return;
    shownText.current = searched;
    if (input.current) input.current.value = searched;
  }, [searched]);

  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLFormElement>) => {
    // On a phone the keyboard may go away, and the focus to nothing, while the screen is still searched.
    const isOnPhone = window.matchMedia("(width < 48rem)").matches;
    if (isOnPhone && !relatedTarget) return;
    if (!currentTarget.contains(relatedTarget)) close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" && !isOpen) open();
  };

  return (
    <Form
      action={action}
      role="search"
      data-search-open={isExpanded || undefined}
      onPointerEnter={load}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
      onSubmit={() => close()}
      className={clsx(
        "group/search relative",
        "data-search-open:max-md:fixed data-search-open:max-md:inset-0 data-search-open:max-md:z-50",
        "data-search-open:max-md:flex data-search-open:max-md:flex-col data-search-open:max-md:bg-background",
        className,
      )}
    >
      <div className="relative flex items-center gap-2 group-data-search-open/search:max-md:border-line group-data-search-open/search:max-md:border-b group-data-search-open/search:max-md:p-3">
        <button
          type="button"
          aria-label={t("back")}
          onClick={close}
          className="hidden size-11 shrink-0 place-items-center rounded-lg group-data-search-open/search:max-md:grid"
        >
          <ArrowLeft aria-hidden className="size-5" />
        </button>
        <div className="relative min-w-0 grow">
          <Search aria-hidden className="pointer-events-none absolute top-3.5 left-3.5 size-4 text-muted" />
          <input
            ref={input}
            type="search"
            name="q"
            role="combobox"
            aria-label={t("label")}
            aria-expanded={isExpanded}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={activeId ?? undefined}
            aria-keyshortcuts={SEARCH_SHORTCUT}
            defaultValue={searched}
            maxLength={MAX_SEARCH_LENGTH}
            placeholder={t("placeholder")}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="search"
            onFocus={open}
            onClick={open}
            onInput={open}
            className="h-11 w-full text-ellipsis rounded-full border border-line bg-surface pr-4 pl-10 text-base focus-visible:-outline-offset-1 placeholder:text-muted hover:border-edge md:text-sm xl:pr-20 [&::-webkit-search-cancel-button]:appearance-none"
          />
          <ShortcutHint />
        </div>
      </div>
      {isExpanded && input.current && Panel && (
        <div className="max-md:min-h-0 max-md:grow max-md:overflow-y-auto md:absolute md:inset-x-0 md:top-full md:mt-2 md:max-h-[min(40rem,calc(100dvh-6rem))] md:animate-rise md:overflow-y-auto md:rounded-card md:border md:border-line md:bg-surface md:shadow-lift">
          <Panel input={input.current} listId={listId} onActive={setActiveId} onClose={close} />
        </div>
      )}
    </Form>
  );
}
