import type { RootState } from "../../store/root-reducer";
import type { CheckoutState } from "./slice";

export const selectCheckout = (state: RootState): CheckoutState => state.checkout;

/** True while the shopper has to wait: nothing may be sent a second time. */
export const selectIsCheckoutBusy = ({ checkout: { step } }: RootState): boolean =>
  step === "placing" || step === "confirming" || step === "paid";
