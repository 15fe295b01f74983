/**
 * Mutated HTML, CSV and files of the user through the whole program in this process: only the errors a user may see are
 * thrown, JSON is valid, every span slices the text that was read.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { loadConfig } from '../../src/cli/config.ts';
import { OPTIONS, type OptionDefinition, type OptionName } from '../../src/cli/options.ts';
import { csvRows } from '../../src/corpus/csv.ts';
import type { Document } from '../../src/corpus/document.ts';
import { readDocuments } from '../../src/corpus/read.ts';
import { CorpusError, LexiconError, UsageError } from '../../src/errors.ts';
import { expectSlices, mutated, piece, type Row, RUNS, run } from '../support/mutants.ts';
import { ndjson } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

const files = scratch();
const EVERY = { languages: ['ar', 'fa', 'ur', 'other'], keepRepeats: true, keepDuplicates: true };
vi.spyOn(process.stderr, 'write').mockReturnValue(true);

/** Reads a file, then runs over it the commands that give spans; each must slice the text or the title that was read. */
async function checkFile(file: string, options: object = {}): Promise<void> {
  const documents = new Map<string, Document>();
  for await (const outcome of readDocuments([{ path: file }]))
    if (!(outcome instanceof CorpusError)) documents.set(outcome.id, outcome);
  const report = await run('report', file, { json: true, ...EVERY, ...options });
  if (report !== '') JSON.parse(report);
  for (const command of ['entities', 'timeline']) {
    const rows = ndjson<Row>(await run(command, file, { mentions: true, format: 'ndjson', ...EVERY, ...options }));
    expectSlices(rows, ({ article, part }) => {
      const { kind, text, stated } = documents.get(article.replace(/#\d+$/u, ''))!;
      return kind === 'record' && part === 'title' ? stated.title! : text;
    });
  }
}

/** `text` with pieces put in at random places. */
function sprinkled(text: string, inserts: readonly (readonly [number, string])[]): string {
  return inserts.reduce((result, [at, insert]) => {
    const place = at % (result.length + 1);
    return result.slice(0, place) + insert + result.slice(place);
  }, text);
}

function inserts(value: fc.Arbitrary<string>): fc.Arbitrary<[number, string][]> {
  return fc.array(fc.tuple(fc.nat(5000), value), { maxLength: 10 });
}

const MARKUP = [
  '<',
  '>',
  '</',
  '/>',
  '<p>',
  '</p>',
  '<div class="menu">',
  '</div>',
  '<article>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<script>',
  '</script>',
  '<style>',
  '<template>',
  '<svg><title>',
  '<table><tr><td>',
  '<li>',
  '<br>',
  '<title>',
  '</title>',
  '<head>',
  '</head>',
  '<body>',
  '</body></html>',
  '<meta charset="windows-1256">',
  '<meta property="og:title" content="',
  '<meta property="article:published_time" content="2024-13-45">',
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":[1]',
  '<a href="javascript:1">',
  '&lt;',
  '&#0;',
  '&#xD800;',
  '&#x110000;',
  '&amp;amp;',
  '&zwnj;',
  '"',
  "'",
  '=',
  '\0',
  '\u202e',
  '<x y=z y=z>',
  '<frameset>',
  '<plaintext>',
  '<textarea>',
  '<select><option>',
  '<base href="//x">',
];

describe('HTML', () => {
  const skeleton = fc.constantFrom(
    (title: string, body: string) =>
      `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>${title}</title></head><body><nav><ul><li>الرئيسية</ul></nav><article><h1>${title}</h1><p>${body}</p></article></body></html>`,
    (title: string, body: string) => `<title>${title}</title><p>${body.replaceAll('\n', '<p>')}`,
    (title: string, body: string) =>
      `<html><head><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: title, datePublished: '2024-05-31' })}</script></head><body><table><tr><td>${body.replaceAll('\n', '<br>')}</table>`,
  );
  const html = fc
    .tuple(skeleton, mutated, mutated, inserts(fc.oneof(fc.constantFrom(...MARKUP), piece)))
    .map(([make, title, body, into]) => sprinkled(make(title.slice(0, 80), body), into));

  test('mutated pages', async () => {
    await fc.assert(
      fc.asyncProperty(html, text => checkFile(files.write('page.html', text))),
      { numRuns: Math.ceil(RUNS / 2) }, // reading HTML costs more than all else
    );
  });
});

describe('CSV', () => {
  const cell = fc.oneof(mutated, piece, fc.constantFrom('', '"', '""', ',', ';', '\t', '\r', '\n', '=1+1', '\ufeff'));
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });
  const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

  test('whatever is quoted by RFC 4180 is read back', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), (cells, lineEnd) => {
        const text = [['id', 'text', 'title', 'tags'], ...cells].map(row => row.map(quoted).join(',')).join(lineEnd);
        expect([...csvRows(text)].slice(1).map(row => row.cells)).toEqual(cells);
      }),
      { numRuns: RUNS * 4 },
    );
  });

  test('mutated files', async () => {
    const file = fc.tuple(rows, inserts(fc.oneof(fc.constantFrom('"', ',', '\n', '\r', ';', '\0'), piece)));
    await fc.assert(
      fc.asyncProperty(file, ([cells, into]) => {
        const lines = cells.map((row, index) => [`r${index}`, ...row.slice(0, 3)].map(quoted).join(','));
        return checkFile(files.write('rows.csv', sprinkled(`id,text,title,tags\n${lines.join('\n')}\n`, into)));
      }),
      { numRuns: RUNS },
    );
  });
});

