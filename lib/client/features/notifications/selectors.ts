import type { RootState } from "../../store/root-reducer";
import type { Notification } from "./slice";

export const selectNotifications = (state: RootState): Notification[] => state.notifications.items;
