/** Lines known by what they look like: addresses, font sizes, sign-offs, dates, tickers. */
import type { DateLine } from '../time/dateline.ts';
import { type Finding, type SeenLine, signAt } from './finding.ts';

const ADDRESSES = ['http://', 'https://', 'www.', 'data:image/', '<img', '<iframe', '<a ', '<div'];
/** Most words of a picture's name: «وزير المياه.jpg». */
const PICTURE_WORDS = 12;
const IMAGE_NAME = /\.(?:jpe?g|png|gif|webp|svg)$/iu;

/** Addresses, names of pictures, tags of HTML. */
export function findAddress({ text, line, shape }: SeenLine): Finding | undefined {
  if (shape.words <= PICTURE_WORDS && IMAGE_NAME.test(text.slice(Math.max(line.from, line.to - 5), line.to)))
    return { part: 'furniture', rule: 'image-name', where: 'anywhere' };
  if (text.charCodeAt(line.from) > 0x7e) return undefined; // the usual line begins with an Arabic letter
  const head = text.slice(line.from, line.from + 12).toLowerCase();
  const isAddress = ADDRESSES.some(prefix => head.startsWith(prefix));
  const hasSpace = text.slice(line.from, Math.min(line.to, line.from + 300)).includes(' ');
  if (isAddress && (!hasSpace || head.startsWith('<')))
    return { part: 'furniture', rule: 'address', where: 'anywhere' };
  return undefined;
}

const FONT_SIGNS: ReadonlySet<string> = new Set(['+', '-', '=', '|', '/', '\u2212']);
const FONT_LETTERS: ReadonlySet<string> = new Set(['a', 'aa', 'aaa', 't', '\u0627', '\u0627\u0627']);

/** «A+ A-», «+أأ-». */
export function findFontSize(seen: SeenLine): Finding | undefined {
  const { tokens, index } = seen;
  if (tokens.count < 2 || tokens.count > 10) return undefined;
  let signs = 0;
  for (let i = 0; i < tokens.count; i++) {
    const sign = signAt(seen, i);
    if (sign !== undefined ? !FONT_SIGNS.has(sign) : !FONT_LETTERS.has(index.vocabulary.key(tokens.types[i])))
      return undefined;
    if (sign === '+' || sign === '-') signs++;
  }
  return signs > 0 && seen.shape.words > 0 ? { part: 'furniture', rule: 'font-size', where: 'anywhere' } : undefined;
}

/** Initials and agencies by which a report is signed: «أ.ش.أ», «(رويترز)», «/انتهى/ م ع». */
export function findSignOff(seen: SeenLine): Finding | undefined {
  const { tokens, index, shape } = seen;
  if (!shape.whole || tokens.count > 16 || shape.words === 0 || shape.words > 8) return undefined;
  let [initials, agencies, signs, places] = [0, 0, 0, 0];
  for (let i = 0; i < tokens.count; ) {
    const phrase = index.phraseAt(tokens, i);
    const ends = phrase?.labels.some(label => label.opens === 'end') ?? false;
    if (phrase && (phrase.agency || phrase.place || ends)) {
      if (phrase.place) places++;
      else agencies++;
      i = phrase.next;
      continue;
    }
    if (signAt(seen, i) !== undefined) signs++;
    else if (tokens.ends[i] - tokens.starts[i] <= 2 && index.vocabulary.isWord(tokens.types[i])) initials++;
    else return undefined;
    i++;
  }
  if (places > 0)
    return agencies > 0 && shape.numbers === 0 ? { part: 'dateline', rule: 'dateline', where: 'front' } : undefined;
  if (agencies === 0 && (initials < 2 || signs === 0)) return undefined;
  return { part: 'source', rule: 'sign-off', where: 'anywhere' };
}

/** «… رئيس التحريرفلان»: the editor's name glued to the title of the office, as some sites print it. */
const GLUED_EDITOR = /رئيس التحرير\p{L}/u;
const MASTHEAD_WORDS = 12;

