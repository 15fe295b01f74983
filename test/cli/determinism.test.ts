/** The same bytes for any order of arguments, time zone and locale. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rasid, rasidProcess } from '../support/program.ts';

const FILES = readdirSync('fixtures/corpus')
  .sort()
  .map(name => `fixtures/corpus/${name}`);
const ENVIRONMENTS: readonly Record<string, string>[] = [
  { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
  { TZ: 'America/Anchorage', LANG: 'tr_TR.UTF-8', LC_ALL: 'C' },
];

describe('bytes', () => {
  test.each([
    ['report', '--json'],
    ['keywords', '--top', '0', '--json'],
    ['entities', '--mentions', '--format', 'ndjson'],
    ['timeline', '--mentions', '--format', 'ndjson'],
    ['articles', '--json'],
  ])('of %s do not depend on order, zone or locale', (command, ...options) => {
    const wanted = rasid([command, ...FILES, ...options]).stdout;
    expect(wanted.length).toBeGreaterThan(1000);
    expect(rasid([command, ...FILES.toReversed(), ...options]).stdout).toBe(wanted);
    const turned = [...FILES.slice(11), ...FILES.slice(0, 11), FILES[5]];
    expect(rasidProcess([command, ...turned, ...options], { env: ENVIRONMENTS[0] }).stdout).toBe(wanted);
    expect(rasidProcess([command, './fixtures//corpus/', ...options], { env: ENVIRONMENTS[1] }).stdout).toBe(wanted);
  });
});
