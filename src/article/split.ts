/**
 * A page → its parts, in visible order: look at each line → walk down and decide → flag repeats → cut datelines off →
 * tile the text. Every character belongs to exactly one part; the end of a line, and blank lines behind it, to its part.
 */
import type { Document } from '../corpus/document.ts';
import type { Part } from './article.ts';
import { datelineEnd } from './dateline.ts';
import { type Decision, lineKey, type Page, type PageLine, type SplitTools, viewPage } from './page.ts';
import { walkPage } from './walk.ts';

/** A part and the article it belongs to: 0 the main one, 1 and up related ones. */
export interface PagePart extends Part {
  readonly article: number;
}

/** Fewest words of a line that can be a repeat: «قال:» may stand twice. */
const REPEAT_WORDS = 3;

function sameLine(page: Page, a: PageLine, b: PageLine): boolean {
  if (a.shape.whole) return lineKey(page, a) === lineKey(page, b);
  return page.text.slice(a.from, a.to) === page.text.slice(b.from, b.to);
}

/** For each line whether the same line stood earlier in the same part, or in a title or body. Compared by hash, then by words. */
function findRepeats(page: Page, decisions: readonly Decision[]): boolean[] {
  const firsts = new Map<number, number>();
  return page.lines.map((line, at) => {
    if (line.shape.words < REPEAT_WORDS) return false;
    const first = firsts.get(line.shape.hash);
    if (first === undefined) {
      firsts.set(line.shape.hash, at);
      return false;
    }
    const { part } = decisions[first];
    const counts = part === decisions[at].part || part === 'title' || part === 'body';
    const repeats = counts && sameLine(page, page.lines[first], line);
    if (!counts) firsts.set(line.shape.hash, at);
    return repeats;
  });
}

function leadLines(decisions: readonly Decision[]): Set<number> {
  const leads = new Map<number, number>();
  for (const [at, { part, article, rule }] of decisions.entries())
    if (part === 'body' && rule === 'text' && !leads.has(article)) leads.set(article, at);
  return new Set(leads.values());
}

function blankPart(text: string, end: number): PagePart {
  return { part: 'furniture', rule: 'blank', text, start: 0, end, line: 1, article: 0 };
}

function tile(page: Page, decisions: readonly Decision[]): PagePart[] {
  const repeats = findRepeats(page, decisions);
  const leads = leadLines(decisions);
  const { text, lines } = page;
  if (lines.length === 0) return text === '' ? [] : [blankPart(text, text.length)];
  const parts: PagePart[] = lines[0].start > 0 ? [blankPart(text, lines[0].start)] : [];
  for (const [at, line] of lines.entries()) {
    const { part, rule, article } = decisions[at];
    const lead = leads.has(at);
    const cut = part === 'body' && (lead || line.placed) ? datelineEnd(page, line, lead) : line.from;
    let { start } = line;
    if (cut > line.from && cut < line.to) {
      parts.push({ part: 'dateline', rule: 'dateline', text, start, end: cut, line: line.number, article });
      start = cut;
    }
    const end = at + 1 < lines.length ? lines[at + 1].start : text.length;
    const whole = { part, rule, text, start, end, line: line.number, article };
    parts.push(repeats[at] ? { ...whole, repeated: true } : whole);
  }
  return parts;
}

/** The parts of a page in the order of its text. They tile the text completely. */
export function splitPage(document: Document, tools: SplitTools): PagePart[] {
  const page = viewPage(document, tools);
  return tile(page, walkPage(page));
}

export type { Page, PageLine };
