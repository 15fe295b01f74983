/** The commands of the workbench from outside: results valid by their schema, right figures, clear refusals. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../src/report/field.ts';
import { resultSchema } from '../../src/report/result.ts';
import { REPORT_SECTIONS, VIEWS } from '../../src/report/views/index.ts';
import { ndjson, rasid } from '../support/program.ts';

const CORPUS = 'fixtures/corpus';
const folder = mkdtempSync(join(tmpdir(), 'rasid-workbench-'));
afterAll(() => rmSync(folder, { recursive: true }));

const words = join(folder, 'words.json');
const early = join(folder, 'early.json');
const cut = join(folder, 'cut.json');
rasid(['keywords', CORPUS, '--top', '0', '--json', '-o', words]);
rasid(['keywords', CORPUS, '--until', '2024', '--top', '0', '--json', '-o', early]);
rasid(['keywords', CORPUS, '--top', '20', '--json', '-o', cut]);

interface Envelope {
  readonly rows: readonly Record<string, unknown>[];
  readonly warnings: readonly string[];
  readonly corpus: unknown;
  readonly options: Record<string, unknown>;
}

function json(args: readonly string[]): Envelope {
  return JSON.parse(rasid([...args, '--json']).stdout) as Envelope;
}

const COMMANDS: readonly (readonly [schema: string, args: readonly string[]])[] = [
  ['keywords', ['keywords', CORPUS]],
  ['keywords', ['keywords', CORPUS, '--ngrams', '1-5']],
  ['keywords', ['keywords', CORPUS, '--by', 'pos', '--dispersion', '--tfidf']],
  ['keywords', ['keywords', CORPUS, '--group-by', 'month', '--tfidf', '--sort', 'tfidf', '--pos', 'NOUN,x']],
  ['concordance', ['kwic', 'وزير', CORPUS]],
  ['concordance', ['kwic', 'entity:NATO', CORPUS, '--sort', 'left']],
  ['collocates', ['collocates', 'وزير', CORPUS, '--top', '0', '--min-count', '1']],
  ['collocates', ['collocates', 'سيا*', CORPUS, '--across-sentences', '--by', 'surface', '--sort', 'label']],
  ['keyness', ['keyness', `${CORPUS}/cup-*.txt`, '--reference', CORPUS, '--top', '0']],
  ['keyness', ['keyness', CORPUS, '--since', '2025', '--reference', words]],
  ['trend', ['trend', 'قمة', CORPUS]],
  ['trend', ['trend', '*', CORPUS, '--interval', 'week']],
  ['diff', ['diff', early, words]],
  ['tokens', ['tokens', CORPUS]],
  ['statistics', ['statistics', CORPUS]],
  ['statistics', ['statistics', CORPUS, '--unknown', '5', '--vocabulary', 'corpus']],
  ['keywords', ['keywords', CORPUS, '--by', 'surface', '--keep-stop-words', '--label-form', 'surface']],
  ['keywords', ['keywords', CORPUS, '--group-by', 'article', '--dispersion', '--ngrams', '2', '--top', '2']],
  ['collocates', ['collocates', 'entity:NATO', CORPUS, '--window', '0,3', '--keep-stop-words']],
  ['diff', ['diff', early, words, '--unchanged', '--measure', 'perMillion']],
  ['articles', ['articles', CORPUS, '--parts', 'all', '--keep-duplicates']],
  ['lines', ['articles', CORPUS, '--lines']],
  ['check', ['check', CORPUS, '--assert', 'articles>=1', '--assert', 'keyword.حكومة.perMillion>=0']],
  ['metrics', ['check', '--list-metrics']],
  ['metrics', ['check', CORPUS, '--list-metrics']],
  ['explain', ['explain', 'وزير الخارجية المصري يوم الأربعاء 15 أكتوبر']],
];

/** Forms of entities and timeline are validated in forms.test.ts, the report in formats.test.ts. */
const ELSEWHERE = /^(?:report|entit|alliance-members|time)/u;

