"use client";

import { clsx } from "clsx";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from "react";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  /** Keeps the title for screen readers only. */
  hideTitle?: boolean;
  /** `sheet` comes in from the left and fills the height, `side` from the right, as does `drawer` with room for a text. */
  shape?: "box" | "wide" | "sheet" | "side" | "drawer";
  /** What is marked by `data-autofocus` takes the focus: React's `autoFocus` comes before the dialog is shown. */
  children: ReactNode;
  /** Buttons under the content. */
  footer?: ReactNode;
  /** What stays at the bottom of a dialog that fills the height, however long its content is. */
  stickyFooter?: ReactNode;
};

const shapes = {
  box: "m-auto w-[min(32rem,calc(100vw-2rem))] rounded-card",
  wide: "m-auto w-[min(90rem,calc(100vw-1.5rem))] rounded-card",
  sheet: "mr-auto h-dvh max-h-dvh w-[min(22rem,calc(100vw-3rem))] rounded-r-card",
  side: "my-0 mr-0 ml-auto h-dvh max-h-dvh w-full max-w-[27rem] transition-[translate,opacity] duration-300 starting:open:translate-x-10 starting:open:opacity-0 sm:rounded-l-card",
  drawer: "my-0 mr-0 ml-auto h-dvh max-h-dvh w-full max-w-[46rem] sm:rounded-l-card",
} as const;

type Press = Pick<MouseEvent<Element>, "target" | "currentTarget" | "clientX" | "clientY">;

/** Whether a dialog's backdrop was pressed, which is beside its box, and not an empty place within. */
export function isOnBackdrop({ target, currentTarget, clientX, clientY }: Press): boolean {
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  return target === currentTarget && (clientX < left || clientX > right || clientY < top || clientY > bottom);
}

/**
 * The browser's own modal dialog: it keeps the focus, closes on Escape and makes the rest inert,
 * and needs no style element that the Content-Security-Policy would refuse.
 */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, hideTitle, shape = "box", children, footer, stickyFooter } = props;
  const ref = useRef<HTMLDialogElement>(null);
  const isBackdropPressed = useRef(false);
  const id = useId();
  const t = useTranslations("common");

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      dialog.showModal();
      dialog.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; a click on the backdrop is the pointer's way
    <dialog
      ref={ref}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      // A dialog that this one holds closes alone: React hands its event on to here.
      onClose={(event) => {
        if (event.target === event.currentTarget) onOpenChange(false);
      }}
      onPointerDown={(event) => {
        isBackdropPressed.current = isOnBackdrop(event);
      }}
      // Text that is marked beyond the edge ends in a click on the backdrop, too: what was typed must not go with it.
      onClick={(event) => {
        if (isBackdropPressed.current && isOnBackdrop(event)) onOpenChange(false);
      }}
      className={clsx(
        "max-h-[calc(100dvh-2rem)] overflow-y-auto overscroll-contain border border-line bg-surface p-0 text-foreground",
        "shadow-lift backdrop:bg-black/80",
        shapes[shape],
      )}
    >
      {open && (
        <div className={clsx("gap-4 p-5", stickyFooter ? "flex min-h-full flex-col" : "grid")}>
          <div className="flex items-start justify-between gap-4">
            <div className="grid gap-1">
              <h2 id={`${id}-title`} className={hideTitle ? "sr-only" : "font-semibold text-lg"}>
                {title}
              </h2>
              {description && (
                <p id={`${id}-description`} className="text-muted text-sm">
                  {description}
                </p>
              )}
            </div>
            <button
              type="button"
              aria-label={t("close")}
              onClick={() => onOpenChange(false)}
              className="grid size-9 shrink-0 place-items-center rounded-lg text-muted hover:bg-raised hover:text-foreground"
            >
              <X aria-hidden className="size-5" />
            </button>
          </div>
          {children}
          {footer && <div className="flex flex-wrap justify-end gap-3">{footer}</div>}
          {stickyFooter && (
            <div className="sticky bottom-0 -mx-5 mt-auto -mb-5 border-line border-t bg-surface p-5">
              {stickyFooter}
            </div>
          )}
        </div>
      )}
    </dialog>
  );
}
