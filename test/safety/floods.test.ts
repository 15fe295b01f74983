/**
 * Time in proportion to the text, and bounded memory, on every flood of floods.ts. By default floods are small and in
 * groups; with RASID_TEST_FULL=1 each is of 2 million characters, by itself, for every command.
 */
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ROOT, rasidProcess } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';
import { FLOODS } from './floods.ts';

const FULL = process.env.RASID_TEST_FULL === '1';
/** Longest that doubled input may take, as a multiple. */
const MOST_RATIO = 2.3;
const MOST_MEMORY_MB = 1024;
const SIZE = FULL ? 1_000_000 : 40_000;
/** Runs of one case: more than one only where a single run says that it is too slow. */
const REPEATS = 3;
/** Less work than this over starting up is noise: no ratio is taken of it. The collector's share varies with the size. */
const NOISE_SECONDS = FULL ? 0.5 : 0.08;

/** File that gets a line per measurement (RASID_TEST_REPORT), for the figures of SECURITY.md. */
const REPORT = process.env.RASID_TEST_REPORT;

const files = scratch();
const HOOK = `${ROOT}/test/support/measure.mjs`;

interface Cost {
  readonly cpu: number;
  readonly mb: number;
}

/** CPU time and peak memory of one run. A crash, a message or a stack trace fails. */
function cost(args: readonly string[]): Cost {
  const measure = files.path('measured.json');
  const env = { NODE_OPTIONS: `--import=${HOOK}`, RASID_TEST_MEASURE: measure };
  const { code, stderr } = rasidProcess([...args, '--output', '/dev/null'], { env, timeout: FULL ? 300_000 : 25_000 });
  expect({ args: args[0], code, stderr }).toEqual({ args: args[0], code: 0, stderr: '' });
  return JSON.parse(readFileSync(measure, 'utf8')) as Cost;
}

/** Writes the floods into a folder of their own. */
function flooded(folder: string, names: readonly string[], characters: number): string {
  rmSync(files.path(folder), { recursive: true, force: true });
  for (const [index, name] of names.entries()) files.write(`${folder}/${index}.txt`, FLOODS[name](characters));
  return files.path(folder);
}

function expectLinear(names: readonly string[], command: readonly string[], start: number): void {
  const [name, ...options] = command;
  const run = (folder: string): Cost => cost([name, folder, '--languages', 'ar,fa,ur,other', ...options]);
  const folders = [flooded('once', names, SIZE), flooded('twice', names, SIZE * 2)];
  let [once, twice, ratio] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // The least time of several runs is the work itself; the rest is what the machine did besides.
  for (let turn = 0; turn < REPEATS && ratio >= MOST_RATIO; turn++) {
    const [single, double] = folders.map(run);
    expect(double.mb, `${name}: memory`).toBeLessThan(MOST_MEMORY_MB);
    [once, twice] = [Math.min(once, single.cpu - start), Math.min(twice, double.cpu - start)];
    ratio = twice < NOISE_SECONDS ? 0 : twice / Math.max(once, NOISE_SECONDS / 2);
    if (REPORT) appendFileSync(REPORT, `${JSON.stringify({ name, names, once, twice, ratio, mb: double.mb })}\n`);
  }
  expect(ratio, `${name} of ${names.join(', ')}: ${once} s, doubled ${twice} s`).toBeLessThan(MOST_RATIO);
}

const COMMANDS: readonly (readonly string[])[] = [
  ['report', '--json'],
  ['entities', '--mentions', '--format', 'ndjson'],
  ['timeline', '--mentions', '--format', 'ndjson'],
  ['articles', '--lines', '--json'],
  ['check', '--assert', 'tokens>=0'],
];

const NAMES = Object.keys(FLOODS);
const GROUPS = 6;

describe('floods cost time in proportion', () => {
  const start = cost(['report', files.write('tiny/a.txt', 'قال وزير'), '--json']).cpu;

  test.skipIf(FULL).each(Array.from({ length: GROUPS }, (_, group) => group))('group %i', group => {
    expectLinear(
      NAMES.filter((_, index) => index % GROUPS === group),
      COMMANDS[group % 3],
      start,
    );
  });

  if (!FULL) test.skip('each flood by itself for every command, at full size: RASID_TEST_FULL=1 runs it', () => {});
  else
    test.each(NAMES.flatMap(name => COMMANDS.map(command => [name, command[0], command] as const)))(
      '%s: %s',
      (name, _command, command) => expectLinear([name], command, start),
      2_000_000,
    );
});

test('what is found on an endless line is not kept', () => {
  const memory = (characters: number): number =>
    cost(['entities', flooded('line', ['ministers and names'], characters)]).mb;
  // For two million characters more it was 190 MB when all mentions were held at once, and is 70.
  expect(memory(3e6) - memory(1e6)).toBeLessThan(120);
});

describe.runIf(FULL)('full size', () => {
  const huge: readonly (readonly [string, string])[] = [
    ['a line of 100 MB', 'one line'],
    ['a line of 100 MB full of ministers', 'ministers and names'],
    ['a word of 10 MB', 'one word'],
    ['a million و', 'a million and'],
    ['a megabyte of marks', 'combining marks'],
  ];
  test.each(huge)(
    '%s',
    (title, name) => {
      const characters = title.includes('100 MB') ? 55e6 : title.includes('10 MB') ? 5e6 : 1e6;
      const folder = flooded('huge', [name], characters);
      for (const [command, ...options] of COMMANDS) {
        expect(cost([command, folder, '--max-file-size', '512m', ...options]).mb, command).toBeLessThan(MOST_MEMORY_MB);
      }
      rmSync(folder, { recursive: true, force: true });
    },
    2_000_000,
  );
});
