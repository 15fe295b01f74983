/** Which of many rows can be among the first: so that only those are labelled and sorted. */

/**
 * The items whose value is no smaller than that of the `most`-th greatest, ties included; all of them where `most` is 0 or
 * there are no more. In their order.
 */
export function atLeastAsGreat<T>(items: readonly T[], most: number, value: (item: T) => number): readonly T[] {
  if (most === 0 || items.length <= most) return items;
  const values = Float64Array.from(items, value).sort();
  const least = values[values.length - most];
  return items.filter(item => value(item) >= least);
}
