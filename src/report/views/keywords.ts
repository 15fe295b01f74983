import { COUNT, decimals, list, NUMBER, object, percent, TEXT, type View } from '../field.ts';

const NUMBER_OR_NULL = { type: ['number', 'null'] } as const;

/** Rows of `keywords`. */
export const KEYWORDS: View = {
  command: 'keywords',
  version: 1,
  fields: [
    {
      name: 'group',
      schema: TEXT,
      help: 'article, month or source whose words these are (--group-by); empty where it is not known',
      optional: true,
      optIn: true,
      column: { header: 'group' },
    },
    {
      name: 'rank',
      schema: COUNT,
      help: 'position in the order of --sort, 1 first',
      column: { header: 'rank', align: 'right' },
    },
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
      name: 'tfidf',
      schema: NUMBER,
      help: 'count × (1 + ln(articles / (1 + articles with the word))), articles of the whole corpus (--tfidf)',
      optional: true,
      optIn: true,
      column: { header: 'tf-idf', align: 'right', format: decimals(1) },
    },
    {
      name: 'dp',
      schema: NUMBER,
      help: "Gries' deviation of proportions: 0 even, 1 clumped (--dispersion; Gries 2008)",
      optional: true,
      optIn: true,
      column: { header: 'DP', align: 'right', format: decimals(3) },
    },
    {
      name: 'dpNorm',
      schema: NUMBER_OR_NULL,
      help: 'DP by its greatest possible value (Lijffijt & Gries 2012)',
      optional: true,
      optIn: true,
      column: { header: 'DPnorm', align: 'right', format: decimals(3) },
    },
    {
      name: 'juillandD',
      schema: NUMBER_OR_NULL,
      help: "Juilland's D: 1 even, 0 clumped; little use above some dozens of articles",
      optional: true,
      optIn: true,
      column: { header: 'D', align: 'right', format: decimals(3) },
    },
    {
      name: 'arf',
      schema: NUMBER,
      help: 'average reduced frequency: near count when even, near 1 when clumped (Savický & Hlaváčová 2002)',
      optional: true,
      optIn: true,
      column: { header: 'ARF', align: 'right', format: decimals(1) },
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
