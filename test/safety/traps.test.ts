/**
 * Files made to cost more than they hold: record files, packed data and HTML. Each ends soon, names what it did not read
 * and loses no neighbour. Doubled input may cost MOST_RATIO times as much; here the sizes are such that a square is felt.
 */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Outcome, rasid } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

const FULL = process.env.RASID_TEST_FULL === '1';
const SCALE = FULL ? 20 : 1;
const TIMEOUT = FULL ? 600_000 : 25_000;
const files = scratch();

interface Result {
  readonly corpus: { readonly articles: number; readonly tokens: number };
  readonly errors: readonly { readonly code: string; readonly message: string }[];
}

function run(name: string, content: string | Buffer, args: readonly string[] = []): Outcome & { result: Result } {
  const file = files.write(name, content);
  const outcome = rasid(['statistics', file, '--json', '--languages', 'ar,other', ...args], { timeout: TIMEOUT });
  expect(outcome.stderr).not.toMatch(/\n {4}at /u);
  return { ...outcome, result: JSON.parse(outcome.stdout) };
}

function record(index: number): string {
  return `${JSON.stringify({ id: `r${index}`, text: `قال وزير الخارجية رقم ${index} ${Math.imul(index, 2654435761)}` })}\n`;
}

const RECORDS = Array.from({ length: 3000 }, (_, index) => record(index)).join('');

describe('floods of broken records', () => {
  test.each([
    ['lines.ndjson', `${'x\n'.repeat(10_000 * SCALE)}${record(1)}`, 1, 10_000 * SCALE],
    ['braces.ndjson', `${'{x\n'.repeat(5_000 * SCALE)}${record(1)}`, 1, 5_000 * SCALE],
    ['commas.json', `[${','.repeat(10_000 * SCALE)}${record(1)}]`, 1, 10_000 * SCALE],
    ['wide.csv', `text\n${'a,b\n'.repeat(10_000 * SCALE)}وزير\n`, 1, 10_000 * SCALE],
  ])('%s: the first are named, the rest counted, the good record read', (name, content, articles, broken) => {
    const { code, stderr, result } = run(name, content);
    expect({ code, articles: result.corpus.articles }).toEqual({ code: 3, articles });
    expect(result.errors).toHaveLength(101);
    expect(result.errors.at(-1)!.message).toBe(`${broken - 100} more records not read`);
    expect(stderr.split('\n').length).toBeLessThan(110);
  });

  test('rows of nothing but separators, a header of them, a cell that never ends', () => {
    expect(run('row.csv', `text,id\n${','.repeat(100_000 * SCALE)}\nوزير,1\n`)).toMatchObject({
      code: 3,
      result: { corpus: { articles: 1 } },
    });
    expect(run('header.csv', `${','.repeat(100_000 * SCALE)}\n`).result.errors[0].message).toContain('header has');
    const { result } = run('open.csv', `text,id\nقال,1\n"${'قال وزير,\n'.repeat(10_000 * SCALE)}`);
    expect(result.errors.map(({ message }) => message)).toEqual(['quoted cell never ends (line 3)']);
    const quoted = `text${',x'.repeat(999)}\n${`"قال"${',"b"'.repeat(999)}\n`.repeat(50 * SCALE)}`;
    expect(run('quoted.csv', quoted, ['--keep-duplicates']).result.corpus.articles).toBe(50 * SCALE);
  });

  test('nesting, double keys, names of prototypes, lone surrogates, NUL, a mark in the middle', () => {
    const lines = [
      '['.repeat(200_000 * SCALE),
      '{"text":'.repeat(100_000 * SCALE),
      `{"text":"قال","x":${'['.repeat(100_000 * SCALE)}${']'.repeat(100_000 * SCALE)}}`,
      '{"text":"a","text":"وزير","__proto__":{"text":"x"},"constructor":{"prototype":{"text":1}},"id":"2"}',
      JSON.stringify({ id: '\ud83d', title: '\ud800 عنوان', source: '\udfff', text: 'قال \ud800 وزير \udc00\ud800' }),
      '{"text":"a\0b"}',
      `\ufeff${JSON.stringify({ id: '4', text: 'رئيس\ufeffالوزراء' })}`,
    ];
    const { code, stdout, result } = run('odd.ndjson', lines.join('\n'));
    expect({ code, articles: result.corpus.articles, codes: result.errors.map(error => error.code) }).toEqual({
      code: 3,
      articles: 4,
      codes: ['record', 'record', 'binary'],
    });
    expect(stdout).not.toContain('\ufffd');
  });

  test('what stands behind a JSON array is named', () => {
    const { result } = run('two.json', '[{"text":"قال"}]\n[{"text":"وزير"}]');
    expect(result.errors.map(({ message }) => message)).toEqual(['something stands behind the JSON array (line 2)']);
  });
});

describe('packed data', () => {
  test.each([
    ['rubbish behind it', Buffer.concat([gzipSync(RECORDS), Buffer.from('rubbish behind it')])],
    ['a hole in the middle', gzipSync(RECORDS).fill(0xff, 30_000, 30_064)],
  ])('with %s gives what came before, the same each time', (name, content) => {
    const [first, second] = [run(`${name}.ndjson.gz`, content), run(`${name}.ndjson.gz`, content)];
    expect(first.stdout).toBe(second.stdout);
    expect(first.result.errors.at(-1)!.code).toBe('corrupt');
    expect(first.result.corpus.articles).toBeGreaterThan(1000);
  });

  test('a stream that unpacks to a thousand times its size is refused at the limit', () => {
    const bomb = gzipSync(Buffer.alloc((8 * SCALE) << 20, `${'\n'.repeat(63)}x`));
    const { code, result } = run('bomb.ndjson.gz', bomb, ['--max-file-size', '4m']);
    expect({ code, last: result.errors.at(-1)!.code }).toEqual({ code: 3, last: 'too-large' });
  });

  test('an honest stream may be longer than the limit of one record', () => {
    expect(run('long.ndjson.gz', gzipSync(RECORDS), ['--max-file-size', '1k']).code).toBe(0);
  });
});

