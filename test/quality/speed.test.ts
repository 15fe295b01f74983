/**
 * A guard against slips, not a benchmark: CPU time as a multiple of what a plain word count in the same run takes, on
 * pages of the speed suite. The limits are some three times what was measured, so that noise passes and a fivefold slip
 * does not. And at this size every planted country, alliance, minister and date is found, no more and no less.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
// @ts-expect-error a program of the speed suite, without types
import { checkPlanted } from '../../bench/correctness.mjs';
// @ts-expect-error a program of the speed suite, without types
import { generate } from '../../bench/generate.mjs';
import { PROGRAM, ROOT } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

const { folder, path } = scratch();
const manifest = generate({ mb: 2, files: 350, seed: 7, out: folder });
const pages = path('pages');
const ROUNDS = 2;

/** CPU seconds, user and system, of a Node program with its arguments: the least of some runs. */
function seconds(...args: readonly string[]): number {
  const env = { ...process.env, RASID_TEST_MEASURE: path('measured.json') };
  const runs = Array.from({ length: ROUNDS }, () => {
    const { status } = spawnSync(process.execPath, [`--import=${ROOT}/test/support/measure.mjs`, ...args], { env });
    expect(status).toBe(0);
    return JSON.parse(readFileSync(path('measured.json'), 'utf8')).cpu as number;
  });
  return Math.min(...runs);
}

describe('speed', () => {
  const start = seconds('-e', '0');
  const reference = seconds(`${ROOT}/test/support/plain-count.mjs`, pages);

  test.each([
    ['keywords', 15],
    ['report', 36],
  ])(
    'of %s is within %i times that of a plain word count',
    (command, limit) => {
      const ratio = seconds(PROGRAM, command, pages, '--json', '--jobs', '1') / reference;
      expect(ratio).toBeLessThan(limit);
    },
    120_000,
  );

  test('of starting is within five times that of an empty program', () => {
    expect(seconds(PROGRAM, '--help') / start).toBeLessThan(5);
  });
});

test('planted counts are found exactly', () => {
  const { checked, differences } = checkPlanted(pages, manifest);
  expect(differences).toEqual([]);
  expect(checked).toBeGreaterThan(400);
}, 120_000);
