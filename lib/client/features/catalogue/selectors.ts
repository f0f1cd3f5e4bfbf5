import type { RootState } from "../../store/root-reducer";
import type { KeptList } from "./slice";

/** What was loaded after the first page of a list, unless that page is another one by now. */
export function selectKeptList({ catalogue }: RootState, key: string, lastId: string): KeptList | null {
  return catalogue.lists.find((list) => list.key === key && list.lastId === lastId) ?? null;
}
