/** `--output`: whole or not at all. */
import { chmodSync, existsSync, linkSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { page } from '../support/pages.ts';
import { rasid, shell } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

const files = scratch();
const GOOD = files.write('corpus/good.txt', page());
const BAD = files.write('bad.txt', Buffer.from([0x80]));

/** Names in the folder of the output that are neither inputs nor results. */
function leftovers(): string[] {
  return readdirSync(files.folder).filter(name => name.startsWith('.') || name.endsWith('.tmp'));
}

describe('--output', () => {
  test('writes what stdout would get, and nothing to stdout', () => {
    const wanted = rasid(['keywords', GOOD, '--json']).stdout;
    const { code, stdout, stderr } = rasid(['keywords', GOOD, '--json', '-o', files.path('new.json')]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(files.path('new.json'), 'utf8')).toBe(wanted);
    expect(leftovers()).toEqual([]);
  });

  test('replaces an old file and keeps its mode', () => {
    const old = files.write('old.json', 'old');
    chmodSync(old, 0o640);
    rasid(['keywords', GOOD, '--json', '-o', old]);
    expect(JSON.parse(readFileSync(old, 'utf8')).schema).toBe('keywords/1');
    expect(statSync(old).mode & 0o777).toBe(0o640);
  });

  test('keeps the old file after a failure, and leaves nothing beside it', () => {
    const old = files.write('kept.json', 'old');
    for (const args of [
      ['keywords', files.path('missing')],
      ['keywords', GOOD, '--stop-words', files.path('missing')],
    ])
      expect(rasid([...args, '-o', old]).code).toBe(2);
    const full = shell(`ulimit -f 1; rasid articles fixtures/corpus --json -o '${old}'`);
    expect({ code: full.code, stdout: full.stdout }).toEqual({ code: 4, stdout: '' });
    expect(full.stderr).toMatch(/^rasid: error: [^\n]*cannot be written \(EFBIG\)\n$/u);
    expect(readFileSync(old, 'utf8')).toBe('old');
    expect(leftovers()).toEqual([]);
  });

  test('is written when an input could not be read: the result is valid', () => {
    expect(rasid(['keywords', GOOD, BAD, '--json', '-o', files.path('partial.json')]).code).toBe(3);
    expect(JSON.parse(readFileSync(files.path('partial.json'), 'utf8')).errors).toHaveLength(1);
  });

  test('refuses an input however it is named, and files the run is told by', () => {
    symlinkSync(GOOD, files.path('link.txt'));
    linkSync(GOOD, files.path('hard.txt'));
    const list = files.write('list', `${GOOD}\n`);
    const stop = files.write('stop.txt', 'كلمة\n');
    const before = readFileSync(GOOD, 'utf8');
    const attempts = [
      [files.path('corpus'), '-o', GOOD],
      [GOOD, '-o', files.path('link.txt')],
      [files.path('link.txt'), '-o', GOOD],
      [`${files.folder}/corpus/*.txt`, '-o', `${files.folder}/corpus/../corpus/good.txt`],
      ['--files-from', list, '-o', GOOD],
      ['--files-from', list, '-o', list],
      [GOOD, '--stop-words', stop, '-o', stop],
    ];
    for (const args of attempts) expect([args, rasid(['keywords', ...args]).code]).toEqual([args, 2]);
    expect(readFileSync(GOOD, 'utf8')).toBe(before);
    expect(leftovers()).toEqual([]);
  });

  test('follows a link to its file and replaces that', () => {
    const target = files.write('target.json', 'old');
    symlinkSync(target, files.path('to-target.json'));
    rasid(['keywords', GOOD, '--json', '-o', files.path('to-target.json')]);
    expect(lstatSync(files.path('to-target.json')).isSymbolicLink()).toBe(true);
    expect(readFileSync(target, 'utf8')).not.toBe('old');
  });

  test('writes to a device and never replaces it', () => {
    expect(rasid(['keywords', GOOD, '-o', '/dev/null'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    expect(rasid(['keywords', GOOD, '-o', '/dev/stdout']).stdout).toBe(rasid(['keywords', GOOD]).stdout);
  });

  test('writes nothing when interrupted', () => {
    const output = files.path('late.json');
    shell(
      `(sleep 2; echo '{"text": "وزير"}') | timeout -s INT 0.5 "${process.execPath}" bin/rasid.js keywords - -o '${output}'`,
    );
    expect(existsSync(output)).toBe(false);
    expect(leftovers()).toEqual([]);
  });
});
