import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import type { Order } from "@/lib/shared/orders";
import type { RequestError } from "../../store/request";
import { sessionChanged } from "../session/slice";
import type { OrderContent } from "./key-store";

/**
 * `placing`: the order is on its way. `confirming`: it is placed, and its payment is not confirmed yet. `waiting`: we
 * stopped asking for now. `declined`: the payment failed. `refused`: nothing was ordered. `unknown`: no answer came.
 */
export type CheckoutStep =
  | "review"
  | "placing"
  | "confirming"
  | "waiting"
  | "paid"
  | "declined"
  | "refused"
  | "unknown";

export type CheckoutState = {
  step: CheckoutStep;
  order: Order | null;
  error: RequestError | null;
  /** Whether the checkout's page is on screen: an order is placed all the same when it is left. */
  isOpen: boolean;
};

const initialState: CheckoutState = { step: "review", order: null, error: null, isOpen: false };

const stepOf = { pending: "confirming", paid: "paid", failed: "declined" } as const;

function toStep({ status }: Order): CheckoutStep {
  return status === "pending" || status === "failed" ? stepOf[status] : "paid";
}

/** Nobody looks any more: only an order that is on its way is still known, for whoever comes back before its answer. */
function toLeft({ step }: CheckoutState): CheckoutState {
  return step === "placing" ? { ...initialState, step } : initialState;
}

/** The answer came to nobody: it is no news of another order that is on screen by now. */
function toUnseen(state: CheckoutState): CheckoutState {
  return state.step === "placing" ? initialState : state;
}

const slice = createSlice({
  name: "checkout",
  initialState,
  reducers: {
    /** The page of a checkout is shown anew. */
    opened: (state) => ({ ...toLeft(state), isOpen: true }),
    /** The page of a checkout, or that of an order, is left. */
    left: toLeft,
    submitted: (state, _action: PayloadAction<OrderContent>) => {
      state.isOpen = true;
      if (state.step === "placing" || state.step === "confirming") return;
      state.step = "placing";
      state.error = null;
    },
    /** Asks on for an order whose payment was not confirmed, such as on the order's own page. */
    confirmationAwaited: (state, { payload }: PayloadAction<Order>) => {
      state.step = "confirming";
      state.order = payload;
    },
    orderReceived: (state, { payload }: PayloadAction<Order>) => {
      if (!state.isOpen && state.order?.id !== payload.id) return toUnseen(state);
      return { ...state, step: toStep(payload), order: payload, error: null };
    },
    confirmationDelayed: (state) => {
      state.step = "waiting";
    },
    orderRefused: (state, { payload }: PayloadAction<RequestError>) =>
      state.isOpen ? { ...state, step: "refused", error: payload } : toUnseen(state),
    answerLost: (state, { payload }: PayloadAction<RequestError>) =>
      state.isOpen ? { ...state, step: "unknown", error: payload } : toUnseen(state),
  },
  extraReducers: (builder) => {
    builder.addCase(sessionChanged, () => initialState);
  },
});

export const {
  opened,
  left,
  submitted,
  confirmationAwaited,
  orderReceived,
  confirmationDelayed,
  orderRefused,
  answerLost,
} = slice.actions;
export const checkoutReducer = slice.reducer;
