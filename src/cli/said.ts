/** A text of the user's own, such as the argument of `explain` or the name of an entity, as an article to be read. */
import type { Article } from '../article/article.ts';

/** The text as an article of one body line, published on the reference date. */
export function articleOf(text: string, referenceDate?: string): Article {
  const document = {
    path: '-',
    id: '-',
    kind: 'record',
    text,
    line: 1,
    encoding: 'utf-8',
    derived: false,
    stated: {},
  } as const;
  return {
    id: '-',
    path: '-',
    line: 1,
    kind: 'main',
    document,
    parts: [{ part: 'body', text, start: 0, end: text.length, line: 1, rule: 'argument' }],
    tags: [],
    language: 'ar',
    ...(referenceDate === undefined ? {} : { published: { date: referenceDate, basis: 'option' } }),
  };
}
