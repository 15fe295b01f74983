import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvRows } from '../../src/corpus/csv.ts';
import { jsonElements } from '../../src/corpus/elements.ts';
import { type Outcome, type ReadOptions, readDocuments } from '../../src/corpus/read.ts';
import { CorpusError } from '../../src/errors.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'rasid-read-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function read(name: string, content: string | Buffer, options: ReadOptions = {}): Promise<Outcome[]> {
  const path = join(root, name);
  writeFileSync(path, content);
  const outcomes: Outcome[] = [];
  for await (const outcome of readDocuments([{ path }], options)) outcomes.push(outcome);
  return outcomes;
}

const brief = (outcomes: Outcome[]): unknown[] =>
  outcomes.map(outcome =>
    outcome instanceof CorpusError ? `${outcome.code}@${outcome.offset}` : `${outcome.id}=${outcome.text}`,
  );

describe('NDJSON', () => {
  test('a broken line is named, blank lines pass, the last needs no LF', async () => {
    const content =
      '{"id":"a","text":"واحد"}\r\n\n{oops\n[1]\n{"id":5,"text":"خمسة"}\n{"title":"بلا نص"}\n{"id":"z","text":""}';
    expect(brief(await read('a.ndjson', content))).toEqual([
      'a=واحد',
      'record@3',
      'record@4',
      '5=خمسة',
      'record@6',
      'z=',
    ]);
  });

  test('lines longer than one piece of the stream', async () => {
    const long = 'كلمة '.repeat(400_000);
    const [first, second] = await read(
      'long.ndjson',
      `${JSON.stringify({ id: 1, text: long })}\n{"id":2,"text":"ب"}\n`,
    );
    expect(first).toMatchObject({ id: '1', line: 1 });
    expect((first as { text: string }).text.length).toBe(long.length);
    expect(second).toMatchObject({ id: '2', line: 2 });
  });

  test('an overlong record is dropped by itself', async () => {
    const content = `{"id":1,"text":"${'x'.repeat(500)}"}\n{"id":2,"text":"ب"}\n`;
    expect(brief(await read('limit.ndjson', content, { maxFileSize: 200 }))).toEqual(['too-large@1', '2=ب']);
  });

  test('bytes that are no text are named with the line', async () => {
    const content = Buffer.concat([
      Buffer.from('{"id":1,"text":"ا"}\n{"text":"'),
      Buffer.from([0xff]),
      Buffer.from('"}\n{"id":3,"text":"ج"}'),
    ]);
    expect(brief(await read('bytes.ndjson', content))).toEqual(['1=ا', 'undecodable@2', '3=ج']);
  });

  test('UTF-16 with byte order mark', async () => {
    const content = Buffer.from('\ufeff{"id":1,"text":"ا"}\n{"id":2,"text":"ب"}\n', 'utf16le');
    expect(brief(await read('wide.ndjson', content))).toEqual(['1=ا', '2=ب']);
  });

  test('a record without id is known by path and line; hostile names are only names', async () => {
    const [only] = await read('p.ndjson', '{"__proto__":{"text":"x"},"constructor":1,"text":"نص"}');
    expect(only).toMatchObject({ id: `${join(root, 'p.ndjson')}:1`, text: 'نص' });
    expect(brief(await read('q.ndjson', '{"__proto__":{"text":"x"}}'))).toEqual(['record@1']);
  });

  test('fields under other names, tags as text or list', async () => {
    const content = '{"nr":7,"body":"نص","heading":"عنوان","tags":"أ، ب|ج"}\n{"nr":8,"body":"نص","tags":["س"," ",1]}';
    const [first, second] = await read('f.ndjson', content, { fields: { id: 'nr', text: 'body', title: 'heading' } });
    expect(first).toMatchObject({ id: '7', text: 'نص', stated: { title: 'عنوان', tags: ['أ', 'ب', 'ج'] } });
    expect(second).toMatchObject({ stated: { tags: ['س', '1'] } });
  });

  test('standard input is NDJSON unless said otherwise', async () => {
    const stdin = (text: string): AsyncIterable<Buffer> => ({
      async *[Symbol.asyncIterator]() {
        for (const byte of Buffer.from(text)) yield Buffer.from([byte]);
      },
    });
    const all = async (text: string, options: ReadOptions = {}): Promise<Outcome[]> => {
      const outcomes: Outcome[] = [];
      for await (const outcome of readDocuments([{ path: '-' }], { ...options, stdin: stdin(text) }))
        outcomes.push(outcome);
      return outcomes;
    };
    expect(brief(await all('{"id":1,"text":"ا"}\n{"id":2,"text":"ب"}'))).toEqual(['1=ا', '2=ب']);
    expect(brief(await all('خبر\nنص', { input: 'txt' }))).toEqual(['-=خبر\nنص']);
    expect(brief(await all('id,text\n1,ا\n', { input: 'csv' }))).toEqual(['1=ا']);
  });

  test('standard input may be packed', async () => {
    const packed = gzipSync('{"id":1,"text":"ا"}\n{"id":2,"text":"ب"}\n');
    const all = async (bytes: Buffer, size: number): Promise<unknown[]> => {
      async function* stdin(): AsyncGenerator<Buffer> {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      }
      const outcomes: Outcome[] = [];
      for await (const outcome of readDocuments([{ path: '-' }], { stdin: stdin() })) outcomes.push(outcome);
      return brief(outcomes);
    };
    expect(await all(packed, 1)).toEqual(['1=ا', '2=ب']);
    expect(await all(packed, 1000)).toEqual(['1=ا', '2=ب']);
    expect((await all(packed.subarray(0, -12), 1000)).at(-1)).toBe('truncated@undefined');
  });

  test('UTF-16 by the word of the user', async () => {
    const content = Buffer.from('{"id":1,"text":"ا"}\n{"id":2,"text":"ب"}\n', 'utf16le');
    expect(brief(await read('forced.ndjson', content, { encoding: 'utf-16le' }))).toEqual(['1=ا', '2=ب']);
  });

  test('packed records; a truncated file gives what came before it and an error', async () => {
    const lines = Array.from({ length: 3000 }, (_, id) =>
      JSON.stringify({ id, text: `نص ${id} ${Math.imul(id, 2654435761)}` }),
    ).join('\n');
    const packed = gzipSync(lines);
    expect((await read('x.ndjson.gz', packed)).length).toBe(3000);
    const cut = await read('y.ndjson.gz', packed.subarray(0, packed.length - 20));
    expect(cut.at(-1)).toMatchObject({ code: 'truncated' });
  });
});

