/** Flags over RASID_* over `--config` over `rasid.config.json` beside the user, never from the corpus. */
import { describe, expect, test } from 'vitest';
import { page } from '../support/pages.ts';
import { rasid } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

const files = scratch();
const GOOD = files.write('corpus/good.txt', page());
files.write('here/rasid.config.json', '{"top": 3, "format": "json", "$schema": "x"}');
const NAMED = files.write('named.json', '{"top": 4, "format": "json", "source": ["أخرى"]}');
files.write('corpus/rasid.config.json', '{"top": 1, "format": "json"}');
const HERE = { cwd: files.path('here') };

function rowCount(stdout: string): number {
  return JSON.parse(stdout).rows.length;
}

describe('precedence', () => {
  test('the working directory is read, the corpus folder is not', () => {
    expect(rowCount(rasid(['keywords', GOOD], HERE).stdout)).toBe(3);
    expect(rasid(['keywords', files.path('corpus')], { cwd: files.folder }).stdout).toMatch(/^rank/u);
  });

  test('--config replaces it, RASID_CONFIG too', () => {
    expect(rowCount(rasid(['keywords', GOOD, '--config', NAMED, '--source', 'وكالة التجربة'], HERE).stdout)).toBe(4);
    const { stdout } = rasid(['keywords', GOOD, '--source', 'وكالة التجربة'], {
      ...HERE,
      env: { RASID_CONFIG: NAMED },
    });
    expect(rowCount(stdout)).toBe(4);
  });

  test('environment over config, flags over environment', () => {
    expect(rowCount(rasid(['keywords', GOOD], { ...HERE, env: { RASID_TOP: '5' } }).stdout)).toBe(5);
    expect(rowCount(rasid(['keywords', GOOD, '--top', '6'], { ...HERE, env: { RASID_TOP: '5' } }).stdout)).toBe(6);
  });

  test('a list of flags replaces the list of the configuration', () => {
    expect(rowCount(rasid(['articles', GOOD, '--config', NAMED], HERE).stdout)).toBe(0);
    expect(rowCount(rasid(['articles', GOOD, '--config', NAMED, '--source', 'وكالة التجربة'], HERE).stdout)).toBe(1);
  });

  test('--format over a --json of the configuration or the environment', () => {
    const config = files.write('json.json', '{"json": true}');
    expect(rasid(['keywords', GOOD, '--config', config]).stdout).toMatch(/^\{/u);
    expect(rasid(['keywords', GOOD, '--config', config, '--format', 'csv']).stdout).toMatch(/^rank,/u);
    expect(rasid(['keywords', GOOD, '--format', 'csv'], { env: { RASID_JSON: '1' } }).stdout).toMatch(/^rank,/u);
    expect(rasid(['keywords', GOOD, '--json'], { env: { RASID_FORMAT: 'csv' } }).stdout).toMatch(/^\{/u);
  });

  test('a switch in the environment can be off', () => {
    for (const off of ['0', 'false', 'no', '']) {
      expect(rasid(['keywords', GOOD], { env: { RASID_JSON: off } }).stdout).toMatch(/^rank/u);
    }
    const { code, stderr } = rasid(['keywords', GOOD], { env: { RASID_JSON: 'perhaps' } });
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'rasid: error: RASID_JSON="perhaps": expected 1 or 0\n' });
  });
});

const BROKEN: readonly (readonly [string, string, string])[] = [
  ['no JSON', '{"top": }', '#: no JSON'],
  ['no object', '[1]', '#: expected an object'],
  ['an unknown key', '{"topp": 1}', '#/topp: unknown key'],
  ['a prototype', '{"__proto__": {"top": 1}}', '#/__proto__: unknown key'],
  ['a number that is none', '{"top": "many"}', '#/top: '],
  ['an object for a text', '{"source": {"a": 1}}', '#/source: expected a text'],
  ['a wrong choice', '{"format": "xml"}', '#/format: expected one of'],
  ['a text for a switch', '{"quiet": "yes"}', '#/quiet: expected true or false'],
  ['an unknown part', '{"parts": "head"}', '#/parts: '],
  ['an escape in a key', '{"\\u001b[31m": 1}', 'unknown key'],
];

describe('errors name file and pointer', () => {
  test.each(BROKEN)('%s', (_name, content, message) => {
    const config = files.write('broken.json', content);
    const { code, stdout, stderr } = rasid(['keywords', GOOD, '--config', config]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^rasid: error: [^\n\u001b]+\n$/u);
    expect(stderr).toContain('broken.json');
    expect(stderr).toContain(message);
  });

  test('a value of the environment names its variable', () => {
    const { code, stderr } = rasid(['keywords', GOOD], { env: { RASID_TOP: 'x' } });
    expect(code).toBe(2);
    expect(stderr).toContain("'RASID_TOP'");
  });
});
