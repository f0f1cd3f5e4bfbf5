import { viewedStore } from "../../viewed/viewed-store";
import { localRecentStore } from "../search/recent-store";

/** Who signs out leaves nothing in the browser for whoever uses it next: no searches, no games that were looked at. */
export function forgetShopper(): void {
  localRecentStore.write([]);
  viewedStore.clear();
}
