/** Every exit code in every documented case; stdout empty where the code is 2. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { page } from '../support/pages.ts';
import { PROGRAM, rasid, shell } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

const files = scratch();
const GOOD = files.write('good.txt', page());
const BAD = files.write('bad.txt', Buffer.from('abc\x80\x81\xffdef', 'latin1'));
mkdirSync(files.path('empty'));
files.write('records.ndjson', '{"text": "وزير"}\n{"text": broken\n{"text": "وزيران"}\n');
files.write('none.ndjson', '\n\n');
files.write('broken.json', '{"top": ');
files.write('unknown.json', '{"tops": 5}');
files.write('list.txt', `${GOOD}\n${files.path('vanished.txt')}\n`);
symlinkSync('nowhere', files.path('dangling.txt'));

const USAGE: readonly (readonly [string, readonly string[], string])[] = [
  ['an unknown command', ['bogus'], 'unknown command'],
  ['an unknown option', ['keywords', GOOD, '--bogus'], 'unknown option'],
  ['a wrong choice', ['keywords', GOOD, '--format', 'xml'], 'Allowed choices'],
  ['a number that is none', ['keywords', GOOD, '--top', '1e999'], 'no whole number'],
  ['a negative number', ['keywords', GOOD, '--top=-1'], 'no whole number'],
  ['a date that is none', ['keywords', GOOD, '--since', '2024-13-01'], 'no date'],
  ['a day that is none', ['keywords', GOOD, '--since', '2024-02-31'], 'no date'],
  ['a part that is none', ['keywords', GOOD, '--parts', 'head'], 'no part of an article'],
  ['an encoding that is none', ['keywords', GOOD, '--encoding', 'utf-9'], 'encoding'],
  ['a field that is none', ['keywords', GOOD, '--field', 'txt=body'], 'is no field of a record'],
  ['a missing path', ['keywords', GOOD, files.path('missing.txt')], 'no such file or folder'],
  ['a pattern without a match', ['keywords', `${files.folder}/*.none`], 'no file matches'],
  ['a dangling link', ['keywords', files.path('dangling.txt')], 'symbolic link to nothing'],
  ['no path at all', ['keywords'], 'no input'],
  ['a folder without files', ['keywords', files.path('empty')], 'no input file'],
  ['records without a record', ['keywords', files.path('none.ndjson')], 'no article'],
  ['a missing list', ['keywords', '--files-from', files.path('missing')], 'ENOENT'],
  ['a missing config', ['keywords', GOOD, '--config', files.path('missing')], 'ENOENT'],
  ['a broken config', ['keywords', GOOD, '--config', files.path('broken.json')], 'broken.json#'],
  ['an unknown key', ['keywords', GOOD, '--config', files.path('unknown.json')], 'unknown.json#/tops'],
  ['a missing gazetteer', ['entities', GOOD, '--gazetteer', files.path('missing')], 'ENOENT'],
  ['missing stop words', ['keywords', GOOD, '--stop-words', files.path('missing')], 'ENOENT'],
  ['an output that is a folder', ['keywords', GOOD, '--output', files.folder], 'is a folder'],
  ['an output that is an input', ['keywords', GOOD, '--output', GOOD], 'would overwrite an input'],
  ['a schema of nothing', ['schema', 'nothing'], 'has no schema'],
];

describe('2: usage', () => {
  test.each(USAGE)('%s', (_name, args, message) => {
    const { code, stdout, stderr } = rasid(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^rasid: error: [^\n]+\n$/u);
    expect(stderr).toContain(message);
  });
});

describe('3: partial', () => {
  test('an undecodable file among good ones is named, the others are unchanged', () => {
    const alone = rasid(['keywords', GOOD, '--json']);
    const both = rasid(['keywords', GOOD, BAD, '--json']);
    expect([alone.code, both.code]).toEqual([0, 3]);
    const [clean, partial] = [JSON.parse(alone.stdout), JSON.parse(both.stdout)];
    expect(partial.rows).toEqual(clean.rows);
    expect(partial.errors).toEqual([
      { file: BAD, code: 'undecodable', message: expect.stringContaining('byte 3'), offset: 3 },
    ]);
    expect(both.stderr.split('\n')).toEqual([
      `rasid: error: "${BAD}": neither UTF-8 nor a known Arabic encoding (byte 3)`,
      'rasid: 1 of 2 files not read in full',
      '',
    ]);
  });

  test('only unreadable inputs give a valid result with empty rows', () => {
    const { code, stdout } = rasid(['keywords', BAD, '--json']);
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ rows: [], errors: [{ code: 'undecodable' }] });
  });

  test('a broken record is named with its line', () => {
    const { code, stdout, stderr } = rasid(['statistics', files.path('records.ndjson'), '--json']);
    expect(code).toBe(3);
    expect(JSON.parse(stdout).corpus.articles).toBe(2);
    expect(stderr).toContain('line 2');
  });

  test('a missing entry of a list is reported and the rest is read', () => {
    const { code, stdout, stderr } = rasid(['keywords', '--files-from', files.path('list.txt'), '--json']);
    expect(code).toBe(3);
    expect(JSON.parse(stdout).corpus).toMatchObject({ files: 1, articles: 1 });
    expect(stderr).toContain('vanished.txt": no such file or folder (ENOENT)\nrasid: 1 of 2 files');
  });

  test('--allow-partial makes it 0 and still says what was not read', () => {
    const { code, stderr } = rasid(['keywords', GOOD, BAD, '--allow-partial']);
    expect(code).toBe(0);
    expect(stderr).toContain('not read in full');
  });
});

describe('4: output', () => {
  test('a folder that is not there, a full device', () => {
    for (const output of [files.path('none/out.json'), '/dev/full']) {
      const { code, stdout, stderr } = rasid(['keywords', GOOD, '--output', output]);
      expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
      expect(stderr).toMatch(/^rasid: error: [^\n]*cannot be written[^\n]*\n$/u);
    }
  });

  test('a folder that may not be written, as another user', () => {
    const folder = files.path('readonly');
    mkdirSync(folder);
    chmodSync(files.folder, 0o755);
    chmodSync(folder, 0o555);
    const own = process.getuid?.() === 0 ? 'setpriv --reuid=65534 --clear-groups ' : '';
    const { code, stderr } = shell(
      `${own}'${process.execPath}' '${PROGRAM}' keywords '${GOOD}' -o '${folder}/out.json'`,
    );
    expect({ code, stderr }).toEqual({ code: 4, stderr: expect.stringContaining('EACCES') });
  });
});

describe('0', () => {
  test('help and version go to stdout', () => {
    for (const args of [['--help'], ['--version'], ['keywords', '--help'], ['help', 'keywords'], []]) {
      const { code, stdout, stderr } = rasid(args);
      expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
      expect(stdout).not.toBe('');
    }
  });
});

describe('signals', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends the program, %i for a shell', async (signal, _code) => {
    const child = spawn(process.execPath, [PROGRAM, 'keywords', '-'], { stdio: ['pipe', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', piece => (stderr += piece));
    setTimeout(() => child.kill(signal), 300);
    const ended = await new Promise<NodeJS.Signals | null>(resolve => child.on('exit', (_code, by) => resolve(by)));
    expect({ ended, stderr }).toEqual({ ended: signal, stderr: '' });
  });
});
