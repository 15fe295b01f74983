/** What one line is by itself: a label, a line of menu words, an address, a date. Whether that counts where it stands is asked by `walk.ts`. */
import { findLabel } from './find-label.ts';
import { findMenu, findWordSet } from './find-menu.ts';
import { findAddress, findDate, findFontSize, findShape, findSignOff, findTicker } from './find-shape.ts';
import type { Finding, SeenLine } from './finding.ts';

/** The rules in order, the surer first: a label says what it is, a date line may hold words of menus. */
const RULES = [findLabel, findAddress, findFontSize, findSignOff, findDate, findShape, findWordSet, findMenu];

/** What the line is by itself, or undefined for plain text. */
export function findIn(seen: SeenLine): Finding | undefined {
  if (!seen.shape.whole) return findLabel(seen) ?? findAddress(seen) ?? findTicker(seen);
  for (const rule of RULES) {
    const finding = rule(seen);
    if (finding) return finding;
  }
  return undefined;
}
