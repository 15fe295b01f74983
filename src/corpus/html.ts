/**
 * HTML pages → documents. Loaded only when an HTML file is met: the DOM and the extractor are the heaviest parts of the
 * program. The document is then the extracted text, one line per block, headline first; what `<meta>` and JSON-LD
 * state about title, date, source and tags is handed on as stated.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { CorpusError } from '../errors.ts';
import { blockLines } from './blocks.ts';
import { decode } from './decode.ts';
import type { Document } from './document.ts';
import { completePage, markupLoad } from './markup.ts';
import { type PageMetadata, readPageMetadata } from './metadata.ts';

/** Bytes in which a page must state its encoding (HTML standard, 13.2.3.2: 1024). */
const PRESCAN = 1024;

/** The encoding that `<meta charset>` or `http-equiv` names, if any. */
function statedEncoding(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, PRESCAN).toString('latin1');
  return /charset\s{0,8}=\s{0,8}["']?([\w-]{2,40})/iu.exec(head)?.[1];
}

/** Beyond these a page is not parsed: no page that is meant to be read comes near. */
const MOST_DEPTH = 1000;
const MOST_ATTRIBUTES = 2000;
/** More would take above 1 GB of memory: UTF-16 units, and tags, character references and attributes together. */
const MOST_UNITS = 16_000_000;
const MOST_NODES = 500_000;
/** Beyond these a page is read whole, without the extractor, whose time grows with more than their square. */
const DEEPEST_TO_EXTRACT = 120;
const MOST_PIECES_TO_EXTRACT = 30_000;

interface Extracted {
  readonly lines: string[];
  readonly metadata: PageMetadata;
}

function extracted(html: string, path: string): Extracted {
  if (html.length > MOST_UNITS) throw new CorpusError(path, 'too-large', `HTML of more than ${MOST_UNITS} characters`);
  const { pieces, nodes, depth, attributes } = markupLoad(html);
  if (nodes > MOST_NODES)
    throw new CorpusError(path, 'too-large', `HTML of more than ${MOST_NODES} tags, attributes and references`);
  if (depth > MOST_DEPTH)
    throw new CorpusError(path, 'html', `HTML elements stand more than ${MOST_DEPTH} deep in each other`);
  if (attributes > MOST_ATTRIBUTES)
    throw new CorpusError(path, 'html', `an HTML element has more than ${MOST_ATTRIBUTES} attributes`);
  const { document } = parseHTML(completePage(html));
  const stated = readPageMetadata(document);
  const metadata = {
    ...stated,
    title: stated.title ?? (document.querySelector('title')?.textContent.trim() || undefined),
  };
  // A browser moves text that stands in the head into the body.
  const stray = blockLines(document.head);
  const whole = [...stray, ...blockLines(document.body)];
  if (depth > DEEPEST_TO_EXTRACT || pieces > MOST_PIECES_TO_EXTRACT) return { lines: whole, metadata };
  const article = new Readability(document, { charThreshold: 200 }).parse();
  if (!article?.content) return { lines: whole, metadata };
  const { document: content } = parseHTML(`<html><body>${article.content}</body></html>`);
  return {
    lines: [...stray, ...blockLines(content.body)],
    metadata: { ...metadata, title: stated.title ?? (article.title || metadata.title) },
  };
}

function stated(metadata: PageMetadata): Document['stated'] {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined && value.length > 0));
}

/**
 * Reads one HTML page. Its text is derived: offsets and lines refer to the extracted text.
 * @throws CorpusError `undecodable` or `binary`, `html` when the parser fails or the page is built to make it
 */
export function readHtml(bytes: Buffer, path: string, encoding?: string, fileDate?: string): Document {
  const decoded = decode(bytes, path, encoding, statedEncoding(bytes));
  let page: Extracted;
  try {
    page = extracted(decoded.text, path);
  } catch (error) {
    if (error instanceof CorpusError) throw error;
    throw new CorpusError(path, 'html', `HTML cannot be parsed (${(error as Error).message})`, undefined, {
      cause: error,
    });
  }
  const { lines, metadata } = page;
  const headed = metadata.title && lines[0] !== metadata.title ? [metadata.title, ...lines] : lines;
  const base = { path, id: path, kind: 'page', line: 1, encoding: decoded.encoding, derived: true } as const;
  return { ...base, text: headed.join('\n'), stated: stated(metadata), ...(fileDate && { fileDate }) };
}
