/**
 * Every option of every command, once: its flag, its meaning, how its text is checked. Values are resolved in the order
 * flags > RASID_* > config file > default, and a command only ever sees the outcome.
 */
import { PART_NAMES, type PartName } from '../article/article.ts';
import { isEncoding } from '../corpus/decode.ts';
import { RECORD_FIELDS } from '../corpus/records.ts';
import { UsageError } from '../errors.ts';
import { isCivilDay } from '../time/civil.ts';

/** How one option is written and read. */
export interface OptionDefinition {
  readonly flags: string;
  readonly help: string;
  readonly parse?: (text: string, previous: unknown) => unknown;
  readonly choices?: readonly string[];
  readonly fallback?: unknown;
  readonly group: 'Input' | 'Selection' | 'Words' | 'Output' | 'Command';
}

function positiveInteger(text: string): number {
  if (!/^\d{1,15}$/u.test(text)) throw new UsageError(`"${text}" is no whole number`);
  return Number(text);
}

function atLeastOne(text: string): number {
  const value = positiveInteger(text);
  if (value === 0) throw new UsageError('at least 1 is needed');
  return value;
}

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** True when the parts of a date make a real one: years 1 to 9999, no 31 February. */
function isReal(text: string): boolean {
  const [year, month = 1, day = 1] = text.split('-').map(Number);
  return isCivilDay(year, month, day);
}

function isoDate(text: string): string {
  if (!DATE.test(text) || !isReal(text)) throw new UsageError(`"${text}" is no date (YYYY, YYYY-MM or YYYY-MM-DD)`);
  return text;
}

function fullDate(text: string): string {
  if (isoDate(text).length !== 10) throw new UsageError(`"${text}" is no full date (YYYY-MM-DD)`);
  return text;
}

function encodingName(text: string): string {
  if (!isEncoding(text)) throw new UsageError(`"${text}" is no known encoding (such as utf-8, windows-1256)`);
  return text;
}

/** A list of words all of which are among `known`. */
function wordsAmong(known: readonly string[]): (text: string) => string[] {
  return text => {
    const wrong = words(text).find(word => !known.includes(word));
    if (wrong !== undefined) throw new UsageError(`"${wrong}" is none of ${known.join(', ')}`);
    return words(text);
  };
}

const LANGUAGES = ['ar', 'fa', 'ur', 'other'];
const COUNTRY_KINDS = ['name', 'demonym', 'capital', 'territory', 'city'];

const SIZE_UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['k', 1024],
  ['m', 1024 ** 2],
  ['g', 1024 ** 3],
]);

function byteSize(text: string): number {
  const match = /^(\d{1,12})([kmg]?)b?$/iu.exec(text);
  if (!match) throw new UsageError(`"${text}" is no size (such as 500k, 64m, 1g)`);
  return Number(match[1]) * SIZE_UNITS.get(match[2].toLowerCase())!;
}

/** A list with commas. One of nothing is a mistake (an empty variable): it would count nothing. */
function words(text: string): string[] {
  const list = text
    .split(',')
    .map(word => word.trim())
    .filter(word => word !== '');
  if (list.length === 0) throw new UsageError(`"${text}" is an empty list`);
  return list;
}

function allianceClasses(text: string): string[] {
  const classes = words(text);
  const unknown = classes.find(name => !['alliance', 'organisation', 'historical'].includes(name));
  if (unknown !== undefined) throw new UsageError(`"${unknown}" is no class (alliance, organisation, historical)`);
  return classes;
}

function partList(text: string): ReadonlySet<PartName> {
  const names = words(text);
  if (names.length === 1 && names[0] === 'all') return new Set(PART_NAMES);
  for (const name of names) {
    if (!PART_NAMES.includes(name as PartName)) {
      throw new UsageError(`"${name}" is no part of an article (${PART_NAMES.join(', ')}, all)`);
    }
  }
  return new Set(names as PartName[]);
}

