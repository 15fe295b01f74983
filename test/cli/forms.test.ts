/** Every form of `entities` and `timeline` through the built program: JSON as its schema says, CSV, graphs, usage errors. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { resultSchema } from '../../src/report/result.ts';
import { VIEWS } from '../../src/report/views/index.ts';
import { rasid } from '../support/program.ts';

const CORPUS = 'fixtures/corpus';
const ajv = new Ajv2020({ strict: false });

const FORMS: readonly (readonly [schema: string, ...args: string[]])[] = [
  ['entities/1', 'entities', CORPUS],
  ['entities/1', 'entities', CORPUS, '--class', 'alliance', '--min-mentions', '2', '--labels', 'both'],
  ['entity-mentions/1', 'entities', CORPUS, '--mentions', '--context', '4'],
  ['entity-groups/1', 'entities', CORPUS, '--group-by', 'month', '--top', '3'],
  ['entity-groups/1', 'entities', CORPUS, '--group-by', 'source', '--top', '3'],
  ['entity-groups/1', 'entities', CORPUS, '--group-by', 'article', '--top', '3'],
  ['entity-matrix/1', 'entities', CORPUS, '--matrix', '--top', '20'],
  ['entity-pairs/1', 'entities', CORPUS, '--comentions', 'article', '--top', '50'],
  ['entity-pairs/1', 'entities', CORPUS, '--comentions', 'sentence', '--min-count', '2'],
  ['alliance-members/1', 'entities', CORPUS, '--members'],
  ['timeline/1', 'timeline', CORPUS],
  [
    'timeline/1',
    'timeline',
    CORPUS,
    '--granularity',
    'month',
    '--from',
    '2024',
    '--to',
    '2025-03',
    '--min-articles',
    '2',
  ],
  ['timeline-density/1', 'timeline', CORPUS, '--plot'],
  ['timeline-unresolved/1', 'timeline', CORPUS, '--unresolved', '--limit', '0'],
  ['time-mentions/1', 'timeline', CORPUS, '--mentions'],
];

describe('JSON', () => {
  it.each(FORMS)('%s of rasid %s %s %s %s %s', (name, ...args) => {
    const { code, stdout, stderr } = rasid([...args, '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const result = JSON.parse(stdout) as { schema: string; rows: unknown[] };
    expect(result.schema).toBe(name);
    expect(result.rows.length).toBeGreaterThan(0);
    const view = VIEWS.find(({ command, version }) => `${command}/${version}` === name)!;
    const validate = ajv.compile(resultSchema(view));
    expect(validate(result), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  });
});

describe('forms', () => {
  const lines = (...args: string[]): string[] => rasid(args).stdout.trimEnd().split(/\r?\n/u);

  it('give co-mentions as an edge list that Gephi reads', () => {
    const [header, first] = lines(
      'entities',
      CORPUS,
      '--comentions',
      'sentence',
      '--type',
      'country',
      '--format',
      'csv',
    );
    expect(header).toBe('Source,Target,Weight,Type,Jaccard,PMI,SourceLabel,TargetLabel');
    expect(first).toMatch(/^country:[A-Z]{2},country:[A-Z]{2},\d+,Undirected,/u);
  });

  it('give a matrix with a column per entity and a row per article', () => {
    const [header, ...rows] = lines(
      'entities',
      CORPUS,
      '--matrix',
      '--type',
      'alliance',
      '--top',
      '3',
      '--format',
      'csv',
    );
    expect(header.split(',')).toHaveLength(6);
    expect(rows).toHaveLength(42);
    expect(rows.every(row => /,\d+,\d+,\d+$/u.test(row))).toBe(true);
  });

  it('give a graph', () => {
    const { stdout } = rasid(['entities', CORPUS, '--gexf', '--top', '5']);
    expect(stdout.match(/<edge /gu)).toHaveLength(5);
  });

  it('give dates with their sentences', () => {
    const dates = JSON.parse(rasid(['timeline', CORPUS, '--dates']).stdout) as Record<string, string[]>;
    expect(Object.keys(dates).every(date => /^\d{4}-\d{2}-\d{2}$/u.test(date))).toBe(true);
    expect(Object.keys(dates)).toEqual(Object.keys(dates).sort());
    expect(
      Object.values(dates).every(sentences => sentences.length > 0 && new Set(sentences).size === sentences.length),
    ).toBe(true);
  });

  it('keep what is said in sentences that mention the entity', () => {
    const { rows } = JSON.parse(rasid(['timeline', CORPUS, '--entity', 'NATO', '--json']).stdout) as {
      rows: { evidence: { entities: string[] }[] }[];
    };
    expect(rows.length).toBeGreaterThan(0);
    for (const { evidence } of rows) for (const { entities } of evidence) expect(entities).toContain('NATO');
  });

  it('show words around a mention that join to the text of the file', () => {
    const rows = lines('entities', CORPUS, '--mentions', '--id', 'EU', '--context', '2').map(
      line => JSON.parse(line) as { surface: string; context: { left: string; right: string } },
    );
    for (const { context } of rows) {
      expect(context.left.split(/\s+/u).filter(Boolean).length).toBeLessThanOrEqual(4);
      expect(context.right.split(/\s+/u).filter(Boolean).length).toBeLessThanOrEqual(4);
    }
    expect(rows.some(({ context }) => context.left !== '' && context.right !== '')).toBe(true);
  });

  it.each([
    [['entities', CORPUS, '--matrix', '--members'], '--matrix and --members exclude one another'],
    [['entities', CORPUS, '--context', '3'], '--context goes with --mentions'],
    [['entities', CORPUS, '--matrix', '--gexf'], '--gexf goes with --comentions'],
    [['entities', CORPUS, '--class', 'club'], '"club" is no class'],
    [['timeline', CORPUS, '--plot', '--dates'], '--plot and --dates exclude one another'],
  ])('refuse %j', (args, message) => {
    const { code, stdout, stderr } = rasid(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
