import type { RootState } from "../../store/root-reducer";

export const selectCart = (state: RootState) => state.cart;

export const selectCartCount = (state: RootState): number => state.cart.lines.length;

export const selectIsInCart = (state: RootState, gameId: string): boolean =>
  state.cart.lines.some((line) => line.gameId === gameId);

/** True while the screen shows a change of the game that the server has not confirmed. */
export const selectIsChanging = (state: RootState, gameId: string): boolean => gameId in state.cart.pending;