describe('schemas', () => {
  it('of every result are held against one', () => {
    const here = new Set(COMMANDS.map(([name]) => name));
    const missing = VIEWS.map(({ command }) => command).filter(name => !here.has(name) && !ELSEWHERE.test(name));
    expect(missing).toEqual([]);
  });
  it('refuse unknown fields, however deep', () => {
    const open: string[] = [];
    const walk = (schema: JsonSchema, at: string): void => {
      if (schema.properties && schema.additionalProperties !== false) open.push(at);
      for (const [name, of] of Object.entries(schema.properties ?? {})) walk(of, `${at}/${name}`);
      if (schema.items) walk(schema.items, `${at}/*`);
    };
    for (const view of VIEWS)
      walk(resultSchema(view, view.command === 'report' ? REPORT_SECTIONS : undefined), view.command);
    expect(open).toEqual([]);
  });
});

describe('results', () => {
  it.each(COMMANDS)('%s: %j is valid by its schema, and has rows', (name, args) => {
    const schema = JSON.parse(rasid(['schema', name]).stdout) as object;
    const result = json(args);
    const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
    validate(result);
    expect(validate.errors ?? []).toEqual([]);
    expect(result.rows.length).toBeGreaterThan(0);
  });
  it.each([
    ['keywords', CORPUS, '--ngrams', '2', '--top', '5'],
    ['kwic', 'وزير', CORPUS, '--sample', '5'],
    ['keyness', CORPUS, '--since', '2025', '--reference', words, '--top', '5'],
  ])('%s %s %s %s writes the same rows in every format', (...args) => {
    const { rows } = json(args);
    expect(ndjson(rasid([...args, '--format', 'ndjson']).stdout)).toEqual(rows);
    expect(
      rasid([...args, '--format', 'tsv'])
        .stdout.trimEnd()
        .split('\n').length,
    ).toBe(rows.length + 1);
    expect(
      rasid([...args, '--format', 'markdown'])
        .stdout.trimEnd()
        .split('\n').length,
    ).toBe(rows.length + 2);
  });
});

describe('figures agree between commands', () => {
  const minister = json(['keywords', CORPUS]).rows.find(({ lemma }) => lemma === 'وزير')!;
  it('occurrences of a word: keywords, concordance, collocates, trend', () => {
    expect(json(['kwic', 'الوزراء', CORPUS]).rows.length).toBe(minister.count);
    expect(json(['collocates', 'وزير', CORPUS]).options.occurrences).toBe(minister.count);
    const dated = json(['trend', 'وزير', CORPUS, '--reference-date', '2025-01-01']);
    expect(dated.rows.reduce((sum, { count }) => sum + (count as number), 0)).toBe(minister.count);
    expect(dated.warnings).toEqual([]);
  });
  it('n-grams of one word and a single table are the plain list', () => {
    const plain = json(['keywords', CORPUS, '--by', 'surface', '--top', '0']).rows;
    const grams = json(['keywords', CORPUS, '--by', 'surface', '--ngrams', '1', '--top', '0']).rows;
    const pairs = (rows: Envelope['rows']) => rows.map(({ label, count, articles }) => [label, count, articles]);
    expect(pairs(grams)).toEqual(pairs(plain));
  });
  it('keyness against an earlier result is keyness against its corpus', () => {
    const args = ['keyness', CORPUS, '--since', '2025', '--top', '0', '--reference'];
    const { rows } = json([...args, words]);
    expect(rows).toEqual(json(['keyness', CORPUS, '--since', '2025', '--top', '0', '--reference', words]).rows);
    const own = json(['keyness', CORPUS, '--top', '0', '--min-count', '1', '--reference', words]).rows;
    expect(own.every(({ g2, direction }) => g2 === 0 && direction === 'positive')).toBe(true);
    expect(json(['keyness', CORPUS, '--top', '0', '--min-count', '1', '--reference', CORPUS]).rows).toEqual(own);
  });
  it('a corpus does not differ from itself', () => {
    expect(json(['diff', words, words]).rows).toEqual([]);
    expect(json(['diff', words, words, '--unchanged']).rows.length).toBeGreaterThan(1000);
  });
  it('offsets of concordance and tokens are slices of the file', async () => {
    const { readFileSync } = await import('node:fs');
    for (const command of [['kwic', 'ماء'], ['tokens']]) {
      const { rows } = json([...command, `${CORPUS}/water-summit-preview.txt`]);
      const text = readFileSync(`${CORPUS}/water-summit-preview.txt`, 'utf8').replace(/^\ufeff/u, '');
      for (const row of rows) {
        const slice = text.slice(row.start as number, row.end as number);
        expect(slice).toBe(row.match ?? row.surface);
        expect(text.slice(0, row.start as number).split('\n').length).toBe(row.line);
      }
    }
  });
});

