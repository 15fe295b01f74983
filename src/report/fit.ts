/** Columns that have to share a terminal's width. */

/** No column is made narrower than this: less says nothing. */
const LEAST_WIDTH = 10;

/**
 * Widths that together take `room` columns at most: the widest give way first, down to `least`, until all fit. Rooms
 * that are too small leave every column at its least.
 */
export function fittedWidths(widths: readonly number[], room: number, least = LEAST_WIDTH): number[] {
  const fitted = [...widths];
  let surplus = fitted.reduce((sum, width) => sum + width, 0) - room;
  while (surplus > 0) {
    const widest = Math.max(...fitted);
    if (widest <= least) break;
    const next = Math.max(least, ...fitted.filter(width => width < widest));
    const sharing = fitted.filter(width => width === widest).length;
    const step = Math.min(widest - next, Math.ceil(surplus / sharing));
    for (const [index, width] of fitted.entries()) {
      if (width !== widest || surplus <= 0) continue;
      fitted[index] = width - Math.min(step, surplus);
      surplus -= Math.min(step, surplus);
    }
  }
  return fitted;
}
