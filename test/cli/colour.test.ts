/** Colour: `--color` over `NO_COLOR` over `FORCE_COLOR` over the terminal. Never any in files and pipes by itself. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { page } from '../support/pages.ts';
import { PROGRAM, rasid, shell } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

const files = scratch();
const GOOD = files.write('good.txt', page());
const ESCAPE = '\u001b[';

const CASES: readonly (readonly [string, readonly string[], Record<string, string>, boolean])[] = [
  ['a pipe', [], {}, false],
  ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, true],
  ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, false],
  ['NO_COLOR over FORCE_COLOR', [], { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  ['an empty NO_COLOR is none', [], { NO_COLOR: '', FORCE_COLOR: '1' }, true],
  ['--color always over NO_COLOR', ['--color', 'always'], { NO_COLOR: '1' }, true],
  ['--color never over FORCE_COLOR', ['--color', 'never'], { FORCE_COLOR: '1' }, false],
  ['--color over RASID_COLOR', ['--color', 'never'], { RASID_COLOR: 'always' }, false],
  ['RASID_COLOR over NO_COLOR', [], { RASID_COLOR: 'always', NO_COLOR: '1' }, true],
];

describe('colour', () => {
  test.each(CASES)('%s', (_name, args, env, coloured) => {
    const { stdout, stderr } = rasid(['keywords', GOOD, ...args], { env });
    expect(stdout.includes(ESCAPE)).toBe(coloured);
    expect(stderr).toBe('');
  });

  test('is never in JSON, NDJSON, CSV, TSV or Markdown', () => {
    for (const format of ['json', 'ndjson', 'csv', 'tsv', 'markdown'])
      expect(rasid(['keywords', GOOD, '--color', 'always', '--format', format]).stdout).not.toContain(ESCAPE);
  });

  test('is not written to a file by itself', () => {
    rasid(['keywords', GOOD, '--output', files.path('out.txt')]);
    expect(readFileSync(files.path('out.txt'), 'utf8')).not.toContain(ESCAPE);
  });

  test('is there on a terminal, with the grid guarded only where several columns are Arabic', () => {
    const line = (args: string): string =>
      `script -qec "'${process.execPath}' '${PROGRAM}' ${args}" /dev/null < /dev/null`;
    const { code, stdout } = shell(line(`keywords '${GOOD}' --top 3`));
    if (code === 127) return; // no `script` here
    expect(stdout).toContain(ESCAPE);
    expect(stdout).not.toContain('\u200e');
    const noColour = shell(line(`articles '${GOOD}'`), { env: { NO_COLOR: '1' } }).stdout;
    expect(noColour.replaceAll('\u001b[K', '')).not.toContain(ESCAPE);
    expect(noColour).toContain('\u200e');
  });
});
