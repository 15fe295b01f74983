/**
 * Hostile folders, generated anew. Each case: no stack trace, the documented exit code, and the neighbour's results byte
 * for byte as without the hostile file. RASID_TEST_FULL=1 makes the large cases large.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { page } from '../support/pages.ts';
import { type Outcome, PROGRAM, rasid, shell } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

const FULL = process.env.RASID_TEST_FULL === '1';
const files = scratch();
let clean = '';

/** A folder with a good page and whatever `fill` puts beside it. */
function beside(name: string, fill: (folder: string) => void): string {
  const folder = files.path(name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'good.txt'), page());
  fill(folder);
  return folder;
}

interface Named {
  readonly file: string;
  readonly code: string;
  readonly offset?: number;
}

/** Runs in the folder; the mentions of the good page must be what they are alone. */
function run(folder: string, args: readonly string[] = []): { outcome: Outcome; errors: Named[]; files: number } {
  const mentions = rasid(['entities', '.', '--mentions', '--format', 'ndjson', ...args], { cwd: folder });
  const good = mentions.stdout.split('\n').filter(line => line.includes('"path":"good.txt"'));
  expect(good.join('\n')).toBe(clean);
  const outcome = rasid(['articles', '.', '--json', ...args], { cwd: folder });
  expect(outcome.stderr).not.toMatch(/\n {4}at |Error:/u);
  const { errors, corpus } = JSON.parse(outcome.stdout);
  return { outcome, errors, files: corpus.files };
}

beforeAll(() => {
  const folder = beside('alone', () => {});
  clean = rasid(['entities', '.', '--mentions', '--format', 'ndjson'], { cwd: folder }).stdout.trimEnd();
  expect(clean.split('\n').length).toBeGreaterThan(5);
});

/** Compressed data with another checksum. */
function broken(bytes: Buffer): Buffer {
  return bytes.fill(0, bytes.length - 8, bytes.length - 4);
}

const BYTES: readonly (readonly [string, Buffer, string | null])[] = [
  ['an empty file', Buffer.alloc(0), null],
  ['a byte order mark alone', Buffer.from([0xef, 0xbb, 0xbf]), null],
  ['a broken sequence', Buffer.concat([Buffer.from('قال '), Buffer.from([0xd9])]), 'undecodable'],
  ['an overlong slash', Buffer.from([0x41, 0xc0, 0xaf]), 'undecodable'],
  ['a surrogate in UTF-8', Buffer.from([0x41, 0xed, 0xa0, 0x80]), 'undecodable'],
  ['beyond Unicode', Buffer.from([0x41, 0xf4, 0x90, 0x80, 0x80]), 'undecodable'],
  [
    'Latin letters with accents',
    Buffer.from('\xe9t\xe9 \xe0 la fa\xe7on de l\x92\xe9t\xe9 '.repeat(20), 'latin1'),
    'undecodable',
  ],
  [
    'random bytes',
    Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 0xff)),
    'binary',
  ],
  ['an image', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), Buffer.alloc(100)]), 'binary'],
  ['text with one NUL', Buffer.from('قال وزير\0الخارجية'), 'binary'],
  [
    'odd UTF-16',
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('قال', 'utf16le'), Buffer.from([0x41])]),
    'undecodable',
  ],
  ['a lone surrogate in UTF-16', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]), 'undecodable'],
  [
    'UTF-32',
    Buffer.concat([
      Buffer.from([0xff, 0xfe, 0, 0]),
      ...[...'قال وزير'].map(c => Buffer.from([c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8, 0, 0])),
    ]),
    'binary',
  ],
];

