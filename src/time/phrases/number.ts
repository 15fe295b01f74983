/** Numbers as counted: digits, or words such as «خمسة وعشرين», «ألف وتسعمائة وخمسة وستين». */
import type { TokenView } from '../view.ts';

/** A value and the token index after it. */
export interface Read<T> {
  readonly value: T;
  readonly end: number;
}

const AND = '\u0648'; // WAW

/** Cardinal number in words; the parts after the first carry و. */
export function readNumberWords(view: TokenView, at: number): Read<number> | null {
  let total = 0;
  let end = at;
  for (let i = at; ; ) {
    const word = view.word(i);
    const part = word?.senses.weekday === undefined ? word?.senses.cardinal : undefined;
    if (!word || part === undefined || (i > at && word.clitics !== AND)) {
      const bare = i > at && word?.clitics === '' && part === 1000 && total < 1000 && total > 0;
      if (!bare) break;
      total *= 1000;
    } else if (i > at && !fits(total, part)) break;
    else total += part;
    end = i + word.length;
    i = end;
    if (view.beginsLine(i)) break;
  }
  return end > at ? { value: total, end } : null;
}

/** «خمسة وعشرين» but not «خمسة وأربعة»: a part must fill an empty place of the total. */
function fits(total: number, part: number): boolean {
  if (part < 10) return total % 100 === 0 && total > 0;
  if (part < 100) return total % 100 < 10;
  if (part < 1000) return total % 1000 === 0;
  return false;
}

/** Ordinal: «الخامس عشر», «الحادي والعشرين», «الثلاثين», «سابع». */
export function readOrdinal(view: TokenView, at: number): Read<number> | null {
  const word = view.word(at);
  const unit = word?.senses.ordinal;
  if (!word || unit === undefined) return null;
  let end = at + word.length;
  if (unit > 10) return { value: unit, end };
  if (view.beginsLine(end)) return { value: unit, end };
  const next = view.single(end);
  if (next?.senses.cardinal === 10 && next.clitics === '' && unit < 10) return { value: unit + 10, end: end + 1 };
  const tens = next?.senses.cardinal;
  if (next?.clitics === AND && tens !== undefined && tens >= 20 && tens <= 90 && unit < 10) {
    end += 1;
    return { value: unit + tens, end };
  }
  return { value: unit, end };
}

/** An amount that counts a unit: plain digits (no decimals) or words. */
export function readAmount(view: TokenView, at: number): Read<number> | null {
  const value = view.number(at);
  if (value < 0) return readNumberWords(view, at);
  if (!Number.isFinite(value) || value > 99999 || isPartOfFigure(view, at)) return null;
  return { value, end: at + 1 };
}

const FIGURE_SIGNS: ReadonlySet<string> = new Set(['.', ',', ':', '/', '+', '-', '%']);

/** True for the 5 of «3.5», «5+5», «3-1»: digits that a sign glues to other digits. */
export function isPartOfFigure(view: TokenView, at: number): boolean {
  if (view.glued(at) && FIGURE_SIGNS.has(view.sign(at - 1)) && view.glued(at - 1) && view.number(at - 2) >= 0)
    return true;
  return view.glued(at + 1) && FIGURE_SIGNS.has(view.sign(at + 1)) && view.glued(at + 2) && view.number(at + 2) >= 0;
}
