/** Arrays of numbers that grow with what is counted in them. */
type Numbers =
  | Int32Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** `array` itself when it has a cell `index`, else a larger one with the same beginning; new cells hold `fill`. */
export function grown<T extends Numbers>(array: T, index: number, fill = 0): T {
  if (index < array.length) return array;
  const larger = new (array.constructor as new (length: number) => T)(Math.max(array.length * 2, index + 1));
  larger.set(array);
  if (fill !== 0) larger.fill(fill, array.length);
  return larger;
}
