import type { CartLine } from "@/lib/shared/cart";
import type { RootState } from "../../store/root-reducer";
import type { CartState } from "./slice";

export const selectCart = (state: RootState) => state.cart;

/** The lines of a cart that the server rendered, without those that were taken out since. */
export function withoutRemoved(lines: readonly CartLine[], { pending }: CartState): CartLine[] {
  return lines.filter(({ gameId }) => pending[gameId]?.kind !== "remove");
}

export const selectCartCount = (state: RootState): number => state.cart.lines.length;

export const selectIsInCart = (state: RootState, gameId: string): boolean =>
  state.cart.lines.some((line) => line.gameId === gameId);

/** True while the screen shows a change of the game that the server has not confirmed. */
export const selectIsChanging = (state: RootState, gameId: string): boolean => gameId in state.cart.pending;
