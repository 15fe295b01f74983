/**
 * When an article was published, from the surest statement to the weakest: the record or the page's own metadata → a
 * labelled date → a stamp → the dateline → «today» with a full date in the first paragraphs → the address → the file.
 * The date of the visit at the top of a page never counts. Unknown is a normal result.
 */
import type { Document } from '../corpus/document.ts';
import type { DateLine } from '../time/dateline.ts';
import type { Part, Published, PublishedBasis } from './article.ts';
import type { SplitTools } from './page.ts';

function published({ date, time, conflict }: DateLine, basis: PublishedBasis): Published {
  return { date, basis, ...(time && { time }), ...(conflict && { conflict }) };
}

/** Rules whose lines hold a date, in order of trust, and the basis they give. */
const DATED: readonly (readonly [(part: Part) => boolean, PublishedBasis])[] = [
  [part => part.part === 'date' && part.rule.startsWith('published'), 'label'],
  [part => part.part === 'date' && part.rule === 'date-line', 'stamp'],
  [part => part.part === 'date' && part.rule.startsWith('updated'), 'label'],
  [part => part.part === 'dateline', 'dateline'],
];

function fromParts(parts: readonly Part[], tools: SplitTools): Published | undefined {
  for (const [holds, basis] of DATED) {
    for (const part of parts) {
      if (!holds(part)) continue;
      const found = tools.dates.parseIn(part.text, part.start, part.end);
      if (found) return published(found, basis);
    }
  }
  return undefined;
}

/** Paragraphs in which «اليوم الثلاثاء 12 مارس 2024» still tells the day of the report. */
const OPENING_PARAGRAPHS = 3;
const DAY = '\u064a\u0648\u0645'; // يوم
const ARTICLE = '\u0627\u0644'; // ال
/** Units behind «اليوم» in which its date must stand. */
const TODAY_REACH = 48;
/** Longest weekday, in units: a date that begins behind it is not the weekday's. */
const WEEKDAY_LENGTH = 12;
/** Units of the opening paragraphs that are searched. */
const OPENING_UNITS = 1800;

/** Weekday, day and a month in words: «الثلاثاء 22 نيسان/أبريل 2025». Figures alone mostly date an older thing. */
const DAY_AND_MONTH = /^ ?\S{3,12} [0-9\u0660-\u0669]{1,2} \p{L}/u;

/**
 * The day of what is reported, which is the day of the report: behind «اليوم» any full date; behind a bare «يوم» only in
 * the first paragraph a weekday with day and Gregorian month (of four other dates there in a day of news none was the day).
 */
function dayTold(opening: string, at: number, paragraph: number, { dates }: SplitTools): DateLine | null {
  const behind = at + DAY.length;
  const window = opening.slice(behind, at + TODAY_REACH);
  if (!/[0-9\u0660-\u0669]/u.test(window)) return null;
  const today = opening.startsWith(ARTICLE, at - ARTICLE.length);
  if (!today && (at >= paragraph || !DAY_AND_MONTH.test(window) || !dates.isWeekday(opening, behind))) return null;
  const found = dates.parseIn(opening, behind, at + TODAY_REACH);
  if (found?.date.length !== 10) return null;
  return today || (found.start < WEEKDAY_LENGTH && !found.hijri) ? found : null;
}

/** Where a day is told in the opening paragraphs of the body: the text is searched once, not once per paragraph. */
function fromBody(parts: readonly Part[], tools: SplitTools): Published | undefined {
  const body: Part[] = [];
  for (const part of parts) if (part.part === 'body' && !part.repeated && body.push(part) === OPENING_PARAGRAPHS) break;
  if (body.length === 0) return undefined;
  const { text, start } = body[0];
  const opening = text.slice(start, Math.min(body[body.length - 1].end, start + OPENING_UNITS));
  for (let at = opening.indexOf(DAY); at >= 0; at = opening.indexOf(DAY, at + DAY.length)) {
    const found = dayTold(opening, at, body[0].end - start, tools);
    if (found) return published(found, 'body');
  }
  return undefined;
}

const URL_DATE = /(?:^|[/_-])((?:19|20)\d{2})([/_-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[/_.?#-]|$)/u;
const URL_MONTH = /\/((?:19|20)\d{2})\/(0[1-9]|1[0-2])\//u;

/** A date in an address or path: `/2024/05/31/`, `/2024-05-31-`, `/20240531/`, or the month alone. */
export function dateInPath(address: string): string | undefined {
  const path = address.slice(0, 2000);
  const day = URL_DATE.exec(path);
  if (day) return `${day[1]}-${day[3]}-${day[4]}`;
  const month = URL_MONTH.exec(path);
  return month ? `${month[1]}-${month[2]}` : undefined;
}

function fromStated({ kind, stated, derived }: Document, tools: SplitTools): Published | undefined {
  if (!stated.published) return undefined;
  const found = tools.dates.parseIn(stated.published, 0, stated.published.length);
  return found ? published(found, kind === 'record' && !derived ? 'record' : 'meta') : undefined;
}

/** Date of the main article of a document, undefined when nothing tells it. */
export function datePublished(document: Document, parts: readonly Part[], tools: SplitTools): Published | undefined {
  const found = fromStated(document, tools) ?? fromParts(parts, tools) ?? fromBody(parts, tools);
  if (found) return found;
  const [first] = parts;
  const address =
    document.stated.url ?? (first?.rule === 'address' ? first.text.slice(first.start, first.end) : undefined);
  const url = address ? dateInPath(address) : undefined;
  if (url) return { date: url, basis: 'url' };
  return document.fileDate ? { date: document.fileDate, basis: 'file' } : undefined;
}

/** Date of a related article: only what stands inside it. */
export function dateRelated(parts: readonly Part[], tools: SplitTools): Published | undefined {
  return fromParts(parts, tools) ?? fromBody(parts, tools);
}
