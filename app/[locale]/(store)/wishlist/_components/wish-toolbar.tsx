"use client";

import { ShoppingCart } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Select } from "@/app/_components/ui/select";
import { drawerOpened } from "@/lib/client/features/cart/slice";
import { selectIsMovingToCart } from "@/lib/client/features/wishlist/selectors";
import { moveToCartRequest } from "@/lib/client/features/wishlist/slice";
import { useAppDispatch, useAppSelector } from "@/lib/client/store/hooks";
import { WISH_SORTS, type WishSort, type WishView } from "@/lib/shared/wish-view";
import type { Wish } from "@/lib/shared/wishlist";

type WishToolbarProps = {
  view: WishView;
  setView: (change: Partial<WishView>) => void;
  /** The wishes that are shown. */
  wishes: readonly Wish[];
  currency: string;
  isReady: boolean;
};

function MoveAll({ wishes, isReady }: Pick<WishToolbarProps, "wishes" | "isReady">) {
  const t = useTranslations("wishlist");
  const dispatch = useAppDispatch();
  const isMoving = useAppSelector(selectIsMovingToCart);
  const gameIds = wishes.filter(({ unavailable }) => !unavailable).map(({ gameId }) => gameId);
  return (
    <Button
      className="max-sm:w-full"
      disabled={!isReady || isMoving || gameIds.length === 0}
      onClick={() => {
        dispatch(moveToCartRequest.requested(gameIds));
        dispatch(drawerOpened());
      }}
    >
      <ShoppingCart aria-hidden />
      {t("moveAll", { count: gameIds.length })}
    </Button>
  );
}

/** What of the list is shown, in which order, and the way of all of it into the cart. */
export function WishToolbar({ view, setView, wishes, currency, isReady }: WishToolbarProps) {
  const t = useTranslations("wishlist");
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-4 sm:gap-x-6">
      <Field label={t("sort.label")} className="max-sm:min-w-40 max-sm:grow sm:min-w-48">
        <Select value={view.sort} onChange={(event) => setView({ sort: event.target.value as WishSort })}>
          {WISH_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`sort.${sort}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("filter.max", { currency })} className="w-36 max-sm:grow sm:w-44">
        <Input
          type="number"
          inputMode="numeric"
          min={0}
          max={1_000_000}
          value={view.max ?? ""}
          placeholder={t("filter.any")}
          onChange={({ target: { value } }) => {
            const max = value === "" ? null : Math.floor(Number(value));
            if (max === null || (max >= 0 && max <= 1_000_000)) setView({ max });
          }}
        />
      </Field>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row of a given height */}
      <div role="group" aria-label={t("filter.label")} className="flex min-h-11 flex-wrap items-center gap-x-5 gap-y-2">
        <Checkbox
          label={t("filter.sale")}
          checked={view.sale}
          onChange={({ target: { checked } }) => setView({ sale: checked })}
        />
        <Checkbox
          label={t("filter.out")}
          checked={view.out}
          onChange={({ target: { checked } }) => setView({ out: checked })}
        />
      </div>
      <div className="ml-auto max-sm:w-full">
        <MoveAll wishes={wishes} isReady={isReady} />
      </div>
    </div>
  );
}
