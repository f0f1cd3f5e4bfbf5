import type { LibraryView } from "@/lib/shared/library";

/** The parameters of a view of the library, in one order, without those that are as ever. */
export function toLibraryParams({ q, sort, platform, genre, collection }: LibraryView): URLSearchParams {
  const params = new URLSearchParams();
  if (q) params.set("q", q);
  if (sort !== "recent") params.set("sort", sort);
  if (platform) params.set("platform", platform);
  if (genre) params.set("genre", genre);
  if (collection) params.set("collection", collection);
  return params;
}

/** The address of a view of the library. */
export function toLibraryHref(view: LibraryView): string {
  const query = toLibraryParams(view).toString();
  return query ? `/library?${query}` : "/library";
}
