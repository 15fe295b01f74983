/**
 * Rasid as a library: the same readers and counts as the commands, for people who write their own scripts. Every
 * function takes files, folders or patterns, and options by the names of their flags (`--min-count` is `minCount`); it
 * gives data, prints nothing, and throws {@link UsageError} for what the command line would refuse.
 *
 * This file imports nothing but what is behind it, so that its declarations stand alone.
 */
import { collectArticles, runCommand } from './cli/library.ts';

export { CorpusError, LexiconError, UsageError } from './errors.ts';

/** Options that every function knows: which articles are read, and which of their parts are counted. */
export interface CorpusOptions {
  /** Parts that are counted; title, dateline and body unless asked otherwise. */
  readonly parts?: readonly string[] | 'all';
  /** Only articles published on or after, on or before: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly since?: string;
  readonly until?: string;
  /** Only articles of these sources. */
  readonly source?: readonly string[];
  /** Only articles with all of these terms, or that mention all of these entities. */
  readonly contains?: readonly string[];
  readonly entity?: readonly string[];
  readonly minWords?: number;
  readonly languages?: readonly string[];
  readonly keepRepeats?: boolean;
  readonly keepDuplicates?: boolean;
  readonly dropNearDuplicates?: boolean;
  readonly encoding?: string;
  /** Day to which relative dates of undated articles refer, `YYYY-MM-DD`. */
  readonly referenceDate?: string;
  /** Records hold whole pages: split their text into parts. */
  readonly split?: boolean;
}

/** Options about words. */
export interface WordOptions {
  readonly stem?: 'light' | 'snowball' | 'none';
  /** File of further stop words. */
  readonly stopWords?: string;
  readonly keepStopWords?: boolean;
  readonly labelForm?: 'lemma' | 'surface';
}

export interface KeywordOptions extends CorpusOptions, WordOptions {
  readonly by?: 'lemma' | 'surface' | 'pos';
  /** Runs of so many words, `2` or `2-3`. */
  readonly ngrams?: string | number;
  readonly pos?: readonly string[];
  readonly minCount?: number;
  readonly minArticles?: number;
  readonly groupBy?: 'article' | 'month' | 'source';
  readonly dispersion?: boolean;
  readonly tfidf?: boolean;
  readonly sort?: string;
  /** Number of rows; 0, the default, for all. */
  readonly top?: number;
}

export interface EntityOptions extends CorpusOptions {
  readonly type?: readonly string[];
  readonly kinds?: readonly string[];
  readonly id?: readonly string[];
  readonly minMentions?: number;
  /** File with entities of your own. */
  readonly gazetteer?: string;
  readonly labels?: 'ar' | 'en' | 'both';
  readonly top?: number;
}

export interface TimelineOptions extends CorpusOptions {
  /** Events on or after, on or before. */
  readonly from?: string;
  readonly to?: string;
  readonly granularity?: 'day' | 'month' | 'year';
  readonly minArticles?: number;
  /** Number of dates, the best supported ones; 0, the default, for all. */
  readonly limit?: number;
  readonly includePublicationDates?: boolean;
  readonly gazetteer?: string;
}

export interface CollocateOptions extends CorpusOptions, WordOptions {
  /** Words before and behind: `5`, or `3,0`. */
  readonly window?: string | number;
  readonly acrossSentences?: boolean;
  readonly by?: 'lemma' | 'surface';
  readonly minCount?: number;
  readonly minArticles?: number;
  readonly sort?: string;
  readonly top?: number;
}

export interface ConcordanceOptions extends CorpusOptions {
  readonly stem?: 'light' | 'snowball' | 'none';
  /** Words on each side. */
  readonly context?: number;
  readonly sort?: 'position' | 'left' | 'right';
  readonly sample?: number;
  readonly seed?: number;
  readonly top?: number;
}

export interface KeynessOptions extends CorpusOptions, WordOptions {
  /** Files or folders, or one result of `rasid keywords --json --top 0`. */
  readonly reference: readonly string[];
  readonly by?: 'lemma' | 'surface';
  readonly minCount?: number;
  readonly minArticles?: number;
  readonly only?: 'positive' | 'negative';
  readonly sort?: string;
  readonly top?: number;
}

export interface TrendOptions extends CorpusOptions {
  readonly stem?: 'light' | 'snowball' | 'none';
  readonly interval?: 'day' | 'week' | 'month' | 'year';
}

/** An input that was not read, or not wholly. */
export interface InputError {
  readonly file: string;
  readonly code: string;
  readonly message: string;
  readonly offset?: number;
}

/** What was read. `tokens` are the words of the counted parts, stop words included. */
export interface CorpusFacts {
  readonly files: number;
  readonly articles: number;
  readonly relatedArticles: number;
  readonly duplicates: number;
  readonly tokens: number;
  readonly parts: readonly string[];
}

/** A result, as `--json` writes it: rows with what they were made of. */
export interface Result<Row> {
  readonly schema: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly options: Readonly<Record<string, unknown>>;
  readonly corpus: CorpusFacts;
  readonly warnings: readonly string[];
  readonly errors: readonly InputError[];
  readonly rows: readonly Row[];
}

/** A stretch of an article. Offsets are UTF-16 units into the document. */
export interface ArticlePart {
  readonly part: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly repeated?: boolean;
}

/** An article with its text. */
export interface Article {
  /** The record's id; for pages the path, for related articles `path#2`, `path#3` … */
  readonly id: string;
  readonly path: string;
  readonly line: number;
  readonly kind: 'main' | 'related';
  readonly title: string | null;
  /** The body, a paragraph a line. */
  readonly text: string;
  readonly published: string | null;
  readonly publishedBasis: string;
  readonly source: string | null;
  readonly author: string | null;
  readonly tags: readonly string[];
  readonly language: string;
  readonly encoding: string;
  readonly words: number;
  readonly parts: readonly ArticlePart[];
}

