/** Files that a run is told by or writes: endless devices, folders, other encodings, polluted keys, and results over inputs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { page } from '../support/pages.ts';
import { rasid } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

const files = scratch();
const INPUT = files.write('corpus/a.txt', page(1));
const CORPUS = files.path('corpus');
const NAMED = ['--config', '--checks', '--gazetteer', '--baseline'];

function check(...args: readonly string[]): { code: number | null; stdout: string; stderr: string } {
  return rasid(['check', CORPUS, '--assert', 'articles>=1', ...args], { cwd: files.folder, timeout: 20_000 });
}

describe('files the run is told by', () => {
  test.each(NAMED)('%s: an endless device, a folder, no JSON, polluted keys', option => {
    const polluted = files.write('polluted.json', '{"__proto__": {"quiet": true}, "constructor": 1}');
    const latin = files.write('latin.json', Buffer.from('{"\xe9": 1}', 'latin1'));
    for (const file of ['/dev/zero', '/dev/null', files.folder, polluted, latin]) {
      const { code, stdout, stderr } = check(option, file);
      expect({ file, code, stdout }).toEqual({ file, code: 2, stdout: '' });
      expect(stderr).toMatch(/^rasid: error: [^\n]+\n$/u);
    }
  });

  test('a byte order mark is no part of the JSON', () => {
    const checks = files.write('marked.json', '\ufeff{"assert": {"articles": ">=1"}}');
    expect(check('--checks', checks)).toMatchObject({ code: 0, stderr: '' });
  });

  test('stop words in another encoding are refused, not garbled', () => {
    const words = files.write('words.txt', Buffer.from([0xe6, 0xd2, 0xed, 0xd1, 0x0a]));
    const { code, stderr } = rasid(['keywords', CORPUS, '--stop-words', words]);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `rasid: error: --stop-words "${words}": cannot be read (not UTF-8)\n`,
    });
  });

  test('the path of a baseline in the demands may be absolute', () => {
    const baseline = files.path('absolute.json');
    const checks = files.write('here/checks.json', JSON.stringify({ baseline: { file: baseline } }));
    expect(check('--checks', checks, '--update').code).toBe(0);
    expect(JSON.parse(readFileSync(baseline, 'utf8')).schema).toBe('baseline/1');
  });
});

describe('files the run writes', () => {
  const before = readFileSync(INPUT, 'utf8');
  test.each([
    ['a report', ['--reporter', `junit:${INPUT}`]],
    ['a new baseline', ['--baseline', INPUT, '--update']],
    ['an output', ['--output', INPUT]],
  ])('%s never takes the place of an input', (_, args) => {
    expect(check(...args)).toMatchObject({ code: 2, stderr: expect.stringContaining('would overwrite an input') });
    expect(readFileSync(INPUT, 'utf8')).toBe(before);
  });

  test('two results never take the same place, and none that of the demands', () => {
    const own = files.write('own.json', '{"assert": {"articles": ">=1"}}');
    for (const args of [
      ['--reporter', 'table:x.md,json:x.md'],
      ['--reporter', 'junit:b.json', '--baseline', 'b.json', '--update'],
      ['--output', 'x.xml', '--reporter', 'table,junit:./x.xml'],
    ])
      expect(check(...args)).toMatchObject({ code: 2, stderr: expect.stringContaining('would be written twice') });
    expect(check('--checks', own, '--reporter', `json:${own}`).code).toBe(2);
    expect(readFileSync(own, 'utf8')).toContain('assert');
  });

  test('a report to a device twice is no conflict', () => {
    writeFileSync(files.path('corpus/b.txt'), page(2));
    expect(check('--reporter', 'junit:/dev/null,json:/dev/null')).toMatchObject({ code: 0, stderr: '' });
  });
});
