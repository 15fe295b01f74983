/** Document → articles: the one entry of this room. */
import type { Document } from '../corpus/document.ts';
import { loadCalendar } from '../lexicon/calendar.ts';
import { type Furniture, loadFurniture } from '../lexicon/furniture.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { Article, Part, Published } from './article.ts';
import { DateReader } from './date-reader.ts';
import { FurnitureIndex } from './furniture-index.ts';
import { LanguageWords } from './language.ts';
import { readMetadata } from './metadata.ts';
import { type SplitTools, Stems } from './page.ts';
import { dateInPath, datePublished, dateRelated } from './publication.ts';
import { splitPage } from './split.ts';

/** What reading articles needs; made once per run by {@link articleTools}. */
interface ArticleTools extends SplitTools {
  readonly languages: LanguageWords;
}

/** Options of reading. */
export interface ArticleOptions {
  /** Read the text of records like pages (`--split`). */
  readonly split?: boolean;
  /** Publication date for main articles of unknown date (`--reference-date`), `YYYY-MM-DD`. */
  readonly referenceDate?: string;
  /** `name`: main articles of unknown date take the date in the name of their file. */
  readonly dateFrom?: string;
}

/** Documents → articles with everything else settled. */
export type ArticleReader = (document: Document) => Article[];

/** A reader for one run: the furniture is loaded once and bound to the run's vocabulary. */
export function createArticleReader(vocabulary: Vocabulary, options: ArticleOptions = {}): ArticleReader {
  const tools = articleTools(loadFurniture(), vocabulary, new DateReader(vocabulary, loadCalendar()));
  return document => readArticles(document, tools, options);
}

/** Tools bound to the vocabulary of a run. */
function articleTools(furniture: Furniture, vocabulary: Vocabulary, dates: DateReader): ArticleTools {
  return {
    index: new FurnitureIndex(furniture, vocabulary),
    dates,
    stems: new Stems(vocabulary),
    languages: new LanguageWords(furniture.functionWords),
  };
}

function titlePart(document: Document, title: string): Part {
  return { part: 'title', rule: 'record-title', text: title, start: 0, end: title.length, line: document.line };
}

/** A record's parts: its title, and its text as one body part or, when asked for, split like a page. */
function recordParts(document: Document, tools: ArticleTools, split: boolean): Part[][] {
  const { title } = document.stated;
  const { text, line } = document;
  const head = title ? [titlePart(document, title)] : [];
  if (split) {
    const [main, ...related] = splitPage(document, tools).map(parts => parts.map(part => ({ ...part, line })));
    return [[...head, ...main], ...related];
  }
  if (text !== '') head.push({ part: 'body', rule: 'record-text', text, start: 0, end: text.length, line });
  return [head];
}

function languageOf(parts: readonly Part[], tools: ArticleTools): string {
  const part = parts.find(({ part }) => part === 'body') ?? parts.find(({ part }) => part === 'title');
  if (!part) return 'ar';
  const last = parts.findLast(({ part: name, text }) => name === 'body' && text === part.text) ?? part;
  return tools.languages.languageOf(part.text, part.start, last.end, tools.index);
}

/** What the user says where page and record say nothing. */
function dateByOptions({ path }: Document, { dateFrom, referenceDate }: ArticleOptions): Published | undefined {
  const named = dateFrom === 'name' ? dateInPath(path) : undefined;
  if (named) return { date: named, basis: 'file' };
  return referenceDate ? { date: referenceDate, basis: 'option' } : undefined;
}

function mainArticle(document: Document, parts: Part[], tools: ArticleTools, options: ArticleOptions): Article {
  const published = datePublished(document, parts, tools) ?? dateByOptions(document, options);
  return {
    id: document.id,
    path: document.path,
    line: document.line,
    kind: 'main',
    document,
    parts,
    ...readMetadata(parts, tools.index, document),
    ...(published && { published }),
    language: languageOf(parts, tools),
  };
}

function relatedArticle(document: Document, parts: Part[], number: number, tools: ArticleTools): Article {
  const published = dateRelated(parts, tools);
  return {
    id: `${document.id}#${number + 1}`,
    path: document.path,
    line: parts[0].line,
    kind: 'related',
    document,
    parts,
    ...readMetadata(parts, tools.index),
    ...(published && { published }),
    language: languageOf(parts, tools),
  };
}

/**
 * The articles of a document, the main one first. A record is one article whose text is body as it stands, unless
 * `split`; a page is its main article and the related ones embedded in it. Parts tile the document's text completely.
 */
function readArticles(document: Document, tools: ArticleTools, options: ArticleOptions = {}): Article[] {
  const [main, ...related] =
    document.kind === 'record' ? recordParts(document, tools, options.split ?? false) : splitPage(document, tools);
  const articles = [mainArticle(document, main, tools, options)];
  for (const group of related) articles.push(relatedArticle(document, group, articles.length, tools));
  return articles;
}
