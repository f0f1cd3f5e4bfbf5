import { createSlice, nanoid, type PayloadAction, type UnknownAction } from "@reduxjs/toolkit";
import { sessionChanged } from "../session/slice";

export type NotificationKind = "success" | "error" | "info";

/** One message to the visitor; `action` is a button on it that dispatches `event`, such as undoing what was done. */
export type Notification = {
  id: string;
  kind: NotificationKind;
  text: string;
  action?: { label: string; event: UnknownAction };
};

/** More than these at once would cover the page: the oldest give way. */
const MAX_SHOWN = 4;

const slice = createSlice({
  name: "notifications",
  initialState: { items: [] as Notification[] },
  reducers: {
    notified: {
      prepare: (notification: Omit<Notification, "id">) => ({ payload: { ...notification, id: nanoid() } }),
      reducer(state, { payload }: PayloadAction<Notification>) {
        // The same words twice are one message: the newer one, which is read out again.
        const others = state.items.filter((item) => item.text !== payload.text);
        state.items = [...others, payload].slice(-MAX_SHOWN);
      },
    },
    dismissed(state, { payload: id }: PayloadAction<string>) {
      state.items = state.items.filter((item) => item.id !== id);
    },
  },
  extraReducers: (builder) => {
    // What somebody did who is signed out now is neither to be read nor to be undone by whoever comes next.
    builder.addCase(sessionChanged, (state, { payload }) => {
      if (payload.view === null) state.items = [];
    });
  },
});

export const { notified, dismissed } = slice.actions;
export const notificationsReducer = slice.reducer;
