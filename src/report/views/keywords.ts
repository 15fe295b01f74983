import { COUNT, decimals, list, NUMBER, object, percent, TEXT, type View } from '../field.ts';

/** Rows of `keywords`. */
export const KEYWORDS: View = {
  command: 'keywords',
  version: 1,
  fields: [
    { name: 'rank', schema: COUNT, help: 'position by count, 1 first', column: { header: 'rank', align: 'right' } },
    {
      name: 'count',
      schema: COUNT,
      help: 'occurrences (tokens) of all forms',
      column: { header: 'count', align: 'right' },
    },
    {
      name: 'perMillion',
      schema: NUMBER,
      help: 'occurrences per million tokens of the counted parts, stop words included in the denominator',
      column: { header: 'per million', align: 'right', format: decimals(1) },
    },
    {
      name: 'articles',
      schema: COUNT,
      help: 'articles in which it occurs (document frequency)',
      column: { header: 'articles', align: 'right' },
    },
    {
      name: 'articleShare',
      schema: NUMBER,
      help: 'share of the articles, 0 to 1',
      column: { header: 'share', align: 'right', format: percent },
    },
    {
      name: 'pos',
      schema: TEXT,
      help: 'universal part-of-speech tag where the lexicon knows it',
      optional: true,
      column: { header: 'pos' },
    },
    { name: 'label', schema: TEXT, help: 'the word as people read it', column: { header: 'word', arabic: true } },
    { name: 'lemma', schema: TEXT, help: 'the lemma under which its forms are counted' },
    {
      name: 'forms',
      schema: list(object({ form: TEXT, count: COUNT })),
      help: 'written forms with their counts, the commonest ten',
    },
  ],
};
