/** What every count is: something that takes articles one by one, and can be joined with its like. */
import type { Reading } from '../article/reading.ts';

/**
 * Counts over articles. `merge` is associative and commutative, and what `finish` gives is sorted by a total order, so
 * neither workers nor shards nor the order of arguments can change a byte of output. `Partial` is plain data that
 * survives JSON and structured cloning.
 */
export interface Aggregate<Partial, Outcome> {
  add(reading: Reading): void;
  merge(other: Partial): void;
  partial(): Partial;
  finish(): Outcome;
}
