/** Views of the commands that analyse one term or compare two corpora. */
import {
  COUNT,
  decimals,
  type Field,
  FLAG,
  type JsonSchema,
  NULLABLE_TEXT,
  NUMBER,
  percent,
  TEXT,
  type View,
} from '../field.ts';

const NULLABLE_NUMBER: JsonSchema = { type: ['number', 'null'] };
const NULLABLE_COUNT: JsonSchema = { type: ['integer', 'null'] };
const NULLABLE_VALUE: JsonSchema = { type: ['number', 'string', 'null'] };

function number(name: string, header: string, help: string, places = 2, schema: JsonSchema = NUMBER): Field {
  return { name, schema, help, column: { header, align: 'right', format: decimals(places) } };
}

function count(name: string, header: string, help: string, schema: JsonSchema = COUNT): Field {
  return { name, schema, help, column: { header, align: 'right' } };
}

const POS: Field = {
  name: 'pos',
  schema: TEXT,
  help: 'universal part-of-speech tag where the lexicon knows it',
  optional: true,
  column: { header: 'pos' },
};
const LABEL: Field = {
  name: 'label',
  schema: TEXT,
  help: 'the word as people read it',
  column: { header: 'word', arabic: true },
};
const LEMMA: Field = { name: 'lemma', schema: TEXT, help: 'the lemma (or form, --by surface) that is counted' };

const PLACE: readonly Field[] = [
  { name: 'article', schema: TEXT, help: "the record's id; for pages the path, for related articles path#2, path#3 …" },
  {
    name: 'path',
    schema: TEXT,
    help: 'file as reached from the argument; - for standard input',
    column: { header: 'path', keepEnd: true },
  },
  count('line', 'line', 'line of the file, 1-based'),
  { name: 'part', schema: TEXT, help: 'part of the article' },
  { name: 'start', schema: COUNT, help: 'UTF-16 offset into the document (into the text or title field of a record)' },
  { name: 'end', schema: COUNT, help: 'UTF-16 offset after its end' },
];

/** Rows of `concordance`. Columns stand as the eye reads Arabic: what comes before the match on its right hand. */
export const CONCORDANCE: View = {
  command: 'concordance',
  version: 1,
  fields: [
    ...PLACE,
    { name: 'right', schema: TEXT, help: 'words behind the match', column: { header: 'after', arabic: true } },
    {
      name: 'match',
      schema: TEXT,
      help: 'the term as written, whole words',
      column: { header: 'match', arabic: true },
    },
    { name: 'left', schema: TEXT, help: 'words before the match', column: { header: 'before', arabic: true } },
  ],
};

/** Rows of `collocates`. */
export const COLLOCATES: View = {
  command: 'collocates',
  version: 1,
  fields: [
    count('rank', 'rank', 'position in the order of --sort, 1 first'),
    count('count', 'count', 'times in a window of the term'),
    count('left', 'before', 'of these before the term (on its right hand in Arabic)'),
    count('right', 'after', 'of these behind the term'),
    count('total', 'total', 'occurrences in the whole corpus'),
    { name: 'articles', schema: COUNT, help: 'articles in which the word occurs' },
    number(
      'expected',
      'expected',
      'times in a window if it had nothing to do with the term: window words × total / tokens',
    ),
    number('logDice', 'logDice', '14 + log2(2 count / (term + total)); at most 14 (Rychlý 2008)', 2, NULLABLE_NUMBER),
    number('mi', 'MI', 'log2(count / expected); favours rare words (Church & Hanks 1990)', 2, NULLABLE_NUMBER),
    number('mi3', 'MI3', 'log2(count³ / expected) (Daille 1994)', 2, NULLABLE_NUMBER),
    number('tScore', 't', '(count − expected) / √count (Church et al. 1991)', 2, NULLABLE_NUMBER),
    number('g2', 'G2', 'log-likelihood of the four-cell table (Dunning 1993)', 1),
    POS,
    LABEL,
    LEMMA,
  ],
};