/** Signs alone, mastheads, copyright, temperatures. */
export function findShape(seen: SeenLine): Finding | undefined {
  const { shape, text, line } = seen;
  if (!shape.whole) return undefined;
  if (shape.words === 0 && shape.numbers === 0) return { part: 'furniture', rule: 'signs', where: 'anywhere' };
  if (shape.words <= MASTHEAD_WORDS && !shape.terminal && GLUED_EDITOR.test(text.slice(line.from, line.to)))
    return { part: 'furniture', rule: 'masthead-glued', where: 'front' };
  if (text[line.from] === '\u00a9') return { part: 'furniture', rule: 'copyright', where: 'anywhere' };
  if (shape.words <= 8 && text.slice(line.from, line.to).includes('\u00b0'))
    return { part: 'furniture', rule: 'weather', where: 'outside' };
  return undefined;
}

/** Most words and numbers of a date line. */
const DATE_LINE_UNITS = 18;

/** Most words behind a date in figures: paper and author. */
const MOST_STRANGERS = 4;

/** «02.07.2022, الضفاف نيوز»: the date begins the line and has no word, as no headline begins. */
function beginsWithFigures({ text, line }: SeenLine, { date, start, end }: DateLine): boolean {
  return start === 0 && date.length === 10 && !/\p{L}/u.test(text.slice(line.from, line.from + end));
}

/** A line that is a date, or the hour that is left of one. */
export function findDate(seen: SeenLine): Finding | undefined {
  const { tokens, shape, dates, index } = seen;
  const units = shape.words + shape.numbers;
  if (!shape.whole || shape.numbers === 0 || units > DATE_LINE_UNITS) return undefined;
  let strangers = 0;
  for (let i = 0; i < tokens.count; i++)
    if (!dates.isDateWord(tokens.types[i]) && !index.isCounter(tokens.types[i])) strangers++;
  if (strangers > MOST_STRANGERS || (shape.terminal && strangers * 4 > units)) return undefined;
  const found = dates.parseIn(seen.text, seen.line.from, seen.line.to);
  if (strangers * 4 > units && !(found && beginsWithFigures(seen, found))) return undefined;
  // Day and minute with nothing else are a stamp, wherever they stand; a day alone may head an entry of a chronology.
  const stamp = strangers === 0 && found?.date.length === 10 && found.time !== undefined;
  if (found) return { part: 'date', rule: 'date-line', where: stamp ? 'anywhere' : 'outside' };
  // «الساعة 10:45 صباحاً»: the date is lost, the line is still about it.
  const clock = strangers === 0 && shape.words > 0 && shape.words <= 4;
  if (!clock || !seen.text.slice(seen.line.from, seen.line.to).includes(':')) return undefined;
  return { part: 'date', rule: 'time-line', where: 'front' };
}

/** White space between the headlines of a ticker, fewest headlines of one, and fewest words of a headline on the average. */
const TICKER_GAP = '    ';
const TICKER_HEADLINES = 4;
const TICKER_WORDS = 4;
/** Units of a row that are searched for a site's name. */
const TICKER_REACH = 2000;
/** In sentences, hardly in headlines. */
const COMMA = '\u060c'; // ARABIC COMMA

/** How often a site's name stands between headlines: the one Latin word of a row, again and again. */
function siteNames(row: string): number {
  const names = row.slice(0, TICKER_REACH).match(/[a-z]{3,}/giu) ?? [];
  return names.every(name => name === names[0]) ? names.length : 0;
}

/** Headlines of a site one behind the other, wide white space or the site's name between them. */
export function findTicker({ text, line, shape }: SeenLine): Finding | undefined {
  if (shape.terminal) return undefined;
  const row = text.slice(line.from, line.to);
  let headlines = 1;
  for (let at = row.indexOf(TICKER_GAP); at >= 0; at = row.indexOf(TICKER_GAP, at)) {
    headlines++;
    while (row[at] === ' ') at++;
  }
  if (!row.includes(COMMA)) headlines = Math.max(headlines, siteNames(row));
  if (headlines < TICKER_HEADLINES || shape.words < headlines * TICKER_WORDS) return undefined;
  return { part: 'headlines', rule: 'ticker', where: 'front' };
}