function repeated(text: string, previous: unknown): string[] {
  return [...((previous as string[] | undefined) ?? []), text];
}

function fieldNames(text: string, previous: unknown): ReadonlyMap<string, string> {
  const names = new Map(previous as ReadonlyMap<string, string> | undefined);
  for (const pair of words(text)) {
    const [field, name] = pair.split('=');
    if (!field || !name) throw new UsageError(`"${pair}": expected FIELD=NAME, such as text=body`);
    if (!RECORD_FIELDS.some(known => known === field))
      throw new UsageError(`"${field}" is no field of a record (${RECORD_FIELDS.join(', ')})`);
    names.set(field, name);
  }
  return names;
}

/** Words on either side of a term, in reading order. */
export interface Window {
  readonly left: number;
  readonly right: number;
}

function windowSize(text: string): Window {
  const [left, right = left, ...more] = words(text).map(positiveInteger);
  if (left === undefined || more.length > 0 || left + right === 0)
    throw new UsageError(`"${text}" is no window (5, or 3,0 for words before and behind)`);
  return { left, right };
}

const LONGEST_NGRAM = 5;

function ngramSizes(text: string): readonly [number, number] {
  const match = /^([1-9])(?:-([1-9]))?$/u.exec(text);
  const from = Number(match?.[1]);
  const to = Number(match?.[2] ?? match?.[1]);
  if (!match || from > to || to > LONGEST_NGRAM)
    throw new UsageError(`"${text}" is no length of n-grams (1 to ${LONGEST_NGRAM}: 2, or 2-3)`);
  return [from, to];
}