describe('JSON', () => {
  test('an array, one broken element in it', async () => {
    const content = '[\n {"id":1,"text":"ا, ] \\" }"},\n {"id":2,,},\n {"id":3,"text":"ج"}\n]';
    expect(brief(await read('a.json', content))).toEqual(['1=ا, ] " }', 'record@3', '3=ج']);
  });

  test.each([
    ['{"id":1,"text":"ا"}', ['1=ا']],
    ['[]', []],
    ['"text"', ['record@1']],
    ['[{"id":1,"text":"ا"},\n', ['1=ا', 'record@2']],
    ['', ['record@1']],
    ['[{"id":1,"text":"ا"}]\n[{"id":2,"text":"ب"}]', ['1=ا', 'record@2']],
    ['[]]', ['record@1']],
  ])('%s', async (content, expected) => expect(brief(await read('b.json', content))).toEqual(expected));

  test('deep nesting costs no stack', () => {
    expect([...jsonElements(`[${'['.repeat(1_000_000)}`)].length).toBe(1);
  });
});

describe('CSV', () => {
  const rows = (text: string): unknown =>
    [...csvRows(text)].map(({ cells, line, open }) => [line, ...cells, ...(open ? ['OPEN'] : [])]);

  test.each([
    [
      'a,b\n1,2\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'a,b\r\n"x,""y""","z\nw"\r\nq,',
      [
        [1, 'a', 'b'],
        [2, 'x,"y"', 'z\nw'],
        [4, 'q', ''],
      ],
    ],
    [
      'a;b;c\n1;2,5;3',
      [
        [1, 'a', 'b', 'c'],
        [2, '1', '2,5', '3'],
      ],
    ],
    [
      'a\tb\n1\t2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'a,b\n\n1,2\n\n',
      [
        [1, 'a', 'b'],
        [3, '1', '2'],
      ],
    ],
    [
      'a,b\n"open,1\n',
      [
        [1, 'a', 'b'],
        [2, 'open,1\n', 'OPEN'],
      ],
    ],
    [
      'a,b\n"ends""',
      [
        [1, 'a', 'b'],
        [2, 'ends"', 'OPEN'],
      ],
    ],
    ['', []],
  ])('%j', (text, expected) => expect(rows(text)).toEqual(expected));

  test('without a header there is an error', async () => {
    expect(brief(await read('empty.csv', ''))).toEqual(['record@undefined']);
  });
});

describe('files', () => {
  test('a size limit is named, also inside gzip', async () => {
    expect(await read('big.txt', 'x'.repeat(1000), { maxFileSize: 100 })).toMatchObject([{ code: 'too-large' }]);
    expect(
      await read('bomb.txt.gz', gzipSync(Buffer.alloc(5_000_000, 0x61)), { maxFileSize: 1_000_000 }),
    ).toMatchObject([{ code: 'too-large' }]);
    expect(await read('fake.txt.gz', 'no gzip at all')).toMatchObject([{ code: 'corrupt' }]);
  });

  test('a vanished file and a folder in its place', async () => {
    const outcomes: Outcome[] = [];
    for await (const outcome of readDocuments([{ path: join(root, 'gone.txt') }, { path: root }]))
      outcomes.push(outcome);
    expect(outcomes).toMatchObject([{ code: 'ENOENT' }, { code: 'special' }]);
  });

  test('the reused buffer does not run from one page into the next', async () => {
    const paths = ['نص طويل '.repeat(200), 'قصير'].map((content, index) => {
      const path = join(root, `n${index}.txt`);
      writeFileSync(path, content);
      return { path };
    });
    const texts: string[] = [];
    for await (const outcome of readDocuments(paths)) texts.push((outcome as { text: string }).text);
    expect(texts[1]).toBe('قصير');
  });
});
