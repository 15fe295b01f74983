/**
 * Reading of pages against what a person wrote down, over fixtures/pages and fixtures/corpus. The floors are pinned: they
 * may be raised and are never quietly lowered.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { type Outcome, readDocuments } from '../../src/corpus/read.ts';
import { CorpusError } from '../../src/errors.ts';
import { articlesOf, linesOf, outcomesOf, THEMES } from '../article/themes.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url).pathname;

interface ExpectedFile {
  readonly file: string;
  readonly articles: readonly {
    readonly published: string | null;
    readonly lines?: Readonly<Record<string, string>>;
  }[];
}

class Score {
  lines = 0;
  rightLines = 0;
  /** Pages that state their date, and those of them on which it was found. */
  datable = 0;
  rightDates = 0;
  /** Dates given to pages that state none, or other than the stated one. */
  readonly invented: string[] = [];
  readonly wrong: string[] = [];

  date(where: string, article: Article | undefined, expected: string | null): void {
    const found = article?.published?.date ?? null;
    if (expected !== null) this.datable++;
    if (found === expected && found !== null) this.rightDates++;
    if (found === expected) return;
    const told = `${where}: published ${found}, expected ${expected}`;
    this.wrong.push(told);
    if (found !== null) this.invented.push(told);
  }

  line(where: string, found: { part: string; rule: string } | undefined, accepted: readonly string[]): void {
    this.lines++;
    if (found && accepted.includes(found.part)) this.rightLines++;
    else this.wrong.push(`${where}: ${found?.part} by rule ${found?.rule}, expected ${accepted.join(' or ')}`);
  }
}

async function scoreThemes(score: Score): Promise<void> {
  for (const theme of THEMES) {
    const { expected } = theme;
    if (!expected.lines) continue;
    const [document] = await outcomesOf(theme);
    if (document instanceof CorpusError) throw document;
    const articles = articlesOf(document);
    const found = linesOf(articles);
    score.date(theme.name, articles[0], expected.published ?? null);
    for (const [line, part] of Object.entries(expected.lines))
      score.line(`${theme.name}:${line}`, found.get(line), [part]);
  }
}

async function scoreCorpus(score: Score): Promise<void> {
  for (const name of readdirSync(`${FIXTURES}expected`)) {
    const { file, articles } = JSON.parse(readFileSync(`${FIXTURES}expected/${name}`, 'utf8')) as ExpectedFile;
    if (!file?.endsWith('.txt')) continue;
    const outcomes: Outcome[] = [];
    for await (const outcome of readDocuments([{ path: `${FIXTURES}corpus/${file}` }])) outcomes.push(outcome);
    const [document] = outcomes;
    if (document instanceof CorpusError) throw document;
    const read = articlesOf(document);
    const found = linesOf(read);
    for (const [index, { published, lines }] of articles.entries()) {
      score.date(`${file}#${index}`, read[index], published);
      for (const [line, parts] of Object.entries(lines ?? {})) {
        const got = found.get(line);
        const bare = got && { ...got, part: got.part.replace('related:', '') };
        score.line(`${file}:${line}`, bare, [parts, ...parts.split('|')]);
      }
    }
  }
}

test('lines in their part and dates of publication', async () => {
  const score = new Score();
  await scoreThemes(score);
  await scoreCorpus(score);
  const told = score.wrong.join('\n');
  expect(score.lines).toBeGreaterThan(1000);
  expect(score.rightLines / score.lines, told).toBeGreaterThanOrEqual(0.98);
  expect(score.datable).toBeGreaterThan(85);
  expect(score.rightDates / score.datable, told).toBeGreaterThanOrEqual(0.95);
  expect(score.invented, 'the date of a visit is never taken silently').toEqual([]);
});
