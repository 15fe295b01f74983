/**
 * The one loop: files → documents → articles → readings, with the filters and the duplicate rule that all commands
 * share. A command gives a visitor; everything it may need to know about the run comes back at the end.
 */
import type { Article, PartName } from '../article/article.ts';
import { ExactDuplicates } from '../article/duplicates.ts';
import { type NearDuplicate, NearDuplicates } from '../article/near-duplicates.ts';
import { type ArticleReader, createArticleReader } from '../article/read-articles.ts';
import { Reader, type Reading, wordCount } from '../article/reading.ts';
import type { FoundFile } from '../corpus/names.ts';
import { readDocuments } from '../corpus/read.ts';
import { CorpusError, UsageError } from '../errors.ts';
import { messageLine } from '../report/bidi.ts';
import type { CorpusFacts, InputError } from '../report/result.ts';
import { compareCodePoints } from '../text/order.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { ExitCode } from './exit.ts';
import { type Accepts, loadFilters } from './filters.ts';
import { findInputs, refuseOverwriting } from './inputs.ts';
import type { Options } from './options.ts';
import { Progress } from './progress.ts';

/** An article that passed the filters, as it is handed to a command. */
export interface Visit {
  readonly reading: Reading;
  /** All articles of the same document, this one included, whether counted or not. */
  readonly page: readonly Article[];
  /** Id of the article with the same body that was read first; such an article is counted only on request. */
  readonly duplicateOf?: string;
  /** The most similar article that was read before, if it is near; asked for by the visitor or `--drop-near-duplicates`. */
  readonly near?: NearDuplicate;
}

/** What a command brings to the loop. */
export interface Visitor {
  readonly vocabulary: Vocabulary;
  /** Called once per counted article, in reading order. */
  readonly visit: (visit: Visit) => void | Promise<void>;
  /** True when the command wants duplicates too (it lists them). */
  readonly duplicates?: boolean;
  /** True when the command wants near duplicates named. */
  readonly nearDuplicates?: boolean;
}

/** What was read. */
export interface Run {
  readonly corpus: CorpusFacts;
  readonly errors: readonly InputError[];
  readonly warnings: readonly string[];
}

function inputError({ file, code, message, offset }: CorpusError): InputError {
  return { file, code, message, ...(offset === undefined ? {} : { offset }) };
}

/** Filters on what is known before a word is read. */
function isWanted(article: Article, options: Options): boolean {
  if (!options.languages.includes(article.language)) return false;
  if (options.source && !options.source.includes(article.source ?? '')) return false;
  if (options.since === undefined && options.until === undefined) return true;
  const date = article.published?.date;
  if (date === undefined) return false;
  // Dates compare as text as far as both are precise: 2024-05 lies within 2024.
  const since =
    options.since === undefined || date.slice(0, options.since.length) >= options.since.slice(0, date.length);
  const until =
    options.until === undefined || date.slice(0, options.until.length) <= options.until.slice(0, date.length);
  return since && until;
}

/** The parts of an article that are counted; a related article is counted when `related` is among the parts. */
function partsOf(article: Article, parts: ReadonlySet<PartName>): ReadonlySet<PartName> | undefined {
  return article.kind === 'main' || parts.has('related') ? parts : undefined;
}

class Loop {
  readonly #options: Options;
  readonly #visitor: Visitor;
  readonly #accepts: Accepts | undefined;
  readonly #near: NearDuplicates | undefined;
  readonly #reader: Reader;
  readonly #articles: ArticleReader;
  readonly #duplicates: ExactDuplicates;
  readonly #languages = new Map<string, number>();
  main = 0;
  related = 0;
  duplicates = 0;
  tokens = 0;

  constructor(options: Options, visitor: Visitor, accepts: Accepts | undefined, duplicates: ExactDuplicates) {
    this.#options = options;
    this.#duplicates = duplicates;
    this.#visitor = visitor;
    this.#accepts = accepts;
    this.#near = visitor.nearDuplicates || options.dropNearDuplicates ? new NearDuplicates() : undefined;
    this.#reader = new Reader(visitor.vocabulary);
    this.#articles = createArticleReader(visitor.vocabulary, options);
  }

