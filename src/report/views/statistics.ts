import { NULLABLE_TEXT, type View } from '../field.ts';

function shown(value: unknown): string {
  if (typeof value !== 'number') return value === null ? '' : String(value);
  return Number.isInteger(value) ? String(value) : value.toFixed(4).replace(/0+$/u, '');
}

/** Rows of `statistics`: the names are those that `check` uses. */
export const STATISTICS: View = {
  command: 'statistics',
  version: 1,
  fields: [
    {
      name: 'value',
      schema: { type: ['number', 'string', 'null'] },
      help: 'its value; shares in percent end in .percent',
      column: { header: 'value', align: 'right', format: shown },
    },
    {
      name: 'metric',
      schema: { type: 'string' },
      help: 'name of the figure, as used by check',
      column: { header: 'metric' },
    },
    { name: 'meaning', schema: NULLABLE_TEXT, help: 'what is measured', column: { header: 'meaning' } },
  ],
};