describe('bytes', () => {
  test.each(BYTES)('%s', (name, bytes, code) => {
    const folder = beside(`bytes ${name}`, at => writeFileSync(join(at, 'bad.txt'), bytes));
    const { outcome, errors } = run(folder);
    expect({ code: outcome.code, errors: errors.map(error => error.code) }).toEqual(
      code === null ? { code: 0, errors: [] } : { code: 3, errors: [code] },
    );
    if (code !== null) expect(errors[0]).toMatchObject({ file: 'bad.txt', offset: expect.any(Number) });
    expect(outcome.stdout).not.toContain('\ufffd');
  });

  test('compressed data that is broken, cut short or too large once unpacked', () => {
    const folder = beside('gzip', at => {
      writeFileSync(join(at, 'bad.txt.gz'), 'no gzip at all');
      writeFileSync(join(at, 'cut.txt.gz'), gzipSync(page(1)).subarray(0, 60));
      writeFileSync(join(at, 'bomb.txt.gz'), gzipSync(Buffer.alloc(3 << 20, 0x20)));
      writeFileSync(
        join(at, 'cut.ndjson.gz'),
        gzipSync(`${JSON.stringify({ text: 'قال وزير' })}\n`.repeat(5000)).subarray(0, 120),
      );
      writeFileSync(join(at, 'crc.txt.gz'), broken(gzipSync(page(2))));
    });
    const { outcome, errors } = run(folder, ['--max-file-size', '1m']);
    expect(outcome.code).toBe(3);
    expect(errors.map(({ file, code }) => [file, code])).toEqual([
      ['bad.txt.gz', 'corrupt'],
      ['bomb.txt.gz', 'too-large'],
      ['crc.txt.gz', 'corrupt'],
      ['cut.ndjson.gz', 'truncated'],
      ['cut.txt.gz', 'truncated'],
    ]);
  });

  test('a file above the limit is named, not read', () => {
    const folder = beside('large', at => writeFileSync(join(at, 'large.txt'), page().repeat(100)));
    expect(run(folder, ['--max-file-size', '20k']).errors).toMatchObject([{ file: 'large.txt', code: 'too-large' }]);
  });
});

