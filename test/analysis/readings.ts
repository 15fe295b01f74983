/** Readings and indexes for tests, made of texts that are given. */
import type { Article } from '../../src/article/article.ts';
import { Reader, type Reading } from '../../src/article/reading.ts';
import type { Options } from '../../src/cli/options.ts';
import { loadWordIndex } from '../../src/cli/tools.ts';
import type { Document } from '../../src/corpus/document.ts';
import type { WordIndex } from '../../src/text/word-index.ts';

/** An article whose body is `text`, published on `published`. */
export function article(text: string, id = 'test.txt', published?: string, source?: string): Article {
  const document: Document = {
    path: id,
    id,
    kind: 'page',
    text,
    line: 1,
    encoding: 'utf-8',
    derived: false,
    stated: {},
  };
  return {
    id,
    path: id,
    line: 1,
    kind: 'main',
    document,
    parts: [{ part: 'body', rule: 'test', text, start: 0, end: text.length, line: 1 }],
    ...(published === undefined ? {} : { published: { date: published, basis: 'record' } }),
    ...(source === undefined ? {} : { source }),
    tags: [],
    language: 'ar',
  };
}

/** A word index with our lexicon (`light`), or another stemmer. */
export function wordIndex(stem: Options['stem'] = 'light'): Promise<WordIndex> {
  return loadWordIndex({ stem });
}

/** The reading of one article; valid for itself alone (it has its own buffers). */
export function reading(index: WordIndex, of: Article | string): Reading {
  return new Reader(index.vocabulary).read(typeof of === 'string' ? article(of) : of);
}