/** Runs `read`; only what a user may see is thrown. */
function refusesOrReads<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof UsageError || error instanceof LexiconError) return undefined;
    throw error;
  }
}

const ODD = [
  '',
  '__proto__',
  'constructor',
  '#',
  '/',
  '1e999',
  '-1',
  '0',
  'ar',
  'وزير',
  '2024-02-31',
  '\0',
  '[',
  '(?:',
  'all',
];

describe('files of the user', () => {
  const PAGE = files.write(
    'a.txt',
    'وزير خارجية مصر يزور عمان\n2024-05-31\nقال وزير الخارجية إن الناتو والأردن اتفقا.\n',
  );
  /** Options that name files or write, and those that would read this process's standard input. */
  const FILES = ['output', 'config', 'checks', 'baseline', 'update', 'reporter', 'filesFrom', 'gazetteer', 'stopWords'];
  const names = Object.keys(OPTIONS).filter(name => !FILES.includes(name));
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.oneof(fc.constantFrom(...ODD), fc.boolean(), fc.integer(), fc.double()) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...ODD), { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );

  test('configuration', async () => {
    /** What an option may take, as often as what it may not. */
    const entry = fc.constantFrom(...names).chain(name => {
      const { choices = [], flags } = OPTIONS[name as OptionName] as OptionDefinition;
      const good = flags.includes('<') ? fc.constantFrom('1', '2', ...choices) : fc.boolean();
      return fc.tuple(fc.constant(name), fc.oneof(good, value));
    });
    const config = fc.array(fc.oneof({ weight: 9, arbitrary: entry }, fc.tuple(fc.string(), value)), { maxLength: 3 });
    const commands = fc.constantFrom('report', 'keywords', 'entities', 'timeline', 'statistics', 'articles', 'trend');
    await fc.assert(
      fc.asyncProperty(config, commands, inserts(piece), fc.boolean(), async (entries, command, into, whole) => {
        const json = `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${JSON.stringify(item)}`).join(',')}}`;
        const file = files.write('config.json', whole ? json : sprinkled(json, into));
        const options = refusesOrReads(() => loadConfig(['--config', file], {}));
        if (options) await run(command, PAGE, Object.fromEntries(options));
      }),
      { numRuns: RUNS * 4 },
    );
  });

  test('gazetteer', async () => {
    const phrase = fc.oneof(
      fc.constantFrom('مصر', 'الناتو', 'وزير', 'قال وزير', 'الأردن', 'عمان', 'ـ', 'لا', ...ODD),
      piece,
    );
    const entry = fc.record(
      {
        type: fc.constantFrom(
          'country',
          'alliance',
          'minister',
          'person',
          'x-1',
          'constructor',
          '__proto__',
          'Über',
          '',
        ),
        id: fc.oneof(fc.constantFrom('EG', 'NATO', 'ZZ', '__proto__', 'EG:foreign', ''), fc.string()),
        names: fc.array(phrase, { maxLength: 3 }),
        not: fc.array(phrase, { maxLength: 2 }),
        ar: fc.oneof(phrase, fc.jsonValue()),
        en: fc.string(),
      },
      { requiredKeys: ['type', 'id', 'names'] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { maxLength: 4 }),
        inserts(piece),
        fc.boolean(),
        async (entries, into, whole) => {
          const json = JSON.stringify({ schema: 'gazetteer/1', entries });
          const gazetteer = files.write('gazetteer.json', whole ? json : sprinkled(json, into));
          await checkFile(PAGE, { gazetteer });
        },
      ),
      { numRuns: RUNS * 2 },
    );
  });

  test('demands and baselines', async () => {
    const name = fc.oneof(
      fc.constantFrom('articles', 'tokens', 'date.known', 'entity.country.EG.mentions', 'date.*', ...ODD),
      fc.string(),
    );
    const odd = fc.oneof(fc.constantFrom('2..1', '>= NaN', '>=2024-02-31', ''), fc.string(), fc.jsonValue());
    const known = fc.constantFrom('articles', 'tokens', 'date.known', 'entity.country.EG.mentions');
    /** Most of it as it should be: what is refused at once tries nothing behind it. */
    const texts = (good: fc.Arbitrary<string>): fc.Arbitrary<object> =>
      fc.oneof(
        { weight: 4, arbitrary: fc.dictionary(known, good) },
        { weight: 1, arbitrary: fc.dictionary(name, fc.oneof(good, odd)) },
      );
    const demands = texts(fc.constantFrom('>=1', '<=5', '=3', '1..2', '±2%'));
    const tolerances = texts(fc.constantFrom('±0', '±2%', '±1e3'));
    const made = files.path('made.json');
    await run('check', PAGE, { baseline: made, update: true });
    const old = JSON.parse(readFileSync(made, 'utf8'));
    const figures = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.dictionary(known, fc.oneof(fc.integer(), fc.constant(null), fc.constant('2024-05-31'))),
      },
      { weight: 1, arbitrary: fc.dictionary(name, fc.jsonValue()) },
    );
    const example = fc.record({
      assert: demands,
      tolerance: tolerances,
      figures,
      into: inserts(piece),
      whole: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(example, async ({ assert, tolerance, figures, into, whole }) => {
        files.write('baseline.json', JSON.stringify({ ...old, figures: { ...old.figures, ...figures } }));
        const json = JSON.stringify({ assert, baseline: { file: 'baseline.json', tolerance } });
        const checks = files.write('checks.json', whole ? json : sprinkled(json, into));
        const text = await run('check', PAGE, { checks, json: true });
        if (text !== '') JSON.parse(text);
      }),
      { numRuns: RUNS * 4 },
    );
  });
});
