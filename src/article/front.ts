/**
 * The front of an article: everything before its first paragraph. Here the headline is chosen, and the lines around it
 * are told apart: kicker, deck, byline, ticker, date of the visit.
 */
import type { PartName } from './article.ts';
import { beginsWrapped, isArabic, isRunTogetherTicker, noiseRule } from './front-noise.ts';
import { isHeadlineLike, isParagraph } from './lines.ts';
import { lineKey, type Page, type PageLine, sharedStems, stemsOf } from './page.ts';

/** Part and rule of each line of a front, keyed by the line's index on the page. */
export type FrontDecisions = Map<number, { readonly part: PartName; readonly rule: string }>;

/** Index of the first paragraph from `start` on, or of `end` when there is none. Lines with a finding are passed over. */
export function firstParagraph(page: Page, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const { finding, shape } = page.lines[i];
    if (finding) continue;
    const long = isParagraph(shape) && !(i === start && standsOnDate(page, i));
    if ((long && !isRunTogetherTicker(page, i)) || (i > start && beginsWrapped(page, i))) return i;
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

function viewFront(page: Page, plain: readonly number[], paragraph: number, end: number): Front {
  // The usual front is one headline: nothing to weigh it against.
  if (plain.length <= 1 && !plain.some(i => isByline(page, page.lines[i])))
    return { page, plain, keys: [''], shared: [0] };
  const lead = new Set<number>();
  let seen = 0;
  for (let i = paragraph; i < end && seen < LEAD_PARAGRAPHS; i++) {
    if (page.lines[i].finding) continue;
    for (const stem of stemsOf(page, page.lines[i])) lead.add(stem);
    seen++;
  }
  const keys: string[] = [];
  const shared: number[] = [];
  for (const i of plain) {
    keys.push(lineKey(page, page.lines[i]));
    shared.push(sharedStems(stemsOf(page, page.lines[i]), lead));
  }
  return { page, plain, keys, shared };
}

function isTitleLike(page: Page, line: PageLine): boolean {
  return isHeadlineLike(line.shape) && !isByline(page, line);
}

/** «بغداد: كاظم العبيدي», «القاهرة - أحمد علي», «حسن العمري – جدة», «الضفاف (جدة)»: a place, a sign, a name, and nothing that the article repeats. */
function isByline(page: Page, line: PageLine): boolean {
  if (line.shape.words > 6 || line.shape.terminal) return false;
  const text = page.text.slice(line.from, line.to);
  const sign = /[:_\-\u2013\u2014\u0640/|(]/u.exec(text.slice(0, 60));
  if (!sign || sign.index === 0) return false;
  const { index } = page.tools;
  const behind = text.slice(sign.index + 1, text.endsWith(')') ? -1 : undefined);
  return index.isPlace(text.slice(0, sign.index).trim()) || index.isPlace(behind.trim());
}

/** A line of a headline's length that begins with a label of furniture: «الطقس: أمطار غزيرة في الشمال». */
function isDisguised({ finding, shape }: PageLine): boolean {
  const { label, alone, part } = finding!;
  return (
    part === 'furniture' && label !== undefined && !label.opens && !alone && shape.words >= 4 && isHeadlineLike(shape)
  );
}

/**
 * The plain lines of a front; where none of them speaks of the article, and one that begins with a label of furniture
 * does, that one too: it is the headline.
 */
function uncover(
  page: Page,
  plain: readonly number[],
  disguised: readonly number[],
  paragraph: number,
): readonly number[] {
  if (disguised.length === 0) return plain;
  const told = stemsOf(page, page.lines[paragraph]);
  const speaks = (at: number): boolean => sharedStems(stemsOf(page, page.lines[at]), told) >= 2;
  const headline = plain.some(speaks) ? undefined : disguised.find(speaks);
  return headline === undefined ? plain : [...plain, headline].sort((a, b) => a - b);
}

/** What speaks for a line that stands again further down, or above the date. */
const REPEATED_BELOW = 4;
const ABOVE_DATE = 1;

/** True for a line that stands again, but not at once as a caption does. */
function isRepeatedBelow({ page, plain, keys }: Front, at: number): boolean {
  return page.lines[plain[at]].shape.words >= 3 && keys.lastIndexOf(keys[at]) > at + 1;
}

/** How much speaks for the line at position `at` of the front as the headline: what it shares with the article, and where it stands. */
function weightOf(front: Front, at: number): number {
  const { page, plain, shared } = front;
  const dated = page.lines[plain[at] + 1]?.finding?.part === 'date';
  return shared[at] + (isRepeatedBelow(front, at) ? REPEATED_BELOW : 0) + (dated ? ABOVE_DATE : 0);
}

/** Position in `front.plain` of the headline, or -1. */
function chooseTitle(front: Front): number {
  const { page, plain, shared } = front;
  const stated = page.document.stated.title?.trim();
  const lineAt = (at: number): PageLine => page.lines[plain[at]];
  if (stated) {
    const at = plain.findIndex(i => page.text.slice(page.lines[i].from, page.lines[i].to) === stated);
    if (at >= 0) return at;
    if (page.document.kind === 'record') return -1;
  }
  let [best, weight, foreign] = [-1, 0, 0];
  for (let at = 0; at < plain.length; at++) {
    const line = lineAt(at);
    const dated = plain[at] === 0 && standsOnDate(page, 0);
    if (page.lines[plain[at] + 1]?.finding?.rule === 'member') continue; // the writer of a post
    if ((!isHeadlineLike(line.shape) && !dated) || (isByline(page, line) && shared[at] < 2)) continue;
    if (isRepeatedBelow(front, at) && shared[at] >= 2)
      return best >= 0 && weight > REPEATED_BELOW + shared[at] ? best : at;
    const found = weightOf(front, at);
    if (found < 2) foreign++;
    if (best < 0 || found > weight + (lineAt(best).shape.words >= 4 ? 1 : 0)) [best, weight] = [at, found];
  }
  return foreign >= ONLY_TICKER && weight < 2 ? -1 : best;
}

/** So many headlines that do not speak of the article, and none that does, are a ticker above an article without headline. */
const ONLY_TICKER = 5;

/** «من المعرض», «عند الاستقبال»: a caption, no name. */
function beginsWithFunctionWord({ text, tools }: Page, { from, to }: PageLine): boolean {
  const [word] = text.slice(from, to).split(' ', 1);
  return tools.index.isFunctionWord(word);
}

/** Lines before the headline that do not speak of the article, so many that they can only be a site's ticker. */
const TICKER_LINES = 3;

/** Lines above the headline, or above its repetition, that do not speak of the article. */
function countForeign(front: Front, title: number): number {
  if (title < 0) return front.shared.filter(shared => shared < 2).length;
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
    else if (line.shape.bulleted || isParagraph(line.shape))
      decisions.set(front.plain[at], { part: 'headlines', rule: 'ticker' });
    else if (front.shared[at] < 2 && line.shape.words <= 3)
      decisions.set(front.plain[at], { part: 'furniture', rule: 'section-line' });
    else if (front.shared[at] < 2 && foreign >= TICKER_LINES)
      decisions.set(front.plain[at], { part: 'headlines', rule: 'ticker' });
    else decisions.set(front.plain[at], { part: 'body', rule: 'kicker' });
  }
}

function decideAfter(front: Front, title: number, foreign: number, decisions: FrontDecisions): void {
  const repetition = title < 0 ? -1 : front.keys.lastIndexOf(front.keys[title]);
  const untitled = title < 0 && foreign >= ONLY_TICKER;
  for (let at = title + 1; at < front.plain.length; at++) {
    const line = front.page.lines[front.plain[at]];
    const { words, numbers, terminal } = line.shape;
    const isName = words >= 2 && words <= 4 && numbers === 0 && !terminal && !beginsWithFunctionWord(front.page, line);
    if (title >= 0 && front.keys[at] === front.keys[title])
      decisions.set(front.plain[at], { part: 'title', rule: 'headline-repeated' });
    else if (isParagraph(line.shape)) decisions.set(front.plain[at], { part: 'headlines', rule: 'ticker' });
    else if (front.shared[at] < 2 && (at < repetition ? foreign >= TICKER_LINES : untitled && words >= 4))
      decisions.set(front.plain[at], { part: 'headlines', rule: 'ticker' });
    else if (isByline(front.page, line) || (isName && front.shared[at] === 0))
      decisions.set(front.plain[at], { part: 'dateline', rule: isByline(front.page, line) ? 'byline' : 'byline-name' });
    else if (title >= 0 && words <= 1 && !terminal && front.shared[at] === 0)
      decisions.set(front.plain[at], { part: 'furniture', rule: 'section-line' });
    else decisions.set(front.plain[at], { part: 'body', rule: 'deck' });
  }
}

/**
 * Decides the plain lines from `start` to the first paragraph (`end` when the page has none: then the first
 * headline-like line is the headline and the rest is body).
 */
export function decideFront(page: Page, start: number, paragraph: number, end: number): FrontDecisions {
  const decisions: FrontDecisions = new Map();
  const arabic = paragraph < end && isArabic(page, paragraph);
  const plain: number[] = [];
  const disguised: number[] = [];
  for (let i = start; i < paragraph; i++) {
    if (page.lines[i].finding) {
      if (arabic && isDisguised(page.lines[i])) disguised.push(i);
      continue;
    }
    const rule = arabic ? noiseRule(page, i) : undefined;
    if (rule) decisions.set(i, { part: 'furniture', rule });
    else plain.push(i);
  }
  const front = viewFront(page, uncover(page, plain, disguised, paragraph), paragraph, end);
  const title = paragraph === end ? front.plain.findIndex(i => isTitleLike(page, page.lines[i])) : chooseTitle(front);
  const foreign = countForeign(front, title);
  if (title >= 0) {
    decideBefore(front, title, foreign, decisions);
    decisions.set(front.plain[title], { part: 'title', rule: 'headline' });
  }
  if (paragraph < end) decideAfter(front, title, foreign, decisions);
  return decisions;
}
