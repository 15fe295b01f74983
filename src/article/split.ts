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
/** Length in UTF-16 units up to which lines are compared by their words; longer ones must be equal to the letter. */
const BY_WORDS = 200;

/** For each line whether the same line stood earlier in the same part, or in a title or body. */
function findRepeats(page: Page, decisions: readonly Decision[]): boolean[] {
  const seen = new Map<string, Set<string>>();
  return page.lines.map((line, at) => {
    const { part } = decisions[at];
    if (line.shape.words < REPEAT_WORDS) return false;
    const key = line.to - line.from <= BY_WORDS ? lineKey(page, line) : page.text.slice(line.from, line.to);
    const parts = seen.get(key);
    if (!parts) seen.set(key, new Set([part]));
    else if (parts.has(part) || parts.has('title') || parts.has('body')) return true;
    else parts.add(part);
    return false;
  });
}

/** Cuts a dateline off the first paragraphs of each article, and a date or place set before a later one. */
function partsOfLine(
  page: Page,
  at: number,
  decision: Decision,
  end: number,
  start: number,
  repeated: boolean,
  lead: boolean,
): PagePart[] {
  const line = page.lines[at];
  const base = { text: page.text, line: line.number, article: decision.article };
  const flag = repeated ? { repeated: true } : {};
  const whole: PagePart = { ...base, start, end, part: decision.part, rule: decision.rule, ...flag };
  if (decision.part !== 'body') return [whole];
  const cut = datelineEnd(page, line, lead);
  if (cut <= line.from || cut >= line.to) return [whole];
  return [
    { ...whole, end: cut, part: 'dateline', rule: 'dateline' },
    { ...whole, start: cut },
  ];
}

function leadLines(decisions: readonly Decision[]): Set<number> {
  const leads = new Map<number, number>();
  for (const [at, { part, article, rule }] of decisions.entries())
    if (part === 'body' && rule === 'text' && !leads.has(article)) leads.set(article, at);
  return new Set(leads.values());
}

function tile(page: Page, decisions: readonly Decision[]): PagePart[] {
  const repeats = findRepeats(page, decisions);
  const leads = leadLines(decisions);
  const { text, lines } = page;
  if (lines.length === 0)
    return text === ''
      ? []
      : [{ text, line: 1, article: 0, start: 0, end: text.length, part: 'furniture', rule: 'blank' }];
  const parts: PagePart[] = [];
  if (lines[0].start > 0)
    parts.push({ text, line: 1, article: 0, start: 0, end: lines[0].start, part: 'furniture', rule: 'blank' });
  for (const [at, line] of lines.entries()) {
    const end = at + 1 < lines.length ? lines[at + 1].start : text.length;
    parts.push(...partsOfLine(page, at, decisions[at], end, line.start, repeats[at], leads.has(at)));
  }
  return parts;
}

/** The parts of a page in the order of its text. They tile the text completely. */
export function splitPage(document: Document, tools: SplitTools): PagePart[] {
  const page = viewPage(document, tools);
  return tile(page, walkPage(page));
}

export type { Page, PageLine };