/** Rows of `keyness`. */
export const KEYNESS: View = {
  command: 'keyness',
  version: 1,
  fields: [
    count('rank', 'rank', 'position in the order of --sort, 1 first'),
    {
      name: 'direction',
      schema: TEXT,
      help: 'positive: more frequent here; negative: more frequent in the reference',
      column: { header: '', format: value => (value === 'positive' ? '+' : '-') },
    },
    count('count', 'count', 'occurrences here'),
    number('perMillion', 'per million', 'occurrences here per million tokens', 1),
    { name: 'articles', schema: COUNT, help: 'articles here in which it occurs' },
    count('referenceCount', 'reference', 'occurrences in the reference'),
    number('referencePerMillion', 'per million', 'occurrences in the reference per million tokens', 1),
    number('g2', 'G2', 'log-likelihood; above 3.84 p < 0.05, above 15.13 p < 0.0001 (Rayson & Garside 2000)', 1),
    number(
      'bayesFactor',
      'BIC',
      'Bayes factor G2 − ln(tokens of both); above 2 positive, 6 strong, 10 very strong evidence (Wilson 2013)',
      1,
      NULLABLE_NUMBER,
    ),
    number(
      'logRatio',
      'log ratio',
      'log2 of the relative frequencies, 0 read as 0.5 (Hardie 2014)',
      2,
      NULLABLE_NUMBER,
    ),
    number(
      'percentDifference',
      '%DIFF',
      'difference in percent of the reference; null where the reference lacks the word (Gabrielatos & Marchi 2011)',
      1,
      NULLABLE_NUMBER,
    ),
    POS,
    LABEL,
    LEMMA,
  ],
};

/** Rows of `trend`: every period from the first to the last, those without articles too. */
export const TREND: View = {
  command: 'trend',
  version: 1,
  fields: [
    { name: 'period', schema: TEXT, help: 'day, ISO week, month or year of publication', column: { header: 'period' } },
    { name: 'start', schema: TEXT, help: 'its first day' },
    { name: 'end', schema: TEXT, help: 'its last day' },
    count('count', 'count', 'occurrences of the term'),
    number('perMillion', 'per million', 'per million tokens of the period; null in a gap', 1, NULLABLE_NUMBER),
    count('articles', 'articles', 'articles with the term'),
    {
      name: 'articleShare',
      schema: NULLABLE_NUMBER,
      help: 'share of the articles of the period, 0 to 1; null in a gap',
      column: { header: 'share', align: 'right', format: percent },
    },
    count('allArticles', 'of articles', 'articles of the period; 0 is a gap'),
    count('tokens', 'of tokens', 'tokens of the period'),
  ],
};

/** Rows of `diff`. */
export const DIFF: View = {
  command: 'diff',
  version: 1,
  fields: [
    { name: 'section', schema: TEXT, help: 'section of a report', optional: true, column: { header: 'section' } },
    {
      name: 'status',
      schema: TEXT,
      help: 'new, gone, more, less, same or changed (no numbers)',
      column: { header: 'status' },
    },
    {
      name: 'before',
      schema: NULLABLE_VALUE,
      help: 'value in the first result',
      column: { header: 'before', align: 'right', format: plain },
    },
    {
      name: 'after',
      schema: NULLABLE_VALUE,
      help: 'value in the second result',
      column: { header: 'after', align: 'right', format: plain },
    },
    {
      name: 'change',
      schema: NULLABLE_NUMBER,
      help: 'after − before; what is missing counts as 0',
      column: { header: 'change', align: 'right', format: value => ((value as number) > 0 ? '+' : '') + plain(value) },
    },
    number('changePercent', '%', 'change in percent of before', 1, NULLABLE_NUMBER),
    count('rankBefore', 'rank', 'position in the first result', NULLABLE_COUNT),
    count('rankAfter', 'rank now', 'position in the second result', NULLABLE_COUNT),
    { name: 'key', schema: TEXT, help: 'what names the row (lemma, id, date, metric …)' },
    {
      name: 'label',
      schema: TEXT,
      help: 'the row as people read it',
      column: { header: 'row', arabic: true, width: 60 },
    },
  ],
};

function plain(value: unknown): string {
  if (typeof value !== 'number') return value === null || value === undefined ? '' : String(value);
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

/** Rows of `tokens`. */
export const TOKENS: View = {
  command: 'tokens',
  version: 1,
  fields: [
    ...PLACE,
    {
      name: 'pos',
      schema: NULLABLE_TEXT,
      help: 'universal part-of-speech tag of the lemma; null where unknown',
      column: { header: 'pos' },
    },
    {
      name: 'stop',
      schema: FLAG,
      help: 'a stop word',
      column: { header: 'stop', format: value => (value ? 'yes' : '') },
    },
    {
      name: 'origin',
      schema: TEXT,
      help: 'where the lemma comes from: lexicon, rule or unknown (the word stands for itself)',
      column: { header: 'origin' },
    },
    { name: 'lemma', schema: TEXT, help: 'its lemma (--stem)', column: { header: 'lemma', arabic: true } },
    { name: 'form', schema: TEXT, help: 'orthographic form: without marks, tatweel and invisible characters' },
    {
      name: 'surface',
      schema: TEXT,
      help: 'exactly the slice start..end',
      column: { header: 'surface', arabic: true },
    },
  ],
};
