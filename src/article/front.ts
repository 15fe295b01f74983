/**
 * The front of an article: everything before its first paragraph. Here the headline is chosen, and the lines around it
 * are told apart: kicker, deck, byline, ticker, date of the visit.
 */
import type { PartName } from './article.ts';
import { isHeadlineLike, isParagraph } from './lines.ts';
import { lineKey, type Page, type PageLine, sharedStems, stemsOf } from './page.ts';

/** Part and rule of each line of a front, keyed by the line's index on the page. */
export type FrontDecisions = Map<number, { readonly part: PartName; readonly rule: string }>;

/** Index of the first paragraph from `start` on, or of `end` when there is none. Lines with a finding are passed over. */
export function firstParagraph(page: Page, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const { finding, shape } = page.lines[i];
    if (!finding && isParagraph(shape) && !(i === start && standsOnDate(page, i))) return i;
  }
  return end;
}

/** A first line of a headline's length above the date of publication is the headline, even with a full stop. */
function standsOnDate(page: Page, at: number): boolean {
  const { shape } = page.lines[at];
  return shape.whole && shape.words <= HEADLINE_WORDS && page.lines[at + 1]?.finding?.part === 'date';
}

/** Most words of a headline with a full stop. */
const HEADLINE_WORDS = 24;
/** Paragraphs that tell what an article speaks of. */
const LEAD_PARAGRAPHS = 2;

/** A front as it is judged: its plain lines and what the article behind it speaks of. */
interface Front {
  readonly page: Page;
  readonly plain: readonly number[];
  readonly keys: readonly string[];
  readonly shared: readonly number[];
}

function viewFront(page: Page, start: number, paragraph: number, end: number): Front {
  const plain: number[] = [];
  for (let i = start; i < paragraph; i++) if (!page.lines[i].finding) plain.push(i);
  // The usual front is one headline: nothing to weigh it against.
  if (plain.length <= 1 && !plain.some(i => isByline(page, page.lines[i])))
    return { page, plain, keys: [''], shared: [0] };
  const lead = new Set<string>();
  let seen = 0;
  for (let i = paragraph; i < end && seen < LEAD_PARAGRAPHS; i++) {
    if (page.lines[i].finding) continue;
    for (const stem of stemsOf(page, page.lines[i])) lead.add(stem);
    seen++;
  }
  const lines = plain.map(i => page.lines[i]);
  return {
    page,
    plain,
    keys: lines.map(line => lineKey(page, line)),
    shared: lines.map(line => sharedStems(stemsOf(page, line), lead)),
  };
}

function isTitleLike(page: Page, line: PageLine): boolean {
  return isHeadlineLike(line.shape) && !isByline(page, line);
}

/** «بغداد: كاظم العبيدي», «القاهرة - أحمد علي», «حسن العمري – جدة»: a place, a sign, a name, and nothing that the article repeats. */
function isByline(page: Page, line: PageLine): boolean {
  if (line.shape.words > 6 || line.shape.terminal) return false;
  const text = page.text.slice(line.from, line.to);
  const sign = /[:\-\u2013\u2014\u0640/|]/u.exec(text.slice(0, 60));
  if (!sign || sign.index === 0) return false;
  const { index } = page.tools;
  return index.isPlace(text.slice(0, sign.index).trim()) || index.isPlace(text.slice(sign.index + 1).trim());
}

/** Position of the first headline-like line that stands again below, or -1. */
function firstRepeated(keys: readonly string[], lines: readonly PageLine[]): number {
  const positions = new Map<string, number>();
  for (const [at, key] of keys.entries()) {
    const first = positions.get(key);
    if (first === undefined) positions.set(key, at);
    else if (lines[at].shape.words >= 3 && isHeadlineLike(lines[at].shape)) return first;
  }
  return -1;
}

