"use client";

import { SlidersHorizontal, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, type ToggleEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { setOthersInert } from "./set-others-inert";

/** Names the sheet for the buttons that open and close it without a script. */
export const SHEET_ID = "filters";

/** Opens the filters of a narrow screen. */
export function FilterSheetButton({ count }: { count: number }) {
  const t = useTranslations("catalogue");
  return (
    <Button variant="secondary" popoverTarget={SHEET_ID} className="lg:hidden">
      <SlidersHorizontal aria-hidden />
      {t("openFilters")}
      {count > 0 && (
        <span className="grid h-5 min-w-5 place-items-center rounded-full bg-primary px-1 text-on-primary text-xs tabular-nums">
          <span aria-hidden>{count}</span>
          <span className="sr-only">{t("chosenCount", { count })}</span>
        </span>
      )}
    </Button>
  );
}

/** Where the filters stand beside the results, and are no sheet. */
const WIDE = "(min-width: 64rem)";

/** Lets what a sheet covers be reached again where the sheet goes without its button. */
function useLetGo(sheet: RefObject<HTMLElement | null>): void {
  // Who goes back leaves an open sheet without an event: the header stays, and must be reachable on the next page.
  useLayoutEffect(() => {
    const element = sheet.current;
    return () => {
      if (element) setOthersInert(element, false);
    };
  }, [sheet]);
  // A tablet that is turned.
  useEffect(() => {
    const wide = window.matchMedia(WIDE);
    const onChange = () => {
      if (wide.matches && sheet.current?.matches(":popover-open")) sheet.current.hidePopover();
    };
    wide.addEventListener("change", onChange);
    return () => wide.removeEventListener("change", onChange);
  }, [sheet]);
}

type FilterSheetProps = {
  /** Stands at the end of the sheet and closes it, such as `Show 12 games`. */
  closeText: string;
  children: ReactNode;
};

/**
 * The filters: beside the results on a wide screen, a sheet over them on a narrow one. The sheet is a popover of the
 * browser, so that it opens without a script; with one, what it covers cannot be reached meanwhile.
 */
export function FilterSheet({ closeText, children }: FilterSheetProps) {
  const t = useTranslations("catalogue");
  const sheet = useRef<HTMLDivElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  useLetGo(sheet);

  const onBeforeToggle = (event: ToggleEvent<HTMLDivElement>) => {
    // Before it closes, so that the button that opened it can have the focus back.
    if (event.newState === "closed" && sheet.current) setOthersInert(sheet.current, false);
  };
  const onToggle = (event: ToggleEvent<HTMLDivElement>) => {
    const isShown = event.newState === "open";
    setOpen(isShown);
    if (!isShown || !sheet.current) return;
    setOthersInert(sheet.current, true);
    close.current?.focus();
  };
  return (
    <div
      ref={sheet}
      id={SHEET_ID}
      popover="auto"
      data-sheet
      {...(isOpen ? { role: "dialog", "aria-modal": true } : { role: "complementary" })}
      {...{ "aria-label": t("filters") }}
      onBeforeToggle={onBeforeToggle}
      onToggle={onToggle}
      className={
        "inset-y-0 right-auto left-0 m-0 h-dvh max-h-none w-[min(24rem,100vw)] max-w-none flex-col overflow-hidden border-0 border-line " +
        "border-r bg-surface p-0 text-foreground shadow-lift backdrop:bg-black/70 open:flex max-lg:open:animate-rise " +
        "lg:static lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:block lg:h-auto lg:w-auto lg:overflow-visible lg:border-0 lg:bg-transparent lg:shadow-none"
      }
    >
      <div className="flex items-center justify-between gap-4 border-line border-b py-2 pr-2 pl-5 lg:sr-only">
        <h2 className="font-semibold text-lg">{t("filters")}</h2>
        <button
          ref={close}
          type="button"
          popoverTarget={SHEET_ID}
          popoverTargetAction="hide"
          aria-label={t("closeFilters")}
          className="grid size-11 place-items-center rounded-lg text-muted hover:bg-raised hover:text-foreground lg:hidden"
        >
          <X aria-hidden className="size-5" />
        </button>
      </div>
      <div className="min-h-0 grow overflow-y-auto overscroll-contain p-3 lg:overflow-visible lg:p-0">{children}</div>
      <div className="border-line border-t p-3 lg:hidden">
        <Button popoverTarget={SHEET_ID} popoverTargetAction="hide" className="w-full">
          {closeText}
        </Button>
      </div>
    </div>
  );
}
