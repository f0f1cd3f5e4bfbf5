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

export type CheckoutState = { step: CheckoutStep; order: Order | null; error: RequestError | null };

const initialState: CheckoutState = { step: "review", order: null, error: null };

const stepOf = { pending: "confirming", paid: "paid", failed: "declined" } as const;

function toStep({ status }: Order): CheckoutStep {
  return status === "pending" || status === "failed" ? stepOf[status] : "paid";
}

const slice = createSlice({
  name: "checkout",
  initialState,
  reducers: {
    /** The page of a checkout is shown anew. */
    opened: () => initialState,
    left: (state) => state,
    submitted: (state, _action: PayloadAction<OrderContent>) => {
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
      state.step = toStep(payload);
      state.order = payload;
      state.error = null;
    },
    confirmationDelayed: (state) => {
      state.step = "waiting";
    },
    orderRefused: (state, { payload }: PayloadAction<RequestError>) => {
      state.step = "refused";
      state.error = payload;
    },
    answerLost: (state, { payload }: PayloadAction<RequestError>) => {
      state.step = "unknown";
      state.error = payload;
    },
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
