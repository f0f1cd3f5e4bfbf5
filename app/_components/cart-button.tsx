"use client";

import { ShoppingCart } from "lucide-react";
import Link from "next/link";
import { selectCartCount } from "@/lib/client/features/cart/selectors";
import { useAppSelector } from "@/lib/client/store/hooks";
import { Button } from "./ui/button";

function toUnit(count: number): string {
  if (count === 0) return "empty";
  return count === 1 ? "game" : "games";
}

/** The header's way to the cart, with the number of games in it. */
export function CartButton() {
  const count = useAppSelector(selectCartCount);
  return (
    <Button asChild variant="ghost" size="sm" className="relative">
      <Link href="/cart">
        <ShoppingCart aria-hidden className="size-5" />
        <span className="max-lg:sr-only">Cart</span>
        {count > 0 && (
          <span className="grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1.5 font-bold text-on-accent text-xs tabular-nums">
            {count}
          </span>
        )}
        <span className="sr-only">{toUnit(count)}</span>
      </Link>
    </Button>
  );
}
