/** A copy of a slice of a text: the slice itself would keep the whole document in memory for as long as it is kept. */
export function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}
