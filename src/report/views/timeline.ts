import { COUNT, FLAG, list, NUMBER, object, TEXT, TEXTS, type View } from '../field.ts';

function firstSentence(value: unknown): string {
  const [evidence] = value as readonly { readonly sentence: string }[];
  return evidence?.sentence ?? '';
}

/** Rows of `timeline`: one per date or interval. */
export const TIMELINE: View = {
  command: 'timeline',
  version: 1,
  fields: [
    {
      name: 'date',
      schema: TEXT,
      help: 'ISO date as precise as the text (day, month or year), the first day of an interval',
      column: { header: 'date' },
    },
    { name: 'end', schema: TEXT, help: 'last day of an interval', optional: true, column: { header: 'until' } },
    { name: 'granularity', schema: TEXT, help: 'day, month, year or interval', column: { header: 'grain' } },
    {
      name: 'mod',
      schema: TEXT,
      help: 'START, MID, END, APPROX, BEFORE or AFTER',
      optional: true,
      column: { header: 'mod' },
    },
    {
      name: 'articles',
      schema: COUNT,
      help: 'articles that speak of it',
      column: { header: 'articles', align: 'right' },
    },
    {
      name: 'mentions',
      schema: COUNT,
      help: 'time expressions with this value',
      column: { header: 'mentions', align: 'right' },
    },
    {
      name: 'score',
      schema: NUMBER,
      help: 'salience, see docs/methods.md',
      column: { header: 'score', align: 'right', format: value => (value as number).toFixed(1) },
    },
    {
      name: 'scoreParts',
      schema: object({ articles: NUMBER, explicit: NUMBER, after: NUMBER }),
      help: 'parts of the score: distinct articles, explicit dates, mentions after the day',
    },
    {
      name: 'scheduled',
      schema: FLAG,
      help: 'announced: every article that says so was published before the day',
      optional: true,
      column: { header: 'scheduled', format: value => (value ? 'yes' : '') },
    },
    {
      name: 'basis',
      schema: TEXTS,
      help: 'how the dates are known: explicit, publication, weekday, previous, reference',
    },
    {
      name: 'evidence',
      schema: list(
        object({ article: TEXT, path: TEXT, line: COUNT, sentence: TEXT, entities: TEXTS, sources: TEXTS }, [
          'sources',
        ]),
      ),
      help: 'the sentences that say it, one per wording; sources: other articles with nearly the same sentence',
      column: { header: 'what', arabic: true, format: firstSentence, width: 90 },
    },
  ],
};
