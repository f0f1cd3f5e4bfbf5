/** Columns of the games in results: rows of a page are full in each of them. */
export const gridClass =
  "grid grid-cols-2 gap-x-4 gap-y-7 sm:grid-cols-3 sm:gap-x-5 sm:gap-y-9 xl:grid-cols-4 min-[106rem]:grid-cols-6 " +
  "as-row:grid-cols-1 as-row:gap-y-4";
