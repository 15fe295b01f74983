import { COUNT, list, NULLABLE_TEXT, NUMBER, object, TEXT, type View } from '../field.ts';

const VALUE = { type: ['number', 'string', 'null'] } as const;

function shown(value: unknown): string {
  if (typeof value !== 'number') return value === null ? 'unknown' : String(value);
  return Number.isInteger(value) ? String(value) : value.toFixed(4).replace(/0+$/u, '').replace(/\.$/u, '');
}

function signed(value: unknown): string {
  return typeof value === 'number' ? `${value > 0 ? '+' : ''}${value.toFixed(2)}%` : '';
}

/** Rows of `check`: one per demand, and one per figure that was compared with the baseline. */
export const CHECK: View = {
  command: 'check',
  version: 1,
  fields: [
    {
      name: 'status',
      schema: { enum: ['pass', 'warn', 'fail'] },
      help: 'pass, warn or fail',
      column: { header: 'status' },
    },
    {
      name: 'level',
      schema: { enum: ['error', 'warn'] },
      help: 'what a miss is: error fails the check, warn does not',
    },
    { name: 'wanted', schema: TEXT, help: 'what the figure should be', column: { header: 'wanted' } },
    {
      name: 'got',
      schema: VALUE,
      help: 'what it is; null where it cannot be said',
      column: { header: 'got', align: 'right', format: shown },
    },
    {
      name: 'old',
      schema: VALUE,
      help: "the baseline's figure",
      optional: true,
      column: { header: 'baseline', align: 'right', format: shown },
    },
    {
      name: 'change',
      schema: NUMBER,
      help: 'change against the baseline in percent',
      optional: true,
      column: { header: 'change', align: 'right', format: signed },
    },
    { name: 'metric', schema: TEXT, help: 'name of the figure (--list-metrics)', column: { header: 'metric' } },
    {
      name: 'articles',
      schema: list(object({ article: TEXT, path: TEXT, line: COUNT, published: NULLABLE_TEXT, by: NUMBER }, ['by'])),
      help: "for what is not passed, the three articles that moved it most; by: how far, in the figure's unit",
      optional: true,
    },
  ],
};

/** Figures of `check --list-metrics`. */
export const METRICS: View = {
  command: 'metrics',
  version: 1,
  fields: [
    {
      name: 'value',
      schema: VALUE,
      help: 'its value in the corpus, when one is named',
      optional: true,
      column: { header: 'value', align: 'right', format: shown },
    },
    { name: 'metric', schema: TEXT, help: 'name; words in capitals stand for your own', column: { header: 'metric' } },
    { name: 'meaning', schema: TEXT, help: 'what is measured', column: { header: 'meaning' } },
  ],
};

/** A row of `check` as reporters read it. */
export interface CheckRow {
  readonly status: 'pass' | 'warn' | 'fail';
  readonly metric: string;
  readonly wanted: string;
  readonly got: number | string | null;
  readonly old?: number | string | null;
  readonly change?: number;
  readonly articles?: readonly {
    readonly article: string;
    readonly path: string;
    readonly line: number;
    readonly by?: number;
  }[];
}

/** A figure beside its demand: in full where rounding would make the two look alike (`wanted <=16.6667, got 16.66671`). */
function shownBeside(wanted: string, got: CheckRow['got']): string {
  const text = shown(got);
  return wanted.includes(text) ? String(got ?? text) : text;
}

/** One line for a row: metric, wanted, got, and old → new with the change where there is a baseline. */
export function checkLine({ metric, wanted, got, old, change }: CheckRow): string {
  const moved =
    old === undefined
      ? ''
      : ` (${shown(old)} \u2192 ${shown(got)}${change === undefined ? '' : `, ${signed(change)}`})`;
  return `${metric}: wanted ${wanted}, got ${shownBeside(wanted, got)}${moved}`;
}

/** One line for an article that moved a figure. */
export function moverLine({ path, line, article, by }: NonNullable<CheckRow['articles']>[number]): string {
  const name = article === path || article.startsWith(`${path}:`) ? '' : ` ${article}`;
  return `${path}:${line}${name}${by === undefined ? '' : ` ${by > 0 ? '+' : ''}${shown(by)}`}`;
}
