/** The order after an entry came before another one, or to the end where that is null or not there. */
export function placeBefore<Entry>(entries: readonly Entry[], entry: Entry, before: Entry | null): Entry[] {
  const others = entries.filter((other) => other !== entry);
  const index = before === null || before === entry ? -1 : others.indexOf(before);
  return index < 0 ? [...others, entry] : [...others.slice(0, index), entry, ...others.slice(index)];
}
