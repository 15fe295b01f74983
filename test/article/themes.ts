/** Loads the themes of fixtures/pages and reads them with the program's own readers. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Article, Part } from '../../src/article/article.ts';
import { createArticleReader } from '../../src/article/read-articles.ts';
import type { Document } from '../../src/corpus/document.ts';
import { type Outcome, readDocuments } from '../../src/corpus/read.ts';
import { Vocabulary } from '../../src/text/vocabulary.ts';

const ROOT = new URL('../../fixtures/pages/', import.meta.url).pathname;

/** What a person wrote down about a theme; a field that is left out is not asked about. */
export interface Expected {
  readonly note: string;
  readonly file: string;
  readonly encoding?: string;
  readonly title?: string | null;
  readonly published?: string | null;
  readonly basis?: string | null;
  readonly source?: string | null;
  readonly author?: string;
  readonly language?: string;
  readonly derived?: boolean;
  readonly tags?: readonly string[];
  readonly repeated?: readonly number[];
  /** Line → part, with `related:` before the parts of related articles; `dateline+body` for a line of two parts. */
  readonly lines?: Readonly<Record<string, string>>;
  readonly body?: readonly string[];
  readonly error?: string;
  readonly offset?: number;
  readonly records?: readonly {
    readonly id?: string;
    readonly line: number;
    readonly title?: string;
    readonly published?: string | null;
    readonly basis?: string;
    readonly tags?: readonly string[];
    readonly error?: string;
  }[];
}

export interface Theme {
  readonly name: string;
  readonly path: string;
  readonly expected: Expected;
}

export const THEMES: readonly Theme[] = readdirSync(ROOT)
  .sort()
  .map(name => {
    const expected = JSON.parse(readFileSync(`${ROOT}${name}/expected.json`, 'utf8')) as Expected;
    return { name, path: `${ROOT}${name}/${expected.file}`, expected };
  });

/** Documents and errors of one theme. */
export async function outcomesOf(theme: Theme): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for await (const outcome of readDocuments([{ path: theme.path }])) outcomes.push(outcome);
  return outcomes;
}

const read = createArticleReader(new Vocabulary());

export function articlesOf(document: Document): Article[] {
  return read(document);
}

function named(article: Article, part: Part): string {
  return (article.kind === 'related' ? 'related:' : '') + part.part;
}

/** Line → part as the program sees it, in the notation of {@link Expected}; with the rule for explaining a failure. */
export function linesOf(articles: readonly Article[]): Map<string, { part: string; rule: string }> {
  const lines = new Map<string, { part: string; rule: string }>();
  for (const article of articles) {
    for (const part of article.parts) {
      const line = String(part.line);
      const before = lines.get(line);
      const name = named(article, part);
      lines.set(line, {
        part: before ? `${before.part}+${part.part}` : name,
        rule: before ? `${before.rule}+${part.rule}` : part.rule,
      });
    }
  }
  return lines;
}
