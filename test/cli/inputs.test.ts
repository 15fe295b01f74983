/** What can be named as input: files, folders, patterns, lists, standard input. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { page } from '../support/pages.ts';
import { rasid } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

const files = scratch();
files.write('corpus/a.txt', page(1));
files.write('corpus/B.TXT', page(2));
files.write('corpus/sub/c.txt.gz', gzipSync(page(3)));
files.write('corpus/sub/records.jsonl', '{"id": "r1", "text": "قال وزير الخارجية"}\n');
files.write('corpus/baseline.json', '{"schema": "keywords/1"}');
files.write('corpus/table.csv', 'id,text\n1,وزير\n');
files.write('corpus/notes.md', 'x');
files.write('corpus/a[1].txt', page(4));
files.write('-odd.txt', page(5));
const IN = { cwd: files.folder };

function paths(args: readonly string[], input?: string): string[] {
  const { code, stdout, stderr } = rasid(['articles', '--json', ...args], {
    ...IN,
    ...(input === undefined ? {} : { input }),
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout).rows.map((row: { path: string }) => row.path);
}

const WALKED = ['corpus/B.TXT', 'corpus/a.txt', 'corpus/a[1].txt', 'corpus/sub/c.txt.gz', 'corpus/sub/records.jsonl'];

describe('paths', () => {
  test('a folder gives pages and records, whatever the case of the extension; .json and .csv only when named', () => {
    expect(paths(['corpus'])).toEqual(WALKED);
    expect(paths(['corpus/table.csv'])).toEqual(['corpus/table.csv']);
  });

  test('are shown without ./ and doubled separators, and read once', () => {
    expect(paths(['./corpus//a.txt', 'corpus/a.txt', './/corpus/'])).toEqual(WALKED);
  });

  test('patterns match, and a file of that very name wins over the pattern', () => {
    expect(paths(['corpus/*.txt'])).toEqual(['corpus/a.txt', 'corpus/a[1].txt']);
    expect(paths(['corpus/a[1].txt'])).toEqual(['corpus/a[1].txt']);
    expect(paths(['corpus/**/*.gz'])).toEqual(['corpus/sub/c.txt.gz']);
  });

  test('a name that begins with a dash stands behind --', () => {
    expect(paths(['--', '-odd.txt'])).toEqual(['-odd.txt']);
  });

  test('links are followed only when asked for, and never in a circle', () => {
    mkdirSync(files.path('links/deep'), { recursive: true });
    symlinkSync('../../corpus', files.path('links/deep/corpus'));
    symlinkSync('..', files.path('links/deep/up'));
    symlinkSync('../corpus/a.txt', files.path('links/one.txt'));
    files.write('links/own.txt', page(6));
    expect(rasid(['articles', 'links', '--json'], IN)).toMatchObject({ code: 0 });
    expect(JSON.parse(rasid(['articles', 'links', '--json'], IN).stdout).rows).toHaveLength(1);
    const followed = JSON.parse(rasid(['articles', 'links', '--json', '--follow'], IN).stdout);
    expect(followed.rows.map((row: { path: string }) => row.path)).toEqual([
      'links/deep/corpus/B.TXT',
      'links/deep/corpus/a.txt',
      'links/deep/corpus/a[1].txt',
      'links/deep/corpus/sub/c.txt.gz',
      'links/deep/corpus/sub/records.jsonl',
      'links/one.txt',
      'links/own.txt',
    ]);
  });
});

describe('--files-from', () => {
  test('reads a list from a file and from standard input, with line ends or NUL', () => {
    const list = files.write('list.txt', 'corpus/a.txt\r\ncorpus/B.TXT\n\n');
    expect(paths(['--files-from', list])).toEqual(['corpus/B.TXT', 'corpus/a.txt']);
    expect(paths(['--files-from', '-'], 'corpus/a.txt\ncorpus/sub')).toEqual([
      'corpus/a.txt',
      'corpus/sub/c.txt.gz',
      'corpus/sub/records.jsonl',
    ]);
    files.write('corpus2/line\nend.txt', page(7));
    expect(paths(['--files-from', '-', '-0'], 'corpus2/line\nend.txt\0corpus/a.txt\0')).toEqual([
      'corpus/a.txt',
      'corpus2/line\nend.txt',
    ]);
  });

  test('entries are names, never patterns', () => {
    const { code, stderr } = rasid(['articles', '--files-from', '-'], { ...IN, input: 'corpus/[ab].txt\n' });
    expect(code).toBe(3);
    expect(stderr).toContain('"corpus/[ab].txt": no such file or folder (ENOENT)');
  });

  test('standard input is one thing at a time', () => {
    expect(rasid(['articles', '-', '--files-from', '-'], { ...IN, input: '' }).code).toBe(2);
  });
});

describe('standard input', () => {
  test('holds records by default, anything else by --input', () => {
    expect(paths(['-'], '{"text": "قال الوزير"}\n')).toEqual(['-']);
    expect(paths(['-', '--input', 'txt'], page(8))).toEqual(['-']);
    expect(paths(['-', '--input', 'json'], '[{"text": "قال الوزير"}, {"text": "قالت الوزيرة"}]')).toEqual(['-', '-']);
    expect(paths(['-', '--input', 'csv'], 'id,body\n1,قال الوزير\n'.replace('body', 'text'))).toEqual(['-']);
    expect(paths(['-', '--input', 'html'], '<html><body><p>قال الوزير إن الحكومة اجتمعت</p></body></html>')).toEqual([
      '-',
    ]);
  });

  test('that holds no record is answered with the kinds it may be of', () => {
    const { code, stderr } = rasid(['keywords', '-'], { input: page(1) });
    expect(code).toBe(3);
    expect(stderr).toContain('rasid: warning: standard input is read as NDJSON: --input txt reads a page of text');
    const mixed = rasid(['keywords', '-'], { input: '{"text": "قال الوزير"}\nno record\n' });
    expect({ code: mixed.code, hint: mixed.stderr.includes('--input') }).toEqual({ code: 3, hint: false });
  });

  test('that is empty is no article', () => {
    expect(rasid(['keywords', '-'], { input: '' })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'rasid: error: no article in the input\n',
    });
  });

  test('a page gives what the same file gives', () => {
    const { stdout } = rasid(['entities', '-', '--input', 'txt', '--mentions', '--format', 'ndjson'], {
      input: page(1),
    });
    const named = rasid(['entities', 'corpus/a.txt', '--mentions', '--format', 'ndjson'], IN).stdout;
    expect(stdout.replaceAll('"-"', '"corpus/a.txt"')).toBe(named);
  });
});