describe('places', () => {
  test('a FIFO, a socket-like device and a folder named .txt block nothing', () => {
    const folder = beside('special', at => {
      execFileSync('mkfifo', [join(at, 'fifo.txt')]);
      mkdirSync(join(at, 'folder.txt'));
      symlinkSync('/dev/zero', join(at, 'zero.txt'));
      symlinkSync('loop.txt', join(at, 'loop.txt'));
    });
    expect(run(folder).outcome.code).toBe(0);
    const { outcome, errors } = run(folder, ['--follow']);
    expect({ code: outcome.code, errors: errors.map(error => [error.file, error.code]) }).toEqual({
      code: 3,
      errors: [['loop.txt', 'ELOOP']],
    });
    const named = rasid(['articles', 'good.txt', 'fifo.txt', '/dev/zero', '--json'], { cwd: folder, timeout: 20_000 });
    expect(named.code).toBe(3);
    expect(JSON.parse(named.stdout).errors.map((error: Named) => error.code)).toEqual(['special', 'special']);
  });

  test('names of any kind: no UTF-8, escapes, directions, quotes, line ends', () => {
    const names = [
      '\u001b]0;owned\u0007.txt',
      '\u202etxt.exe.txt',
      '"; rm -rf \'.txt',
      'a\nb.txt',
      '-rf.txt',
      '$(id).txt',
      ' .txt',
    ];
    const folder = beside('names', at => {
      for (const [turn, name] of names.entries()) writeFileSync(join(at, name), page(turn + 1));
      writeFileSync(Buffer.concat([Buffer.from(`${at}/latin-`), Buffer.from([0xe9]), Buffer.from('.txt')]), page(90));
      writeFileSync(Buffer.concat([Buffer.from(`${at}/latin-`), Buffer.from([0xe8]), Buffer.from('.txt')]), page(91));
    });
    const { outcome, files: count } = run(folder);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(count).toBe(names.length + 3);
    const paths = JSON.parse(outcome.stdout).rows.map((row: { path: string }) => row.path);
    expect(paths).toEqual(expect.arrayContaining([...names, 'latin-\\xE9.txt', 'latin-\\xE8.txt']));
    for (const format of ['table', 'csv', 'tsv', 'markdown', 'json'])
      expect(rasid(['articles', '.', '--format', format], { cwd: folder }).stdout).not.toMatch(/[\u001b\u0007\u202e]/u);
  });

  test('a bad file with an escape in its name cannot write to the terminal through the error line', () => {
    const folder = beside('evil error', at => writeFileSync(join(at, '\u001b[2J\u202ebad.txt'), Buffer.from([0x80])));
    const { stderr } = rasid(['keywords', '.'], { cwd: folder });
    expect(stderr).toContain('<U+001B>[2J<U+202E>bad.txt');
    expect(stderr).not.toMatch(/[\u001b\u202e]/u);
    const missing = rasid(['keywords', '\u001b[2J']);
    expect(missing.stderr).not.toContain('\u001b');
    expect(rasid(['\u001b[2J']).stderr).not.toContain('\u001b');
  });

  test('files and folders of another user are named, the walk goes on', () => {
    const folder = beside('denied', at => {
      writeFileSync(join(at, 'secret.txt'), page(1));
      mkdirSync(join(at, 'closed'));
      writeFileSync(join(at, 'closed/inside.txt'), page(2));
      mkdirSync(join(at, 'open'));
      writeFileSync(join(at, 'open/c.txt'), page(3));
      chmodSync(join(at, 'secret.txt'), 0);
      chmodSync(join(at, 'closed'), 0);
    });
    chmodSync(files.folder, 0o755);
    const own = process.getuid?.() === 0 ? 'setpriv --reuid=65534 --clear-groups ' : '';
    const { code, stdout, stderr } = shell(`${own}'${process.execPath}' '${PROGRAM}' articles . --json`, {
      cwd: folder,
    });
    chmodSync(join(folder, 'closed'), 0o755);
    const { errors, rows } = JSON.parse(stdout);
    expect(code).toBe(3);
    expect(errors.map((error: Named) => [error.file, error.code])).toEqual([
      ['closed', 'EACCES'],
      ['secret.txt', 'EACCES'],
    ]);
    expect(rows.map((row: { path: string }) => row.path)).toEqual(['good.txt', 'open/c.txt']);
    expect(stderr).toContain('rasid: error: "closed": permission denied (EACCES)');
  });

  test('deep folders are walked to the end', () => {
    const depth = FULL ? 1500 : 300;
    const folder = beside('deep', () => {});
    shell(`for i in $(seq ${depth}); do mkdir -p d && cd d || exit 1; done; printf 'قال وزير' > last.txt`, {
      cwd: folder,
    });
    const { outcome } = run(folder);
    const { rows, errors } = JSON.parse(outcome.stdout);
    // A path may be longer than the system takes in one piece: then that folder is named.
    expect(rows.length + errors.length).toBe(2);
    expect(outcome.code).toBe(errors.length > 0 ? 3 : 0);
    rmSync(folder, { recursive: true, force: true });
  });

  test('many tiny files', () => {
    const many = FULL ? 50_000 : 2_000;
    const folder = beside('many', at => {
      for (let i = 0; i < many; i++) writeFileSync(join(at, `n${i}.txt`), `قال وزير رقم ${i}`);
    });
    const { outcome, files: count } = run(folder);
    expect({ code: outcome.code, count }).toEqual({ code: 0, count: many + 1 });
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('while it runs', () => {
  test('files that vanish are named, files that grow are read as they were', () => {
    const many = 3000;
    const folder = beside('moving', at => {
      for (let i = 0; i < many; i++) writeFileSync(join(at, `n${i}.txt`), page(i));
    });
    const line = `rasid articles . --json --keep-duplicates & pid=$!; while kill -0 $pid 2>/dev/null; do for i in $(seq 2999 -40 0); do rm -f n$i.txt; echo 'وقال' >> n$((i % 7)).txt; done; sleep 0.01; done; wait $pid`;
    const { code, stdout, stderr } = shell(line, { cwd: folder });
    const { rows, errors, corpus } = JSON.parse(stdout);
    expect([0, 3]).toContain(code);
    expect(rows.length + errors.length).toBe(corpus.files);
    expect(errors.every((error: Named) => error.code === 'ENOENT')).toBe(true);
    expect(stderr).not.toMatch(/\n {4}at /u);
    rmSync(folder, { recursive: true, force: true });
  });

  test('the corpus folder is never written', () => {
    const folder = beside('untouched', at => appendFileSync(join(at, 'more.txt'), page(1)));
    const state = (): string => execFileSync('find', [folder, '-printf', '%p %T@ %s %m\n'], { encoding: 'utf8' });
    const before = state();
    for (const command of ['report', 'keywords', 'entities', 'timeline', 'articles', 'statistics'])
      rasid([command, '.'], { cwd: folder });
    expect(state()).toBe(before);
  });
});
