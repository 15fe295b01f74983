/** Lines above an article that tell nothing by themselves: left over from the code of the page, counters, a site's ticker. */
import { isHeadlineLike, isParagraph, type Line } from './lines.ts';
import { lineKey, type Page, sharedStems, stemsOf } from './page.ts';

/** Units of a line in which letters are looked for. */
const REACH = 200;
/** Most letters beside the numbers of a counter or programme: «183 د». */
const UNIT_LETTERS = 2;
const COMMA = '\u060c'; // ARABIC COMMA

/** Arabic letters at the beginning of a line. */
function arabicLetters({ text }: Page, { from, to }: Line): number {
  let letters = 0;
  for (let i = from; i < Math.min(to, from + REACH); i++) {
    const unit = text.charCodeAt(i);
    if ((unit >= 0x0621 && unit <= 0x064a) || (unit >= 0x0671 && unit <= 0x06d3)) letters++;
  }
  return letters;
}

/** Lines in which wrapped text is looked for, and how many of them must break inside a sentence. */
const WRAPPED_LINES = 6;
const BREAKS = 2;
/** Fewest words of a line of wrapped text. */
const WRAPPED_WORDS = 5;

/** True for a line that breaks inside a sentence: behind «في» or a comma, or with a full stop before its end. */
function breaksSentence(page: Page, { from, to }: Line): boolean {
  const { text, tools } = page;
  if (text[to - 1] === COMMA || /[^.\d]\. \p{L}/u.test(text.slice(from, to))) return true;
  return tools.index.isFunctionWord(text.slice(text.lastIndexOf(' ', to - 1) + 1, to));
}

/** True when running text that is wrapped at some width begins with this line: no blank lines, and sentences over line ends. */
export function beginsWrapped(page: Page, at: number): boolean {
  const { lines } = page;
  let breaks = 0;
  for (let i = at; i < at + WRAPPED_LINES; i++) {
    const line = lines[i];
    if (!line || line.finding || line.shape.words < WRAPPED_WORDS || line.shape.bulleted) return false;
    if (i > at && line.number !== lines[i - 1].number + 1) return false;
    if (breaksSentence(page, line)) breaks++;
  }
  return breaks >= BREAKS;
}

/** The rule by which a line of a front says nothing, given that the article is Arabic: only Latin words, or only numbers. */
export function noiseRule(page: Page, at: number): string | undefined {
  const line = page.lines[at];
  const { shape } = line;
  if (!shape.whole) return undefined;
  const letters = arabicLetters(page, line);
  if (letters === 0) return shape.words > 0 ? 'latin-line' : 'number-line';
  return letters <= UNIT_LETTERS && shape.numbers > 0 ? 'number-line' : undefined;
}

/** True when the line is in Arabic script. */
export function isArabic(page: Page, at: number): boolean {
  return arabicLetters(page, page.lines[at]) > 0;
}

/** How far from a ticker the masthead or the headline that it interrupts stands, and how far behind it the article, in lines. */
const AROUND = 3;
const HEADLINE_REACH = 8;

function isHeadline(page: Page, at: number): boolean {
  const { finding, shape } = page.lines[at];
  return !finding && isHeadlineLike(shape) && shape.words >= 4;
}

/** True when a headline above the line at `at` stands again below it. */
function interruptsHeadline(page: Page, at: number): boolean {
  const above = new Set<string>();
  for (let i = Math.max(0, at - AROUND); i < at; i++) if (isHeadline(page, i)) above.add(lineKey(page, page.lines[i]));
  for (let i = at + 1; i <= Math.min(page.lines.length - 1, at + AROUND); i++)
    if (isHeadline(page, i) && above.has(lineKey(page, page.lines[i]))) return true;
  return false;
}

/**
 * A long line without end beside the masthead or between a headline and its repetition, where further down a headline
 * speaks of the paragraph behind it: the headlines of the whole site, run together.
 */
export function isRunTogetherTicker(page: Page, at: number): boolean {
  const { lines } = page;
  if (lines[at].shape.terminal) return false;
  const around = lines.slice(Math.max(0, at - AROUND), at + AROUND + 1);
  if (!around.some(({ finding }) => finding?.rule.startsWith('masthead')) && !interruptsHeadline(page, at))
    return false;
  for (let head = at + 1; head < Math.min(lines.length - 1, at + HEADLINE_REACH); head++) {
    if (lines[head].finding || !isHeadlineLike(lines[head].shape)) continue;
    const below = lines.findIndex((line, index) => index > head && !line.finding && isParagraph(line.shape));
    if (below >= 0 && sharedStems(stemsOf(page, lines[head]), stemsOf(page, lines[below])) >= 2) return true;
  }
  return false;
}
