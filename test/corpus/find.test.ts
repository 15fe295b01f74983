import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFiles, shownPath } from '../../src/corpus/find.ts';
import { readDocuments } from '../../src/corpus/read.ts';
import { CorpusError, UsageError } from '../../src/errors.ts';
import { compareCodePoints } from '../../src/text/order.ts';

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'rasid-find-'));
  mkdirSync(join(root, 'b/deep'), { recursive: true });
  for (const name of [
    'b/z.TXT',
    'a.txt',
    'b/deep/page.html',
    'notes.md',
    'data.json',
    'table.csv',
    'r.ndjson',
    'r2.jsonl.gz',
    'b/خبر.txt',
  ])
    writeFileSync(join(root, name), 'x');
  symlinkSync(join(root, 'b'), join(root, 'b/deep/loop'));
  symlinkSync(join(root, 'nowhere'), join(root, 'dangling.txt'));
  writeFileSync(Buffer.concat([Buffer.from(`${root}/b/`), Buffer.from([0xe3, 0xc1]), Buffer.from('.txt')]), 'نص');
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

async function names(paths: string[], options = {}): Promise<string[]> {
  const { files } = await findFiles(paths, options);
  return files.map(({ path }) => path.replace(`${root}/`, ''));
}

const WALKED = ['a.txt', 'b/\\xE3\\xC1.txt', 'b/deep/page.html', 'b/z.TXT', 'b/خبر.txt', 'r.ndjson', 'r2.jsonl.gz'];

describe('findFiles', () => {
  test('a folder: pages and records in code-point order, .json and .csv left out, links not followed', async () => {
    expect(await names([root])).toEqual(WALKED);
  });

  test('links followed without running in a circle', async () => {
    const found = await names([root], { follow: true });
    expect(found.filter(name => !name.includes('loop'))).toEqual(WALKED);
  });

  test('a name that is no UTF-8 opens its file', async () => {
    const { files } = await findFiles([root]);
    const odd = files.find(file => file.bytes)!;
    for await (const outcome of readDocuments([odd])) expect(outcome).toMatchObject({ text: 'نص' });
  });

  test('named files are read whatever they are, each once', async () => {
    expect(await names([join(root, 'notes.md'), join(root, 'data.json'), join(root, 'data.json'), root])).toEqual(
      [...WALKED, 'notes.md', 'data.json'].sort(compareCodePoints),
    );
  });

  test('patterns, .json and .csv among them', async () => {
    expect(await names([`${root}/*.{json,csv,md}`])).toEqual(['data.json', 'notes.md', 'table.csv']);
  });

  test('standard input stays what it is', async () => {
    expect(await names(['-'])).toEqual(['-']);
  });

  test.each(['missing.txt', '*.nothing', 'dangling.txt'])('"%s" is a usage error as an argument', async name => {
    await expect(findFiles([join(root, 'a.txt'), join(root, name)])).rejects.toBeInstanceOf(UsageError);
  });

  test('the same in a list is one error among others', async () => {
    const { files, errors } = await findFiles([join(root, 'missing.txt'), join(root, 'a.txt')], { missing: 'report' });
    expect(files.length).toBe(1);
    expect(errors).toMatchObject([{ code: 'ENOENT' }]);
  });

  test.skipIf(process.getuid?.() === 0)('an unreadable folder is named and the walk goes on', async () => {
    chmodSync(join(root, 'b/deep'), 0);
    const { files, errors } = await findFiles([root]);
    chmodSync(join(root, 'b/deep'), 0o755);
    expect(errors).toMatchObject([{ code: 'EACCES' }]);
    expect(files.length).toBe(WALKED.length - 1);
  });

  test('a device is no file', async () => {
    const { files, errors } = await findFiles(['/dev/null']);
    expect(files).toEqual([]);
    expect(errors[0]).toBeInstanceOf(CorpusError);
  });

  test('folders far deeper than the stack', async () => {
    let folder = root;
    for (let depth = 0; depth < 400; depth++) folder += '/d';
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/deep.txt`, 'x');
    expect((await names([`${root}/d`])).length).toBe(1);
    rmSync(`${root}/d`, { recursive: true });
  });
});

describe('shownPath', () => {
  test.each([
    ['./a.txt', 'a.txt'],
    ['././a//b/', 'a/b'],
    ['.', '.'],
    ['/', '/'],
    ['../a', '../a'],
  ])('%s → %s', (given, shown) => expect(shownPath(given)).toBe(shown));
});

test('order is by code point, not by UTF-16 unit', () => {
  expect(['\u{1f600}', '\ufb50', 'b', 'ab', 'a'].sort(compareCodePoints)).toEqual([
    'a',
    'ab',
    'b',
    '\ufb50',
    '\u{1f600}',
  ]);
});
