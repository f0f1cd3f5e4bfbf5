"use client";

import { clsx } from "clsx";
import { Heart, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Link } from "@/app/_i18n/navigation";
import { useSaid } from "@/app/_i18n/use-said";
import { itemAdded, itemRemoved, itemSaved } from "@/lib/client/features/cart/slice";
import { useAppDispatch } from "@/lib/client/store/hooks";
import { useHydrated } from "@/lib/client/use-hydrated";
import { type CartLine, sayUnavailable } from "@/lib/shared/cart";
import { CoverArt } from "./cover-art";
import { Price } from "./price";
import { Button } from "./ui/button";

/** After its own line is gone, the focus goes on to the next one, so that the keyboard does not start over. */
function focusNeighbour({ currentTarget }: MouseEvent): void {
  const row = currentTarget.closest("li");
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
  const fallback = row?.closest("dialog")?.querySelector("button") ?? document.getElementById("main");
  const target = neighbour?.querySelector<HTMLElement>("button") ?? fallback;
  target?.focus({ preventScroll: true });
}

/** A button that goes with what it mends leaves the focus to the next one of its line. */
function focusNextButton({ currentTarget }: MouseEvent<HTMLButtonElement>): void {
  const buttons = [...(currentTarget.closest("li")?.querySelectorAll("button") ?? [])];
  buttons[buttons.indexOf(currentTarget) + 1]?.focus({ preventScroll: true });
}

function LineActions({ line }: { line: CartLine }) {
  const t = useTranslations("cart");
  const dispatch = useAppDispatch();
  const isHydrated = useHydrated();
  const { title } = line;
  return (
    <div className="-mx-2 flex flex-wrap">
      <Button
        variant="ghost"
        size="sm"
        className="px-2 text-muted"
        disabled={!isHydrated}
        aria-label={t("laterGame", { title })}
        onClick={(event) => {
          focusNeighbour(event);
          dispatch(itemSaved(line));
        }}
      >
        <Heart aria-hidden />
        {t("later")}
      </Button>
      <Button
        variant="ghost"
        size="sm"
        className="px-2 text-muted"
        disabled={!isHydrated}
        aria-label={t("removeGame", { title })}
        onClick={(event) => {
          focusNeighbour(event);
          dispatch(itemRemoved(line));
        }}
      >
        <Trash2 aria-hidden />
        {t("remove")}
      </Button>
    </div>
  );
}

/** Why a DLC waits, and the one press that ends it. */
function MissingBase({ base }: { base: NonNullable<CartLine["base"]> }) {
  const t = useTranslations("cart");
  const dispatch = useAppDispatch();
  const isHydrated = useHydrated();
  // Its cover and price come with the server's answer.
  const line: CartLine = { ...base, cover: null, price: null, unavailable: null, base: null, bundle: null };
  return (
    <div className="grid justify-items-start gap-2">
      <p className="text-sm text-warning">{t("needsBase", { base: base.title })}</p>
      <Button
        size="sm"
        variant="secondary"
        disabled={!isHydrated}
        onClick={(event) => {
          focusNextButton(event);
          dispatch(itemAdded(line));
        }}
      >
        <Plus aria-hidden />
        {t("addBase", { base: base.title })}
      </Button>
    </div>
  );
}

/** What there is to know of a line beside its price: why it cannot be bought, or what makes it cheaper. */
function LineNote({ line }: { line: CartLine }) {
  const t = useTranslations("cart");
  const speak = useSaid();
  const { unavailable, title, base, bundle } = line;
  if (unavailable === "needs_base" && base) {
    return <MissingBase base={base} />;
  }
  if (unavailable) return <p className="text-sm text-warning">{speak(sayUnavailable(unavailable, title))}</p>;
  if (!bundle) return null;
  return <p className="text-accent text-sm">{t("bundle", { percent: bundle.percent, title: bundle.title })}</p>;
}

function CartLineRow({ line, isCompact }: { line: CartLine; isCompact: boolean }) {
  const t = useTranslations("cart");
  const { slug, title, cover, price, unavailable } = line;
  return (
    <li className={clsx("flex animate-rise gap-4", isCompact ? "py-4" : "py-5 sm:gap-6")}>
      <div
        className={clsx(
          "picture-edge relative aspect-[3/4] shrink-0 self-start overflow-hidden rounded-lg bg-raised",
          isCompact ? "w-16" : "w-20 sm:w-24",
        )}
      >
        <CoverArt
          picture={cover}
          title={title}
          sizes="6rem"
          isDecorative
          className={unavailable ? "opacity-50 grayscale" : ""}
        />
      </div>
      <div className="flex min-w-0 grow flex-col gap-1.5">
        <div
          className={clsx("flex gap-x-4 gap-y-1", isCompact ? "flex-col" : "flex-wrap justify-between sm:flex-nowrap")}
        >
          <h3 className={clsx("min-w-0 font-semibold", !isCompact && "sm:text-lg")}>
            {unavailable === "not_sold" ? (
              title
            ) : (
              <Link href={`/games/${slug}`} className="hover:text-primary">
                {title}
              </Link>
            )}
          </h3>
          {price ? (
            <Price price={price} size={isCompact ? "sm" : "md"} className="shrink-0" />
          ) : (
            <span className="shrink-0 text-muted text-sm">{t("notInTotal")}</span>
          )}
        </div>
        <LineNote line={line} />
        <div className="mt-auto">
          <LineActions line={line} />
        </div>
      </div>
    </li>
  );
}

/** The games in the cart, each with what can be done with it. */
export function CartLines({ lines, isCompact = false }: { lines: readonly CartLine[]; isCompact?: boolean }) {
  const t = useTranslations("cart");
  return (
    <ul aria-label={t("lines")} className="divide-y divide-line">
      {lines.map((line) => (
        <CartLineRow key={line.gameId} line={line} isCompact={isCompact} />
      ))}
    </ul>
  );
}
