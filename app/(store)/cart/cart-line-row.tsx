"use client";

import { Trash2 } from "lucide-react";
import Link from "next/link";
import { CoverArt } from "@/app/_components/cover-art";
import { Price } from "@/app/_components/price";
import { Button } from "@/app/_components/ui/button";
import { itemRemoved } from "@/lib/client/features/cart/slice";
import { useAppDispatch } from "@/lib/client/store/hooks";
import { useHydrated } from "@/lib/client/use-hydrated";
import { type CartLine, UNAVAILABLE_MESSAGES } from "@/lib/shared/cart";

/** After its own line is gone, the focus goes on to the next one, so that the keyboard does not start over. */
function focusNeighbour(row: Element | null): void {
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
  const target = neighbour?.querySelector("button") ?? document.getElementById("main");
  target?.focus({ preventScroll: true });
}

export function CartLineRow({ line }: { line: CartLine }) {
  const dispatch = useAppDispatch();
  const isHydrated = useHydrated();
  const { slug, title, cover, price, unavailable } = line;
  return (
    <li className="flex gap-4 rounded-card border border-line bg-surface p-3 sm:gap-5 sm:p-4">
      <div className="@container relative aspect-[3/4] w-20 shrink-0 self-start overflow-hidden rounded-lg bg-raised sm:w-24">
        <CoverArt
          picture={cover}
          title={title}
          sizes="6rem"
          isDecorative
          className={unavailable ? "opacity-50 grayscale" : ""}
        />
      </div>
      <div className="flex min-w-0 grow flex-col gap-2">
        <h2 className="font-semibold text-base sm:text-lg">
          {unavailable === "not_sold" ? (
            title
          ) : (
            <Link href={`/games/${slug}`} className="hover:underline">
              {title}
            </Link>
          )}
        </h2>
        {unavailable && <p className="text-sm text-warning">{UNAVAILABLE_MESSAGES[unavailable]}</p>}
        <div className="mt-auto flex flex-wrap items-end justify-between gap-2">
          {price ? <Price price={price} /> : <span className="text-muted text-sm">Not part of the total</span>}
          <Button
            variant="ghost"
            size="sm"
            disabled={!isHydrated}
            aria-label={`Remove ${title}`}
            onClick={(event) => {
              focusNeighbour(event.currentTarget.closest("li"));
              dispatch(itemRemoved(line));
            }}
          >
            <Trash2 aria-hidden />
            <span className="max-sm:sr-only">Remove</span>
          </Button>
        </div>
      </div>
    </li>
  );
}
