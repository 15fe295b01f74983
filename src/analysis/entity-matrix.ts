/** Articles × entities: how often each article mentions each entity. Sparse; needs memory for every article. */
import type { Reading } from '../article/reading.ts';
import { compareCodePoints } from '../text/order.ts';
import type { Aggregate } from './aggregate.ts';
import { countByEntity, type FindCounted } from './counted.ts';

/** One article: mentions by the text of the entity's key; entities that are not mentioned are left out. */
export interface MatrixRow {
  readonly article: string;
  readonly path: string;
  readonly line: number;
  readonly published: string | null;
  readonly source: string | null;
  readonly counts: readonly (readonly [entity: string, mentions: number])[];
}

/** Collects the rows of a matrix. */
export class EntityMatrix implements Aggregate<readonly MatrixRow[], MatrixRow[]> {
  readonly #rows: MatrixRow[] = [];
  readonly #find: FindCounted;

  constructor(find: FindCounted) {
    this.#find = find;
  }

  add(reading: Reading): void {
    const { id, path, line, published, source } = reading.article;
    const counts = [...countByEntity(this.#find(reading))].map(([text, { mentions }]) => [text, mentions] as const);
    counts.sort(([a], [b]) => compareCodePoints(a, b));
    this.#rows.push({ article: id, path, line, published: published?.date ?? null, source: source ?? null, counts });
  }

  merge(other: readonly MatrixRow[]): void {
    for (const row of other) this.#rows.push(row);
  }

  partial(): readonly MatrixRow[] {
    return [...this.#rows];
  }

  /** In code-point order of paths, then by line. */
  finish(): MatrixRow[] {
    return [...this.#rows].sort(
      (a, b) => compareCodePoints(a.path, b.path) || a.line - b.line || compareCodePoints(a.article, b.article),
    );
  }
}
