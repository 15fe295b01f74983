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
import { type PageMetadata, readPageMetadata } from './metadata.ts';

/** Bytes in which a page must state its encoding (HTML standard, 13.2.3.2: 1024). */
const PRESCAN = 1024;

/** The encoding that `<meta charset>` or `http-equiv` names, if any. */
function statedEncoding(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, PRESCAN).toString('latin1');
  return /charset\s{0,8}=\s{0,8}["']?([\w-]{2,40})/iu.exec(head)?.[1];
}

function extracted(html: string): { lines: string[]; metadata: PageMetadata } {
  const { document } = parseHTML(html);
  const metadata = readPageMetadata(document);
  const whole = document.body ? blockLines(document.body) : [];
  const article = new Readability(document, { charThreshold: 200 }).parse();
  if (!article?.content) return { lines: whole, metadata };
  const { document: content } = parseHTML(`<html><body>${article.content}</body></html>`);
  return {
    lines: blockLines(content.body),
    metadata: { ...metadata, title: metadata.title ?? article.title ?? undefined },
  };
}

function stated(metadata: PageMetadata): Document['stated'] {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined && value.length > 0));
}

/**
 * Reads one HTML page. Its text is derived: offsets and lines refer to the extracted text.
 * @throws CorpusError `undecodable` or `binary`, `html` when the parser fails
 */
export function readHtml(bytes: Buffer, path: string, encoding?: string, fileDate?: string): Document {
  const decoded = decode(bytes, path, encoding, statedEncoding(bytes));
  let page: ReturnType<typeof extracted>;
  try {
    page = extracted(decoded.text);
  } catch (error) {
    throw new CorpusError(path, 'html', `HTML cannot be parsed (${(error as Error).message})`, undefined, {
      cause: error,
    });
  }
  const { lines, metadata } = page;
  const headed = metadata.title && lines[0] !== metadata.title ? [metadata.title, ...lines] : lines;
  const base = { path, id: path, kind: 'page', line: 1, encoding: decoded.encoding, derived: true } as const;
  return { ...base, text: headed.join('\n'), stated: stated(metadata), ...(fileDate && { fileDate }) };
}
