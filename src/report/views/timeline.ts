import { excerptAround } from '../excerpt.ts';
import { COUNT, FLAG, list, NUMBER, object, TEXT, TEXTS, type View } from '../field.ts';
import { bar } from '../plot.ts';

interface Evidence {
  readonly sentence: string;
  readonly surface: string;
}

function firstSentence(value: unknown): string {
  const [evidence] = value as readonly Evidence[];
  return evidence?.sentence ?? '';
}

/** The first sentence around its date. */
function firstExcerpt(value: unknown, width: number): string {
  const [evidence] = value as readonly Evidence[];
  return evidence ? excerptAround(evidence.sentence, evidence.surface, width) : '';
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
    {
      name: 'parent',
      schema: TEXT,
      help: 'the month or year among the rows that holds it',
      optional: true,
      column: { header: 'within' },
    },
    { name: 'granularity', schema: TEXT, help: 'day, month, year or interval' },
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
    },
    {
      name: 'score',
      schema: NUMBER,
      help: 'salience: (articles + explicit + after) × precision, see scoreParts and docs/methods-timeline.md',
      column: { header: 'score', align: 'right', format: value => (value as number).toFixed(1) },
    },
    {
      name: 'scoreParts',
      schema: object({ articles: NUMBER, explicit: NUMBER, after: NUMBER, precision: NUMBER }),
      help: 'parts of the score: articles; half a point for each that writes the date out; a quarter for each published on or after it; copies count once; precision: 1 for a day, 0.75 up to a week, 0.5 a month, 0.25 a year, 0.1 beyond',
    },
    {
      name: 'scheduled',
      schema: FLAG,
      help: 'announced: every article that says so is known to have been published before it',
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
        object(
          {
            article: TEXT,
            path: TEXT,
            line: COUNT,
            sentence: TEXT,
            surface: TEXT,
            entities: TEXTS,
            sources: TEXTS,
          },
          ['sources'],
        ),
      ),
      help: 'the sentences that say it, best first (headlines and opening sentences, then what most articles have, dates written out, reports before announcements, the article nearest to the day), one per wording; surface: the time expression as written; sources: other articles with nearly the same sentence, the first 20',
      column: { header: 'what', arabic: true, format: firstSentence, fit: firstExcerpt },
    },
  ],
};

/** Rows of `timeline --plot`: one per month or year, or per gap. */
export const TIMELINE_DENSITY: View = {
  command: 'timeline-density',
  version: 1,
  fields: [
    {
      name: 'period',
      schema: TEXT,
      help: 'month, or year with --granularity year; the first one of a gap',
      column: { header: 'period' },
    },
    { name: 'until', schema: TEXT, help: 'the last one of a gap', optional: true, column: { header: 'until' } },
    {
      name: 'dates',
      schema: COUNT,
      help: 'rows of the timeline that begin in it; 0 in a gap',
      column: { header: 'dates', align: 'right' },
    },
    {
      name: 'mentions',
      schema: COUNT,
      help: 'time expressions that speak of them',
      column: { header: 'mentions', align: 'right' },
    },
    {
      name: 'height',
      schema: NUMBER,
      help: 'mentions as a share of the greatest period, 0 to 1',
      column: { header: '', format: value => (value === 0 ? '\u00b7' : bar(value as number)) },
    },
  ],
};

/** Rows of `timeline --unresolved`: one per time expression without a place on the calendar. */
export const TIMELINE_UNRESOLVED: View = {
  command: 'timeline-unresolved',
  version: 1,
  fields: [
    {
      name: 'reason',
      schema: TEXT,
      help: 'no reference date (relative, and the article has no date), no calendar date (underspecified by itself), no such date (31 February), before the common era',
      column: { header: 'reason' },
    },
    { name: 'value', schema: TEXT, help: 'TIMEX3 value as far as known', column: { header: 'value' } },
    { name: 'article', schema: TEXT, help: 'article in which it stands' },
    {
      name: 'path',
      schema: TEXT,
      help: 'file as reached from the argument; - for standard input',
      column: { header: 'path', width: 40, keepEnd: true },
    },
    { name: 'line', schema: COUNT, help: 'line of the file, 1-based', column: { header: 'line', align: 'right' } },
    { name: 'entities', schema: TEXTS, help: 'ids of the entities in the sentence' },
    {
      name: 'surface',
      schema: TEXT,
      help: 'the expression as written',
      column: { header: 'expression', arabic: true },
    },
    {
      name: 'sentence',
      schema: TEXT,
      help: 'the sentence around it',
      column: { header: 'sentence', arabic: true, width: 70 },
    },
  ],
};