/** Position in `front.plain` of the headline, or -1. */
function chooseTitle(front: Front): number {
  const { page, plain, keys, shared } = front;
  const stated = page.document.stated.title?.trim();
  const lines = plain.map(i => page.lines[i]);
  if (stated) {
    const at = lines.findIndex(line => page.text.slice(line.from, line.to) === stated);
    if (at >= 0) return at;
  }
  const repeated = firstRepeated(keys, lines);
  if (repeated >= 0) return repeated;
  let best = -1;
  for (const [at, line] of lines.entries()) {
    const dated = plain[at] === 0 && standsOnDate(page, 0);
    if ((!isHeadlineLike(line.shape) && !dated) || (isByline(page, line) && shared[at] < 2)) continue;
    if (best < 0 || shared[at] > shared[best] + (lines[best].shape.words >= 4 ? 1 : 0)) best = at;
  }
  return best;
}

/** Lines before the headline that do not speak of the article, so many that they can only be a site's ticker. */
const TICKER_LINES = 3;

/** Lines above the headline, or above its repetition, that do not speak of the article. */
function countForeign(front: Front, title: number): number {
  const last = front.keys.lastIndexOf(front.keys[title]);
  let foreign = 0;
  for (let at = 0; at < last; at++) if (front.shared[at] < 2 && front.keys[at] !== front.keys[title]) foreign++;
  return foreign;
}

function decideBefore(front: Front, title: number, foreign: number, decisions: FrontDecisions): void {
  for (let at = 0; at < title; at++) {
    const line = front.page.lines[front.plain[at]];
    if (front.keys[at] === front.keys[title])
      decisions.set(front.plain[at], { part: 'title', rule: 'headline-repeated' });
    else if (line.shape.bulleted) decisions.set(front.plain[at], { part: 'headlines', rule: 'ticker' });
    else if (front.shared[at] < 2 && line.shape.words <= 3)
      decisions.set(front.plain[at], { part: 'furniture', rule: 'section-line' });
    else if (front.shared[at] < 2 && foreign >= TICKER_LINES)
      decisions.set(front.plain[at], { part: 'headlines', rule: 'ticker' });
    else decisions.set(front.plain[at], { part: 'body', rule: 'kicker' });
  }
}

function decideAfter(front: Front, title: number, foreign: number, decisions: FrontDecisions): void {
  const repetition = title < 0 ? -1 : front.keys.lastIndexOf(front.keys[title]);
  for (let at = title + 1; at < front.plain.length; at++) {
    const line = front.page.lines[front.plain[at]];
    const isName = line.shape.words >= 2 && line.shape.words <= 4 && line.shape.numbers === 0 && !line.shape.terminal;
    if (title >= 0 && front.keys[at] === front.keys[title])
      decisions.set(front.plain[at], { part: 'title', rule: 'headline-repeated' });
    else if (at < repetition && front.shared[at] < 2 && foreign >= TICKER_LINES)
      decisions.set(front.plain[at], { part: 'headlines', rule: 'ticker' });
    else if (isByline(front.page, line) || (isName && front.shared[at] === 0))
      decisions.set(front.plain[at], { part: 'dateline', rule: 'byline' });
    else decisions.set(front.plain[at], { part: 'body', rule: 'deck' });
  }
}

/**
 * Decides the plain lines from `start` to the first paragraph (`end` when the page has none: then the first
 * headline-like line is the headline and the rest is body).
 */
export function decideFront(page: Page, start: number, paragraph: number, end: number): FrontDecisions {
  const decisions: FrontDecisions = new Map();
  const front = viewFront(page, start, paragraph, end);
  const title = paragraph === end ? front.plain.findIndex(i => isTitleLike(page, page.lines[i])) : chooseTitle(front);
  const foreign = title < 0 ? 0 : countForeign(front, title);
  if (title >= 0) {
    decideBefore(front, title, foreign, decisions);
    decisions.set(front.plain[title], { part: 'title', rule: 'headline' });
  }
  if (paragraph < end) decideAfter(front, title, foreign, decisions);
  return decisions;
}
