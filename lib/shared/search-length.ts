/** Longest text that can be searched for. */
export const MAX_SEARCH_LENGTH = 100;
