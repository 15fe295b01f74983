/** Two results of one command row by row: what is new, gone, more or less, and how ranks moved. */
import { compareCodePoints } from '../text/order.ts';

type Row = Readonly<Record<string, unknown>>;

/** What names a row of a command's result, and which of its fields is compared unless another is asked for. */
export interface RowIdentity {
  readonly key: readonly string[];
  readonly measure: string;
}

const ENTITY_ROW: RowIdentity = { key: ['type', 'id', 'label'], measure: 'mentions' };

/** Results that can be compared, by the command in their schema's name (or the section of a report). */
export const ROW_IDENTITIES: ReadonlyMap<string, RowIdentity> = new Map([
  ['keywords', { key: ['group', 'lemma'], measure: 'count' }],
  ['keyness', { key: ['lemma'], measure: 'g2' }],
  ['collocates', { key: ['lemma'], measure: 'count' }],
  ['entities', ENTITY_ROW],
  ['countries', ENTITY_ROW],
  ['ministers', ENTITY_ROW],
  ['alliances', ENTITY_ROW],
  ['timeline', { key: ['date', 'end', 'mod'], measure: 'mentions' }],
  ['density', { key: ['period'], measure: 'mentions' }],
  ['articles', { key: ['article'], measure: 'words' }],
  ['statistics', { key: ['metric'], measure: 'value' }],
  ['trend', { key: ['period'], measure: 'count' }],
]);

/** A row of one result against the same row of the other. Ranks are positions in the rows, 1 first. */
export interface Difference {
  readonly status: 'new' | 'gone' | 'more' | 'less' | 'same' | 'changed';
  readonly key: string;
  readonly label: string;
  readonly before: number | string | null;
  readonly after: number | string | null;
  /** After minus before; what is missing counts as 0. Null where the values are no numbers. */
  readonly change: number | null;
  /** Change in percent of before; null where that is 0 or missing. */
  readonly changePercent: number | null;
  readonly rankBefore: number | null;
  readonly rankAfter: number | null;
}

interface Placed {
  readonly row: Row;
  readonly rank: number;
}

function keyOf(row: Row, { key }: RowIdentity): string {
  return key
    .map(field => row[field])
    .filter(value => value !== undefined && value !== null)
    .join(' ');
}

/** Rows by key; where two rows have one key (names in no list), the first keeps it. */
function placed(rows: readonly Row[], identity: RowIdentity): Map<string, Placed> {
  const byKey = new Map<string, Placed>();
  for (const [index, row] of rows.entries()) {
    const key = keyOf(row, identity);
    if (!byKey.has(key)) byKey.set(key, { row, rank: index + 1 });
  }
  return byKey;
}

function measured(at: Placed | undefined, measure: string): number | string | null {
  const value = at?.row[measure];
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

function changeOf(before: number | string | null, after: number | string | null): number | null {
  if (typeof before === 'string' || typeof after === 'string') return null;
  return (after ?? 0) - (before ?? 0);
}

function statusOf(
  a: Placed | undefined,
  b: Placed | undefined,
  difference: Pick<Difference, 'before' | 'after' | 'change'>,
) {
  if (!a) return 'new';
  if (!b) return 'gone';
  const { before, after, change } = difference;
  if (before === after) return 'same';
  return change === null ? 'changed' : change > 0 ? 'more' : 'less';
}

function difference(key: string, a: Placed | undefined, b: Placed | undefined, measure: string): Difference {
  const before = measured(a, measure);
  const after = measured(b, measure);
  const change = changeOf(before, after);
  const { label } = (b ?? a)!.row;
  return {
    status: statusOf(a, b, { before, after, change }),
    key,
    label: typeof label === 'string' ? label : key,
    before,
    after,
    change,
    changePercent: change === null || !before ? null : (change / Math.abs(before as number)) * 100,
    rankBefore: a?.rank ?? null,
    rankAfter: b?.rank ?? null,
  };
}

/** All rows of both results compared by `measure`, the greatest change first. */
export function compareRows(
  before: readonly Row[],
  after: readonly Row[],
  identity: RowIdentity,
  measure = identity.measure,
): Difference[] {
  const first = placed(before, identity);
  const second = placed(after, identity);
  const keys = new Set([...first.keys(), ...second.keys()]);
  const differences = [...keys].map(key => difference(key, first.get(key), second.get(key), measure));
  return differences.sort(
    (a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0) || compareCodePoints(a.key, b.key),
  );
}

/**
 * Names of the options by which two results were made differently. How many rows were shown does not count, and neither
 * does which dates and sources were chosen: that is what one compares.
 */
export function differentOptions(before: Row, after: Row): string[] {
  const free = new Set(['top', 'limit', 'sort', 'since', 'until', 'source']);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(name => !free.has(name));
  return names.filter(name => JSON.stringify(before[name]) !== JSON.stringify(after[name])).sort(compareCodePoints);
}