/** The options by the name under which a command reads them (and a config file sets them). */
export const OPTIONS = {
  filesFrom: {
    flags: '--files-from <file>',
    help: 'read paths from a file, one a line; - for standard input',
    group: 'Input',
  },
  null: { flags: '-0, --null', help: 'paths of --files-from end with NUL', group: 'Input' },
  input: {
    flags: '--input <kind>',
    help: 'what standard input holds',
    choices: ['ndjson', 'txt', 'html', 'json', 'csv'],
    group: 'Input',
  },
  encoding: {
    flags: '--encoding <name>',
    help: 'read every file in this encoding instead of detecting it',
    parse: encodingName,
    group: 'Input',
  },
  field: {
    flags: '--field <field=name>',
    help: 'record field behind another name, such as text=body (repeatable)',
    parse: fieldNames,
    group: 'Input',
  },
  split: { flags: '--split', help: 'records hold whole pages: split their text into parts', group: 'Input' },
  follow: { flags: '--follow', help: 'follow symbolic links', group: 'Input' },
  jobs: {
    flags: '--jobs <n>',
    help: 'count by so many workers; the result is the same (without it: several for 100 MB and more, when three cores are idle)',
    parse: atLeastOne,
    group: 'Input',
  },
  maxFileSize: {
    flags: '--max-file-size <size>',
    help: 'refuse larger pages, JSON and CSV files, and NDJSON records (such as 64m; without it 100m)',
    parse: byteSize,
    group: 'Input',
  },
  referenceDate: {
    flags: '--reference-date <date>',
    help: 'day that relative dates of undated articles refer to',
    parse: fullDate,
    group: 'Input',
  },
  dateFrom: {
    flags: '--date-from <source>',
    help: 'date undated articles by the file',
    choices: ['mtime', 'name'],
    group: 'Input',
  },
  allowPartial: { flags: '--allow-partial', help: 'exit 0 although an input could not be read', group: 'Input' },

  parts: {
    flags: '--parts <list>',
    help: `parts that are counted: ${PART_NAMES.join(', ')} or all`,
    parse: partList,
    fallback: 'title,dateline,body',
    group: 'Selection',
  },
  keepRepeats: {
    flags: '--keep-repeats',
    help: 'count a line that is repeated within a document every time',
    group: 'Selection',
  },
  keepDuplicates: {
    flags: '--keep-duplicates',
    help: 'count articles with the same body every time',
    group: 'Selection',
  },
  dropNearDuplicates: {
    flags: '--drop-near-duplicates',
    help: 'count nearly identical articles once',
    group: 'Selection',
  },
  languages: {
    flags: '--languages <list>',
    help: 'languages that are counted (ar, fa, ur, other)',
    parse: wordsAmong(LANGUAGES),
    fallback: 'ar',
    group: 'Selection',
  },
  since: { flags: '--since <date>', help: 'only articles published on or after', parse: isoDate, group: 'Selection' },
  until: { flags: '--until <date>', help: 'only articles published on or before', parse: isoDate, group: 'Selection' },
  source: {
    flags: '--source <name>',
    help: 'only articles of this source (repeatable)',
    parse: repeated,
    group: 'Selection',
  },
  contains: {
    flags: '--contains <text>',
    help: 'only articles with this word, all its forms (repeatable: all of them)',
    parse: repeated,
    group: 'Selection',
  },
  entity: {
    flags: '--entity <id>',
    help: 'only articles that mention this entity, by id or name: NATO, EG, الناتو (repeatable: all of them)',
    parse: repeated,
    group: 'Selection',
  },
  minWords: {
    flags: '--min-words <n>',
    help: 'only articles of at least so many words',
    parse: positiveInteger,
    group: 'Selection',
  },

  stem: {
    flags: '--stem <method>',
    help: 'what one word is',
    choices: ['light', 'snowball', 'none'],
    fallback: 'light',
    group: 'Words',
  },
  vocabulary: {
    flags: '--vocabulary <source>',
    help: "hold words that the lexicon lacks against the corpus's own words: finds more, but counts move when a file is added",
    choices: ['corpus'],
    group: 'Words',
  },
  stopWords: { flags: '--stop-words <file>', help: 'further stop words, one a line', group: 'Words' },
  keepStopWords: { flags: '--keep-stop-words', help: 'count stop words too', group: 'Words' },
  labelForm: {
    flags: '--label-form <form>',
    help: 'label of a row: the lemma, or the commonest written form',
    choices: ['lemma', 'surface'],
    fallback: 'lemma',
    group: 'Words',
  },

  format: {
    flags: '--format <format>',
    help: 'how results are written',
    choices: ['table', 'json', 'ndjson', 'csv', 'tsv', 'markdown'],
    fallback: 'table',
    group: 'Output',
  },
  json: { flags: '--json', help: 'short for --format json', group: 'Output' },
  output: { flags: '-o, --output <file>', help: 'write to a file, whole or not at all', group: 'Output' },
  color: {
    flags: '--color <when>',
    help: 'colour',
    choices: ['auto', 'always', 'never'],
    fallback: 'auto',
    group: 'Output',
  },
  bidi: {
    flags: '--bidi <mode>',
    help: 'keep Arabic columns in place with LRM marks',
    choices: ['auto', 'lrm', 'none'],
    fallback: 'auto',
    group: 'Output',
  },
  labels: {
    flags: '--labels <language>',
    help: 'names of countries and alliances',
    choices: ['ar', 'en', 'both'],
    fallback: 'ar',
    group: 'Output',
  },
  top: { flags: '--top <n>', help: 'number of rows; 0 for all', parse: positiveInteger, group: 'Output' },
  quiet: { flags: '-q, --quiet', help: 'no progress', group: 'Output' },
  debug: { flags: '--debug', help: 'print the stack of an internal error', group: 'Output' },
  config: {
    flags: '--config <file>',
    help: 'configuration file (default: rasid.config.json in the working directory)',
    group: 'Output',
  },

  by: {
    flags: '--by <unit>',
    help: 'what a row counts',
    choices: ['lemma', 'surface', 'pos'],
    fallback: 'lemma',
    group: 'Command',
  },
  minCount: {
    flags: '--min-count <n>',
    help: 'leave out rows with fewer occurrences',
    parse: positiveInteger,
    group: 'Command',
  },
  minArticles: {
    flags: '--min-articles <n>',
    help: 'leave out rows in fewer articles',
    parse: positiveInteger,
    group: 'Command',
  },
  mentions: {
    flags: '--mentions',
    help: 'one record per mention instead of counts (NDJSON unless --format says otherwise)',
    group: 'Command',
  },
  type: { flags: '--type <list>', help: 'country, minister, alliance', parse: words, group: 'Command' },
  kinds: {
    flags: '--kinds <list>',
    help: 'kinds of country mentions that are counted: name, demonym, capital, territory, city (counts: name and demonym; --mentions: all)',
    parse: wordsAmong(COUNTRY_KINDS),
    group: 'Command',
  },
  id: { flags: '--id <list>', help: 'only these entities', parse: words, group: 'Command' },
  minMentions: {
    flags: '--min-mentions <n>',
    help: 'leave out entities with fewer mentions',
    parse: positiveInteger,
    group: 'Command',
  },
  class: {
    flags: '--class <list>',
    help: 'classes of alliances: alliance, organisation (IMF, WHO …), historical',
    parse: allianceClasses,
    group: 'Command',
  },
  matrix: { flags: '--matrix', help: 'articles × entities: how often each mentions each', group: 'Command' },
  comentions: {
    flags: '--comentions <unit>',
    help: 'pairs of entities that share an article or a sentence',
    choices: ['article', 'sentence'],
    group: 'Command',
  },
  gexf: { flags: '--gexf', help: 'with --comentions: a GEXF 1.3 graph, for Gephi', group: 'Command' },
  members: {
    flags: '--members',
    help: 'alliances and their member states: which are mentioned in articles that mention the alliance',
    group: 'Command',
  },
  gazetteer: { flags: '--gazetteer <file>', help: 'your own entities (JSON, see docs/gazetteer.md)', group: 'Command' },
  from: { flags: '--from <date>', help: 'events on or after', parse: isoDate, group: 'Command' },
  to: { flags: '--to <date>', help: 'events on or before', parse: isoDate, group: 'Command' },
  granularity: {
    flags: '--granularity <unit>',
    help: 'what one row of the timeline spans',
    choices: ['day', 'month', 'year'],
    fallback: 'day',
    group: 'Command',
  },
  limit: { flags: '--limit <n>', help: 'number of rows; 0 for all', parse: positiveInteger, group: 'Command' },
  includePublicationDates: {
    flags: '--include-publication-dates',
    help: 'publication dates are events too',
    group: 'Command',
  },
  ngrams: {
    flags: '--ngrams <n>',
    help: 'count runs of so many words: 2, or 1-3; never over a sign, a number or the end of a sentence',
    parse: ngramSizes,
    group: 'Command',
  },
  pos: {
    flags: '--pos <list>',
    help: 'only these parts of speech: NOUN, ADJ, VERB, PROPN …; X for words that the lexicon does not know',
    parse: words,
    group: 'Command',
  },
  dispersion: {
    flags: '--dispersion',
    help: "how evenly words are spread over the articles: Gries' DP, Juilland's D, ARF (keeps the corpus in memory)",
    group: 'Command',
  },
  tfidf: {
    flags: '--tfidf',
    help: 'tf-idf: count × (1 + ln(articles / (1 + articles with the word)))',
    group: 'Command',
  },
  groupBy: {
    flags: '--group-by <group>',
    help: 'a list of its own for every article, month of publication or source; --top holds for each',
    choices: ['article', 'month', 'source'],
    group: 'Command',
  },
  sort: { flags: '--sort <field>', help: 'order of the rows', group: 'Command' },
  window: {
    flags: '--window <n>',
    help: 'words before and behind the term: 5, or 3,0',
    parse: windowSize,
    fallback: '5',
    group: 'Command',
  },
  acrossSentences: {
    flags: '--across-sentences',
    help: 'windows go over the ends of sentences',
    group: 'Command',
  },
  context: {
    flags: '--context <n>',
    help: 'words on each side of the match',
    parse: positiveInteger,
    group: 'Command',
  },
  sample: {
    flags: '--sample <n>',
    help: 'only so many rows, drawn at random but always the same ones',
    parse: positiveInteger,
    group: 'Command',
  },
  seed: { flags: '--seed <n>', help: 'another draw of --sample', parse: positiveInteger, group: 'Command' },
  reference: {
    flags: '--reference <path>',
    help: 'corpus to compare with: files or folders (repeatable), or one result of keywords --json --top 0',
    parse: repeated,
    group: 'Command',
  },
  only: {
    flags: '--only <direction>',
    help: 'only keywords of the corpus (positive) or of the reference (negative)',
    choices: ['positive', 'negative'],
    group: 'Command',
  },
  interval: {
    flags: '--interval <unit>',
    help: 'what one point of the trend spans; weeks are those of ISO 8601',
    choices: ['day', 'week', 'month', 'year'],
    fallback: 'month',
    group: 'Command',
  },
  plot: { flags: '--plot', help: 'bars in place of the table', group: 'Command' },
  per: {
    flags: '--per <unit>',
    help: 'what the bars of --plot show',
    choices: ['million', 'article', 'count'],
    fallback: 'million',
    group: 'Command',
  },
  measure: {
    flags: '--measure <field>',
    help: 'field of the rows that is compared (such as perMillion)',
    group: 'Command',
  },
  unchanged: { flags: '--unchanged', help: 'list rows that are the same too', group: 'Command' },
  dates: {
    flags: '--dates',
    help: 'a JSON object of dates and their sentences in place of rows, as timeline-summarisation tools read it',
    group: 'Command',
  },
  unresolved: {
    flags: '--unresolved',
    help: 'list the time expressions that could not be dated, and why',
    group: 'Command',
  },
  lines: { flags: '--lines', help: 'every line with its part and the rule that decided', group: 'Command' },
  unknown: {
    flags: '--unknown <n>',
    help: 'list the commonest words that the lexicon does not know',
    parse: positiveInteger,
    group: 'Command',
  },
  checks: {
    flags: '--checks <file>',
    help: 'demands and baseline (JSON; default: rasid.check.json in the working directory)',
    group: 'Command',
  },
  assert: {
    flags: '--assert <demand>',
    help: "one more demand, such as 'tokens>=50000' or 'warn:tokens>=-5%' (repeatable)",
    parse: repeated,
    group: 'Command',
  },
  baseline: { flags: '--baseline <file>', help: 'figures of an earlier run to compare with', group: 'Command' },
  update: { flags: '--update', help: 'write the baseline instead of comparing with it', group: 'Command' },
  maxWarnings: {
    flags: '--max-warnings <n>',
    help: 'fail when there are more warnings',
    parse: positiveInteger,
    group: 'Command',
  },
  reporter: {
    flags: '--reporter <list>',
    help: 'table, json, junit, github, markdown, ndjson, csv, tsv; NAME:FILE writes to a file',
    parse: words,
    group: 'Command',
  },
  listMetrics: { flags: '--list-metrics', help: 'list the figures that can be checked', group: 'Command' },
} as const satisfies Readonly<Record<string, OptionDefinition>>;