  /** Articles met in languages that are not counted. */
  get otherLanguages(): [string, number][] {
    return [...this.#languages];
  }

  async take(document: Parameters<ArticleReader>[0]): Promise<void> {
    const page = this.#articles(document);
    for (const article of page) {
      const parts = partsOf(article, this.#options.parts);
      if (!parts) continue;
      if (!this.#options.languages.includes(article.language)) {
        this.#languages.set(article.language, (this.#languages.get(article.language) ?? 0) + 1);
      }
      if (!isWanted(article, this.#options)) continue;
      await this.#read(article, parts, page);
    }
  }

  async #read(article: Article, parts: ReadonlySet<PartName>, page: readonly Article[]): Promise<void> {
    const { keepDuplicates, keepRepeats, minWords, dropNearDuplicates } = this.#options;
    const duplicateOf = keepDuplicates ? undefined : this.#duplicates.ownerOf(article);
    if (duplicateOf !== undefined) {
      this.duplicates++;
      if (!this.#visitor.duplicates) return;
    }
    const reading = this.#reader.read(article, parts, keepRepeats);
    const words = wordCount(reading);
    if (minWords !== undefined && words < minWords) return;
    if (this.#accepts && !this.#accepts(reading)) return;
    const near = duplicateOf === undefined ? this.#near?.add(reading) : undefined;
    if (near && dropNearDuplicates) {
      this.duplicates++;
      if (!this.#visitor.duplicates) return;
    } else if (duplicateOf === undefined) {
      if (article.kind === 'main') this.main++;
      else this.related++;
      this.tokens += words;
    }
    await this.#visitor.visit({
      reading,
      page,
      ...(duplicateOf === undefined ? {} : { duplicateOf }),
      ...(near === undefined ? {} : { near }),
    });
  }
}

/** Options that leave articles out, as flags. */
const FILTERS: readonly (readonly [keyof Options, string])[] = [
  ['since', '--since'],
  ['until', '--until'],
  ['source', '--source'],
  ['contains', '--contains'],
  ['entity', '--entity'],
  ['minWords', '--min-words'],
];

/** What came of reading files, as plain data: of all of them, or of those that one worker was handed. */
export interface Harvest {
  readonly documents: number;
  readonly articles: number;
  readonly relatedArticles: number;
  readonly duplicates: number;
  readonly tokens: number;
  /** Articles met in languages that are not counted. */
  readonly otherLanguages: readonly (readonly [string, number])[];
  readonly errors: readonly InputError[];
}

/** True when nothing on standard input was a record: it may be a page. */
function isUnlikeRecords({ documents, errors }: Harvest, { input }: Options): boolean {
  return documents === 0 && input === undefined && errors.some(({ file, code }) => file === '-' && code === 'record');
}

function warningsOf(harvest: Harvest, options: Options): string[] {
  if (isUnlikeRecords(harvest, options))
    return ['standard input is read as NDJSON: --input txt reads a page of text (also html, json, csv)'];
  const { otherLanguages, articles, relatedArticles } = harvest;
  const left = [...otherLanguages].sort(([a], [b]) => compareCodePoints(a, b));
  const others = left.map(
    ([language, count]) =>
      `${count} ${count === 1 ? 'article' : 'articles'} in language "${language}" left out (--languages)`,
  );
  const filters = FILTERS.filter(([name]) => options[name] !== undefined).map(([, flag]) => flag);
  if (articles + relatedArticles > 0 || filters.length === 0) return others;
  return [...others, `no article passes ${filters.join(', ')}`];
}

/** The files of a run: those to read, in their order, and what cannot be found. */
export interface Inputs {
  readonly files: readonly FoundFile[];
  readonly errors: readonly InputError[];
}

/** Finds what the operands and options name. Throws {@link UsageError} for a missing operand, or when there is nothing. */
export async function openInputs(operands: readonly string[], options: Options): Promise<Inputs> {
  const { files, errors } = await findInputs(operands, options);
  refuseOverwriting(options, files);
  return { files, errors: errors.map(inputError) };
}

/** Reads files in their order and hands every counted article to the visitor. */
export async function readFiles(
  files: readonly FoundFile[],
  options: Options,
  visitor: Visitor,
  duplicates: ExactDuplicates = new ExactDuplicates(),
): Promise<Harvest> {
  const errors: InputError[] = [];
  const loop = new Loop(options, visitor, await loadFilters(visitor.vocabulary, options), duplicates);
  const progress = new Progress(files.length, options.quiet || options.silent || false);
  let last = '';
  let documents = 0;
  try {
    for await (const outcome of readDocuments(files, readOptions(options))) {
      if (outcome instanceof CorpusError) {
        errors.push(inputError(outcome));
        continue;
      }
      documents++;
      await loop.take(outcome);
      progress.advance(outcome.path === last ? 0 : 1, outcome.text.length);
      last = outcome.path;
    }
  } finally {
    progress.finish();
  }
  const { main: articles, related: relatedArticles, tokens, otherLanguages } = loop;
  return { documents, articles, relatedArticles, duplicates: loop.duplicates, tokens, otherLanguages, errors };
}

/** A run as results record it; its errors, and why it may be empty, are told on stderr. */
export function runOf(inputs: Inputs, harvest: Harvest, options: Options): Run {
  const { documents, articles, relatedArticles, duplicates, tokens } = harvest;
  const errors = [...inputs.errors, ...harvest.errors];
  if (documents === 0 && errors.length === 0) throw new UsageError('no article in the input');
  const parts = [...options.parts].sort();
  const corpus = { files: inputs.files.length, articles, relatedArticles, duplicates, tokens, parts };
  if (!options.silent)
    tellErrors(
      errors,
      inputs.files.map(({ path }) => path),
    );
  const warnings = warningsOf(harvest, options);
  // An empty answer is explained; other warnings are for those who read the result.
  if (!options.silent && articles + relatedArticles === 0) tellWarnings(warnings);
  return { corpus, errors, warnings };
}

/** Reads the corpus and hands every counted article to the visitor. Throws {@link UsageError} when there is none. */
export async function readCorpus(operands: readonly string[], options: Options, visitor: Visitor): Promise<Run> {
  const inputs = await openInputs(operands, options);
  return runOf(inputs, await readFiles(inputs.files, options, visitor), options);
}

function readOptions(options: Options): Parameters<typeof readDocuments>[1] {
  const { encoding, input, field, maxFileSize, dateFrom } = options;
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(input === undefined ? {} : { input }),
    ...(field === undefined ? {} : { fields: Object.fromEntries(field) }),
    ...(maxFileSize === undefined ? {} : { maxFileSize }),
    fileDates: dateFrom === 'mtime',
  };
}

/** Warnings on stderr, one line each. */
export function tellWarnings(warnings: readonly string[]): void {
  for (const warning of warnings) process.stderr.write(`rasid: warning: ${messageLine(warning)}\n`);
}

/** One line per input that was not read, and a count. */
function tellErrors(errors: readonly InputError[], files: readonly string[]): void {
  if (errors.length === 0) return;
  const lines = errors.map(({ file, message }) => `rasid: error: ${messageLine(`"${file}": ${message}`)}`);
  const unread = new Set(errors.map(error => error.file));
  const asked = new Set([...files, ...unread]).size;
  process.stderr.write(`${lines.join('\n')}\nrasid: ${unread.size} of ${asked} files not read in full\n`);
}

/** Exit code of a run: 3 when an input could not be read, unless that is allowed. */
export function exitCodeOf(run: Run, options: Options): ExitCode {
  return run.errors.length > 0 && !options.allowPartial ? ExitCode.Partial : ExitCode.Complete;
}