export interface Articles {
  readonly articles: readonly Article[];
  readonly corpus: CorpusFacts;
  readonly warnings: readonly string[];
  readonly errors: readonly InputError[];
}

export interface KeywordRow {
  readonly group?: string;
  readonly rank: number;
  readonly count: number;
  readonly perMillion: number;
  readonly articles: number;
  readonly articleShare: number;
  readonly tfidf?: number;
  readonly dp?: number;
  readonly dpNorm?: number | null;
  readonly juillandD?: number | null;
  readonly arf?: number;
  readonly pos?: string;
  readonly label: string;
  readonly lemma: string;
  readonly forms: readonly { readonly form: string; readonly count: number }[];
}

export interface EntityRow {
  readonly type: string;
  readonly id: string | null;
  readonly mentions: number;
  readonly articles: number;
  readonly share: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly kinds: Readonly<Record<string, number>>;
  readonly surfaces: readonly { readonly surface: string; readonly count: number }[];
  readonly trend: readonly { readonly month: string; readonly mentions: number; readonly articles: number }[];
  readonly label: string;
}

export interface TimelineRow {
  readonly date: string;
  readonly end?: string;
  readonly granularity: string;
  readonly mod?: string;
  readonly articles: number;
  readonly mentions: number;
  readonly score: number;
  readonly scheduled?: boolean;
  readonly basis: readonly string[];
  readonly evidence: readonly {
    readonly article: string;
    readonly path: string;
    readonly line: number;
    readonly sentence: string;
    readonly entities: readonly string[];
    readonly sources?: readonly string[];
  }[];
}

export interface CollocateRow {
  readonly rank: number;
  readonly count: number;
  readonly left: number;
  readonly right: number;
  readonly total: number;
  readonly articles: number;
  readonly expected: number;
  readonly logDice: number | null;
  readonly mi: number | null;
  readonly mi3: number | null;
  readonly tScore: number | null;
  readonly g2: number;
  readonly pos?: string;
  readonly label: string;
  readonly lemma: string;
}

export interface ConcordanceRow {
  readonly article: string;
  readonly path: string;
  readonly line: number;
  readonly part: string;
  /** Words before the match in reading order. */
  readonly left: string;
  readonly match: string;
  readonly right: string;
  readonly start: number;
  readonly end: number;
}

export interface KeynessRow {
  readonly rank: number;
  readonly direction: 'positive' | 'negative';
  readonly count: number;
  readonly perMillion: number;
  readonly articles: number;
  readonly referenceCount: number;
  readonly referencePerMillion: number;
  readonly g2: number;
  readonly bayesFactor: number | null;
  readonly logRatio: number | null;
  readonly percentDifference: number | null;
  readonly pos?: string;
  readonly label: string;
  readonly lemma: string;
}

export interface TrendRow {
  readonly period: string;
  readonly start: string;
  readonly end: string;
  readonly count: number;
  readonly articles: number;
  readonly perMillion: number | null;
  readonly articleShare: number | null;
  readonly allArticles: number;
  readonly tokens: number;
}

type Paths = string | readonly string[];

function run<Row>(command: string, operands: Paths, options: object, term?: string): Promise<Result<Row>> {
  const paths = typeof operands === 'string' ? [operands] : operands;
  const named = term === undefined ? paths : [term, ...paths];
  return runCommand(command, named, { ...options }) as Promise<Result<Row>>;
}

/** The articles of the corpus with their text, parts and metadata, in path order; duplicates are left out. */
export function readArticles(paths: Paths, options: CorpusOptions = {}): Promise<Articles> {
  const listed = typeof paths === 'string' ? [paths] : paths;
  return collectArticles(listed, { ...options }) as Promise<unknown> as Promise<Articles>;
}

/** Frequencies of lemmas, forms, parts of speech or n-grams: `rasid keywords`. */
export function keywords(paths: Paths, options: KeywordOptions = {}): Promise<Result<KeywordRow>> {
  return run('keywords', paths, { top: 0, ...options });
}

/** Countries, ministers and alliances: `rasid entities`. */
export function entities(paths: Paths, options: EntityOptions = {}): Promise<Result<EntityRow>> {
  return run('entities', paths, options);
}

/** Events by date, with evidence: `rasid timeline`. */
export function timeline(paths: Paths, options: TimelineOptions = {}): Promise<Result<TimelineRow>> {
  return run('timeline', paths, { limit: 0, ...options });
}

/** Words near a term: `rasid collocates`. */
export function collocates(term: string, paths: Paths, options: CollocateOptions = {}): Promise<Result<CollocateRow>> {
  return run('collocates', paths, { top: 0, ...options }, term);
}

/** Every occurrence of a term in context: `rasid concordance`. */
export function concordance(
  term: string,
  paths: Paths,
  options: ConcordanceOptions = {},
): Promise<Result<ConcordanceRow>> {
  return run('concordance', paths, options, term);
}

/** What distinguishes a corpus from a reference: `rasid keyness`. */
export function keyness(paths: Paths, options: KeynessOptions): Promise<Result<KeynessRow>> {
  return run('keyness', paths, { top: 0, ...options });
}

/** A term over time: `rasid trend`. */
export function trend(term: string, paths: Paths, options: TrendOptions = {}): Promise<Result<TrendRow>> {
  return run('trend', paths, options, term);
}
