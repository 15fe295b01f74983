/**
 * A page → its parts, in visible order: look at each line → walk down and decide → flag repeats → cut datelines off →
 * tile the text. Every character belongs to exactly one part; the end of a line, and blank lines behind it, to its part.
 */
import type { Document } from '../corpus/document.ts';
import type { Part } from './article.ts';
import { datelineEnd } from './dateline.ts';
import { type Decision, lineKey, type Page, type PageLine, type SplitTools, viewPage } from './page.ts';
import { walkPage } from './walk.ts';

/** Fewest words of a line that can be a repeat: «قال:» may stand twice. */
const REPEAT_WORDS = 3;

function sameLine(page: Page, a: PageLine, b: PageLine): boolean {
  if (a.shape.whole) return lineKey(page, a) === lineKey(page, b);
  return page.text.slice(a.from, a.to) === page.text.slice(b.from, b.to);
}

/** For each line whether the same line stood earlier in the same part, or in a title or body. Compared by hash, then by words. */
function findRepeats(page: Page, decisions: readonly Decision[]): boolean[] {
  const firsts = new Map<number, number>();
  const isRepeat = (line: PageLine, at: number): boolean => {
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
  };
  const found: boolean[] = [];
  for (const [at, line] of page.lines.entries()) found.push(isRepeat(line, at));
  return found;
}

function leadLines(decisions: readonly Decision[]): Set<number> {
  const leads = new Map<number, number>();
  for (const [at, { part, article, rule }] of decisions.entries())
    if (part === 'body' && rule === 'text' && !leads.has(article)) leads.set(article, at);
  return new Set(leads.values());
}

function blankPart(text: string, end: number): Part {
  return { part: 'furniture', rule: 'blank', text, start: 0, end, line: 1 };
}

/** Parts of each article; blank space at the beginning belongs to the main one. */
function tile(page: Page, decisions: readonly Decision[]): Part[][] {
  const repeats = findRepeats(page, decisions);
  const leads = leadLines(decisions);
  const { text, lines } = page;
  const main: Part[] = [];
  const groups = [main];
  const blank = lines.length > 0 ? lines[0].start : text.length;
  if (blank > 0) main.push(blankPart(text, blank));
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const { part, rule, article } = decisions[at];
    groups[article] ??= [];
    const parts = groups[article];
    const lead = leads.has(at);
    const cut = part === 'body' && (lead || line.placed) ? datelineEnd(page, line, lead) : line.from;
    let { start } = line;
    if (cut > line.from && cut < line.to) {
      parts.push({ part: 'dateline', rule: 'dateline', text, start, end: cut, line: line.number });
      start = cut;
    }
    const end = at + 1 < lines.length ? lines[at + 1].start : text.length;
    if (repeats[at]) parts.push({ part, rule, text, start, end, line: line.number, repeated: true });
    else parts.push({ part, rule, text, start, end, line: line.number });
  }
  return groups;
}

/** The parts of the articles of a page, the main one first. Together they tile the text completely. */
export function splitPage(document: Document, tools: SplitTools): Part[][] {
  const page = viewPage(document, tools);
  return tile(page, walkPage(page));
}
