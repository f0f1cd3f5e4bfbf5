import type { RootState } from "../../store/root-reducer";

export const selectIsAddingBundle = ({ bundles }: RootState, slug: string): boolean =>
  bundles.add.status === "running" && bundles.slug === slug;