const N = 5_000 * SCALE;
const HTML: readonly (readonly [string, string, number])[] = [
  ['nested elements', `${'<div>'.repeat(N)}قال وزير${'</div>'.repeat(N)}`, 3],
  ['elements never closed', `${'<b><i><a href=x>'.repeat(N)}قال وزير`, 3],
  ['tables in tables', `${'<table><tr><td>قال'.repeat(N)}`, 3],
  ['attributes', `<p ${Array.from({ length: N }, (_, i) => `a${i}=b`).join(' ')}>قال وزير</p>`, 3],
  ['120 deep', `${'<div>'.repeat(120)}قال وزير${'</div>'.repeat(120)}`, 0],
  ['900 deep', `${'<div>'.repeat(900)}قال وزير${'</div>'.repeat(900)}`, 0],
  ['a long attribute', `<p class="${'x'.repeat(N * 50)}">قال وزير</p>`, 0],
  ['character references', `<p>${'&amp;'.repeat(N)}</p><p>قال وزير</p>`, 0],
  ['metadata', `${'<meta name="keywords" content="x">'.repeat(N)}<p>قال وزير</p>`, 0],
  ['half a million nodes', '<a href=x>قال</a>'.repeat(200_000), 3],
  ['16 million characters', `<p>${'قال وزير '.repeat(2_000_000)}</p>`, 3],
  ['paragraphs never closed', '<p>قال وزير'.repeat(N), 0],
  ['breaks', `${'<br>'.repeat(N)}قال وزير`, 0],
  ['pictures', `${'<img src=x>'.repeat(N)}<p>قال وزير`, 0],
  ['signs that open nothing', `${'<'.repeat(N)} قال وزير`, 0],
  ['html elements', `${'<html '.repeat(N)}><p>قال وزير`, 3],
  ['comments never closed', `<p>قال وزير</p>${'<!--'.repeat(N)}`, 0],
  ['entities of a document type', '<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]><p>&a; قال وزير</p>', 0],
  [
    'deep JSON-LD',
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":${'['.repeat(N)}${']'.repeat(N)}}</script><p>قال وزير`,
    0,
  ],
];

describe('HTML', () => {
  test.each(HTML)('%s', (name, html, wanted) => {
    const { code, result } = run(`${name}.html`, html);
    expect({ code, errors: result.errors.map(error => error.code) }).toEqual({
      code: wanted,
      errors: wanted === 0 ? [] : [expect.stringMatching(/^(?:html|too-large)$/u)],
    });
    if (wanted === 0) expect(result.corpus.tokens).toBeGreaterThan(0);
  });

  test.each([
    ['a fragment', '<p>قال وزير</p><p>وأضاف رئيس</p>', 4],
    ['text alone', 'قال وزير\nوأضاف رئيس', 4],
    ['elements left out', '<!doctype html><title>عنوان الخبر</title><p>قال وزير<p>وأضاف رئيس', 6],
    ['a head without a body', '<html><head><title>عنوان الخبر</title></head><p>قال وزير<p>وأضاف رئيس', 6],
    ['text behind the body', '<html><body>قال <b>وزير</b></body>وأضاف<div>رئيس</div></html>', 4],
    ['text in the head', '<html><head>قال وزير</head><body><p>وأضاف رئيس</p></body></html>', 4],
  ])('%s: no word is lost', (name, html, words) => {
    expect(run(`${name}.html`, html).result.corpus.tokens).toBe(words);
  });
});

describe('pages of one kind of thing', () => {
  test('more lines than a call has room for arguments', () => {
    const file = files.write('lines.txt', `عنوان الخبر\n2024-05-31\n${'وزير\n'.repeat(150_000)}`);
    const { code, stdout } = rasid(['articles', file, '--lines', '--format', 'ndjson']);
    expect({ code, lines: stdout.split('\n').length }).toEqual({ code: 0, lines: 150_003 });
  });

  test('dates without a stop: the sentence of each is told around it, not whole', () => {
    const dates = Array.from({ length: 12_000 }, (_, i) => `في ${(i % 28) + 1} مايو ${1990 + (i % 40)}`).join(' ');
    const file = files.write('dates.txt', `عنوان الخبر\n2024-05-31\nالقاهرة - قال الوزير ${dates}.\n`);
    const { code, stdout } = rasid(['timeline', file, '--json']);
    expect({ code, small: stdout.length < 400_000 }).toEqual({ code: 0, small: true });
    const evidence = JSON.parse(stdout).rows.flatMap((row: { evidence: unknown[] }) => row.evidence) as {
      sentence: string;
      surface: string;
    }[];
    expect(evidence.length).toBeGreaterThan(39);
    for (const { sentence, surface } of evidence) {
      expect(sentence.length).toBeLessThan(2003);
      expect(sentence).toContain(surface);
      expect(sentence).toMatch(/^(?:قال|\u2026(?:في|مايو|\d+) ).* (?:في|مايو|\d+)(?:\u2026|\.)$/u);
    }
    const whole = 'قال الوزير في 3 مايو 2024 '.padEnd(1900, 'إن العمل مستمر ').trim();
    const page = files.write('whole.txt', `عنوان الخبر\n2024-05-31\nالقاهرة - ${whole}.\n`);
    expect(JSON.parse(rasid(['timeline', page, '--json']).stdout).rows[0].evidence[0].sentence).toContain(whole);
  });
});
