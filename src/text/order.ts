/** The one order of texts: by code point, the same on every machine, never by a locale. */

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xe000;
}

/**
 * Negative, zero or positive as `a` comes before, equals or comes after `b` by code point. UTF-16 order differs from it
 * only where a surrogate meets a unit above U+DFFF: the surrogate stands for the larger code point.
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left === right) continue;
    if (isSurrogate(left) !== isSurrogate(right)) return isSurrogate(left) ? 1 : -1;
    return left - right;
  }
  return a.length - b.length;
}