export type OptionName = keyof typeof OPTIONS;

/** Resolved options as a command reads them. Absent flags are `undefined`. */
export interface Options {
  readonly filesFrom?: string;
  readonly null?: boolean;
  readonly input?: 'ndjson' | 'txt' | 'html' | 'json' | 'csv';
  readonly encoding?: string;
  readonly field?: ReadonlyMap<string, string>;
  readonly split?: boolean;
  readonly follow?: boolean;
  readonly jobs?: number;
  readonly maxFileSize?: number;
  readonly referenceDate?: string;
  readonly dateFrom?: 'mtime' | 'name';
  readonly allowPartial?: boolean;
  readonly parts: ReadonlySet<PartName>;
  readonly keepRepeats?: boolean;
  readonly keepDuplicates?: boolean;
  readonly dropNearDuplicates?: boolean;
  readonly languages: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly source?: readonly string[];
  readonly contains?: readonly string[];
  readonly entity?: readonly string[];
  readonly minWords?: number;
  readonly stem: 'light' | 'snowball' | 'none';
  readonly vocabulary?: 'corpus';
  readonly stopWords?: string;
  readonly keepStopWords?: boolean;
  readonly labelForm: 'lemma' | 'surface';
  readonly format: 'table' | 'json' | 'ndjson' | 'csv' | 'tsv' | 'markdown';
  readonly json?: boolean;
  readonly output?: string;
  readonly color: 'auto' | 'always' | 'never';
  readonly bidi: 'auto' | 'lrm' | 'none';
  readonly labels: 'ar' | 'en' | 'both';
  readonly top?: number;
  readonly quiet?: boolean;
  readonly debug?: boolean;
  /** Nothing on standard error: the library hands errors and warnings back. No flag of its own. */
  readonly silent?: boolean;
  readonly config?: string;
  readonly by: 'lemma' | 'surface' | 'pos';
  readonly minCount?: number;
  readonly minArticles?: number;
  readonly mentions?: boolean;
  readonly type?: readonly string[];
  readonly kinds?: readonly string[];
  readonly id?: readonly string[];
  readonly minMentions?: number;
  readonly class?: readonly string[];
  readonly matrix?: boolean;
  readonly comentions?: 'article' | 'sentence';
  readonly gexf?: boolean;
  readonly members?: boolean;
  readonly gazetteer?: string;
  readonly from?: string;
  readonly to?: string;
  readonly granularity: 'day' | 'month' | 'year';
  readonly limit?: number;
  readonly includePublicationDates?: boolean;
  readonly ngrams?: readonly [from: number, to: number];
  readonly pos?: readonly string[];
  readonly dispersion?: boolean;
  readonly tfidf?: boolean;
  readonly groupBy?: 'article' | 'month' | 'source';
  readonly sort?: string;
  readonly window: Window;
  readonly acrossSentences?: boolean;
  readonly context?: number;
  readonly sample?: number;
  readonly seed?: number;
  readonly reference?: readonly string[];
  readonly only?: 'positive' | 'negative';
  readonly interval: 'day' | 'week' | 'month' | 'year';
  readonly plot?: boolean;
  readonly per: 'million' | 'article' | 'count';
  readonly measure?: string;
  readonly unchanged?: boolean;
  readonly dates?: boolean;
  readonly unresolved?: boolean;
  readonly lines?: boolean;
  readonly unknown?: number;
  readonly checks?: string;
  readonly assert?: readonly string[];
  readonly baseline?: string;
  readonly update?: boolean;
  readonly maxWarnings?: number;
  readonly reporter?: readonly string[];
  readonly listMetrics?: boolean;
}

/** Options that every command which reads a corpus has. */
export const CORPUS_OPTIONS: readonly OptionName[] = [
  'filesFrom',
  'null',
  'input',
  'encoding',
  'field',
  'split',
  'follow',
  'maxFileSize',
  'referenceDate',
  'dateFrom',
  'allowPartial',
  'parts',
  'keepRepeats',
  'keepDuplicates',
  'dropNearDuplicates',
  'languages',
  'since',
  'until',
  'source',
  'contains',
  'entity',
  'minWords',
];
/** Options about words. */
export const WORD_OPTIONS: readonly OptionName[] = ['stem', 'stopWords', 'keepStopWords', 'labelForm'];
/** Options that every command has. */
export const OUTPUT_OPTIONS: readonly OptionName[] = [
  'format',
  'json',
  'output',
  'color',
  'bidi',
  'labels',
  'top',
  'quiet',
  'debug',
  'config',
];
