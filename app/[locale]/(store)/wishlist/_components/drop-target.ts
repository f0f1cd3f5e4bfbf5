/** Where a row of the list stands on the page, in pixels. */
export type RowPlace = { id: string; top: number; height: number };

/** The row before which something would be dropped at a height of the page; null for the end of the list. */
export function findDropTarget(rows: readonly RowPlace[], draggedId: string, pageY: number): string | null {
  const others = rows.filter(({ id }) => id !== draggedId);
  return others.find(({ top, height }) => pageY < top + height / 2)?.id ?? null;
}

/** Pixels that the page is scrolled by in a frame while something is dragged near an edge of the window. */
export function toScrollStep(clientY: number, windowHeight: number): number {
  const [edge, fastest] = [80, 18];
  if (clientY < edge) return -Math.ceil(((edge - clientY) / edge) * fastest);
  const fromBottom = windowHeight - clientY;
  return fromBottom < edge ? Math.ceil(((edge - fromBottom) / edge) * fastest) : 0;
}
