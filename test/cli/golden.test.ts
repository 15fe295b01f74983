/**
 * What the commands print on the fixtures, byte for byte. A change is read by a person and named in the commit:
 * `RASID_UPDATE_GOLDEN=1 npx vitest run test/cli/golden.test.ts` renews the files.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, rasid } from '../support/program.ts';

const CORPUS = 'fixtures/corpus';

const GOLDEN: readonly (readonly [file: string, ...args: string[]])[] = [
  ['report/report.txt', 'report', CORPUS],
  ['report/report.md', 'report', CORPUS, '--format', 'markdown'],
  ['keywords/top-40.txt', 'keywords', CORPUS, '--top', '40'],
  ['keywords/top-40.ndjson', 'keywords', CORPUS, '--top', '40', '--format', 'ndjson'],
  ['entities/all.txt', 'entities', CORPUS],
  ['entities/all.ndjson', 'entities', CORPUS, '--format', 'ndjson'],
  ['entities/months.txt', 'entities', CORPUS, '--group-by', 'month', '--top', '3'],
  ['entities/matrix.csv', 'entities', CORPUS, '--matrix', '--top', '12', '--format', 'csv'],
  ['entities/pairs.csv', 'entities', CORPUS, '--comentions', 'sentence', '--min-count', '2', '--format', 'csv'],
  ['entities/pairs.gexf', 'entities', CORPUS, '--comentions', 'sentence', '--min-count', '3', '--gexf'],
  ['entities/members.txt', 'entities', CORPUS, '--members', '--id', 'NATO,EU,GCC'],
  ['entities/mentions.ndjson', 'entities', CORPUS, '--mentions', '--type', 'minister'],
  ['timeline/top-40.txt', 'timeline', CORPUS],
  ['timeline/all.ndjson', 'timeline', CORPUS, '--limit', '0', '--format', 'ndjson'],
  ['timeline/plot.txt', 'timeline', CORPUS, '--plot'],
  ['timeline/unresolved.txt', 'timeline', CORPUS, '--unresolved'],
  ['articles/all.txt', 'articles', CORPUS],
  ['articles/all.ndjson', 'articles', CORPUS, '--format', 'ndjson'],
  ['statistics/all.txt', 'statistics', CORPUS],
];

describe('golden output', () => {
  it.each(GOLDEN)('%s', (file, ...args) => {
    const { code, stdout, stderr } = rasid(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const path = resolve(ROOT, 'fixtures/golden', file);
    if (process.env.RASID_UPDATE_GOLDEN === '1') {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, stdout);
    }
    expect(stdout).toBe(readFileSync(path, 'utf8'));
  });
});