describe('warnings', () => {
  it('a reference made otherwise, and one that was cut', () => {
    const { warnings } = json(['keyness', CORPUS, '--keep-stop-words', '--reference', cut]);
    expect(warnings[0]).toContain('other settings: keepStopWords');
    expect(warnings[1]).toContain('lists 20 words only');
    expect(json(['diff', cut, words]).warnings.join()).toContain('were cut');
  });
  it('a word that does not occur, with near ones', () => {
    const { code, stderr, stdout } = rasid(['kwic', 'حكوومة', CORPUS, '--format', 'ndjson']);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('حكومة');
  });
});

describe('a term that does not occur', () => {
  it.each([
    ['الوزرااء', 'near words: وزراء'],
    ['ناتوو', 'near words: الناتو'],
    ['مجلس الوزرااء', 'near words for "الوزرااء": وزراء'],
    ['قمة وزير', 'its words occur apart'],
    ['=بالناتوو', 'near words: الناتو'],
  ])('%s: %s', (term, told) => {
    const { code, stderr } = rasid(['kwic', term, CORPUS, '--format', 'ndjson']);
    expect({ code, lines: stderr.trimEnd().split('\n').length }).toEqual({ code: 0, lines: 1 });
    expect(stderr).toContain(told);
  });
  it('a name is found without its article', () => {
    const rows = (term: string) => json(['kwic', term, CORPUS]).rows;
    expect(rows('ناتو')).toEqual(rows('الناتو'));
    expect(rows('ناتو').length).toBeGreaterThan(0);
    expect(rows('أردن')).toEqual(rows('الأردن'));
  });
});

describe('entities by name', () => {
  it.each(['الناتو', 'حلف شمال الأطلسي', 'nato', 'North Atlantic Treaty Organization'])('%s is NATO', name => {
    const args = (id: string) => ['kwic', `entity:${id}`, CORPUS];
    expect(json(args(name)).rows).toEqual(json(args('NATO')).rows);
    const filtered = (id: string) => json(['keywords', CORPUS, '--entity', id]).corpus;
    expect(filtered(name)).toEqual(filtered('NATO'));
  });
});

describe('filters that leave nothing', () => {
  it('are named', () => {
    const { code, stderr } = rasid(['keywords', CORPUS, '--since', '2090', '--min-words', '5', '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'rasid: warning: no article passes --since, --min-words\n' });
  });
});

describe('help', () => {
  it('of a command is the same by both ways', () => {
    expect(rasid(['help', 'keyness']).stdout).toBe(rasid(['keyness', '--help']).stdout);
  });
});

describe('refusals', () => {
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{"rows": [1]}');
  it.each([
    [['kwic'], 'no term'],
    [['kwic', CORPUS], 'the term comes first'],
    [['kwic', CORPUS, 'وزير'], 'the term comes first'],
    [['keywords', CORPUS, '--contains', ''], 'no word to look for'],
    [['keywords', CORPUS, '--entity', 'NATOO'], 'near: NATO'],
    [['kwic', 'entity:مصر وتركيا', CORPUS], 'several entities: EG, TR'],
    [['completion'], 'name a shell'],
    [['schema'], 'name a result'],
    [['kwic', '،', CORPUS, '--stem', 'none', '--sort', 'up'], 'up'],
    [['kwic', 'entity:NATOO', CORPUS], 'NATO'],
    [['collocates', 'وزير', CORPUS, '--window', '0'], 'no window'],
    [['collocates', 'وزير', CORPUS, '--by', 'pos'], 'pos'],
    [['keyness', CORPUS], 'no reference'],
    [['keyness', CORPUS, '--reference', broken], 'no result of rasid'],
    [['keyness', CORPUS, '--reference', join(folder, 'missing.json')], 'ENOENT'],
    [['keywords', CORPUS, '--ngrams', '6'], 'n-grams'],
    [['keywords', CORPUS, '--pos', 'NOMEN'], 'NOMEN'],
    [['keywords', CORPUS, '--sort', 'arf'], '--dispersion'],
    [['diff', words], 'two results'],
    [['diff', words, words, '--measure', 'weight'], 'perMillion'],
  ])('%j', (args, reason) => {
    const { code, stdout, stderr } = rasid(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
    expect(stderr.trimEnd().split('\n').length).toBe(1);
  });
});
