/** What one line is by itself: a label, a line of menu words, an address, a date. Whether that counts where it stands is asked by `split.ts`. */
import type { Label, WordSet } from '../lexicon/furniture.ts';
import type { Tokens } from '../text/tokenise.ts';
import { TypeKind } from '../text/vocabulary.ts';
import type { PartName } from './article.ts';
import type { DateReader } from './date-reader.ts';
import { FurnitureIndex } from './furniture-index.ts';
import type { Line, Shape } from './lines.ts';

/** Why a line is not plain text. */
export interface Finding {
  readonly part: PartName;
  /** Name of the rule: a label's or word set's id, or that of a shape. */
  readonly rule: string;
  /** Where on a page it counts: before the article, not between its paragraphs, or anywhere. */
  readonly where: WordSet['where'];
  readonly label?: Label;
  /** The label stands alone: what it announces is on the next lines. */
  readonly alone?: boolean;
  /** UTF-16 offset at which the label's value begins. */
  readonly valueFrom?: number;
}

/** A line with what is known about it. */
export interface SeenLine {
  readonly text: string;
  readonly line: Line;
  readonly shape: Shape;
  readonly tokens: Tokens;
  readonly index: FurnitureIndex;
  readonly dates: DateReader;
}

const COLONS: ReadonlySet<string> = new Set([':', '\uff1a', '|', '/', '\u2022', '\u00bb', '\u203a', '>', '=']);
const DASHES: ReadonlySet<string> = new Set(['-', '\u2013', '\u2014', '\u0640', '\u2015']);
const STOPS: ReadonlySet<string> = new Set(['.', '!', '?', '\u061f', '\u061b']);

function signAt({ tokens, index }: SeenLine, at: number): string | undefined {
  const type = tokens.types[at];
  return at < tokens.count && index.vocabulary.kind(type) === TypeKind.Sign ? index.vocabulary.form(type) : undefined;
}

function skipSigns(seen: SeenLine, from: number): number {
  let at = from;
  while (signAt(seen, at) !== undefined) at++;
  return at;
}

/** What stands behind a label on its line. */
interface Value {
  readonly at: number;
  readonly colon: boolean;
  readonly dash: boolean;
  readonly words: number;
  readonly empty: boolean;
}

function valueBehind(seen: SeenLine, next: number): Value {
  const at = skipSigns(seen, next);
  let [colon, dash] = [false, false];
  let dots = 0;
  for (let i = next; i < at; i++) {
    if (signAt(seen, i) === '.' && ++dots === 2) colon = true; // «شاهد أيضا.. »
    if (COLONS.has(signAt(seen, i)!)) colon = true;
    if (DASHES.has(signAt(seen, i)!)) dash = true;
  }
  return {
    at,
    colon,
    dash,
    words: Math.max(0, seen.shape.words - next),
    empty: at >= seen.tokens.count && seen.shape.whole,
  };
}

function hasStops(seen: SeenLine, from: number): boolean {
  for (let i = from; i < seen.tokens.count; i++) if (STOPS.has(signAt(seen, i) ?? '')) return true;
  return false;
}

function beginsDate({ tokens, shape, dates }: SeenLine, at: number): boolean {
  return at < tokens.count && shape.numbers > 0 && dates.beginsDate(tokens.types[at]);
}

/** Longest value of a label that has no limit of its own, in words. */
const MOST_WORDS = 40;

/** Most words behind the label of a date; other fields of the page may follow the date. */
const VALUE_WORDS = 20;

/** A date behind its label: behind a colon with a number, without a colon and nothing else («نشر 3 آلاف جندي» is none). */
function statesDate(seen: SeenLine, { at, colon, words }: Value): boolean {
  if (seen.shape.numbers === 0) return false;
  if (colon) return true;
  if (!beginsDate(seen, at) || seen.shape.terminal) return false;
  let strangers = 0;
  for (let i = at; i < seen.tokens.count; i++) if (!seen.dates.isDateWord(seen.tokens.types[i])) strangers++;
  return strangers * 4 <= words + seen.shape.numbers;
}

function accepts(label: Label, value: Value, seen: SeenLine): boolean {
  if (label.where === 'start') return seen.shape.words <= MOST_WORDS;
  if (value.empty) return true;
  if (label.where === 'line') return false;
  const { terminal } = seen.shape;
  if (label.where === 'value') return value.words <= VALUE_WORDS && statesDate(seen, value);
  const fits = value.words <= (label.maxWords ?? MOST_WORDS) && !(terminal && value.words > 6);
  if (fits && (value.colon || (value.dash && !terminal))) return true;
  return label.where === 'bare' && fits && !terminal && !hasStops(seen, value.at);
}

/** A line in parentheses: «(إعداد فلان للنشرة العربية)». */
function isEnclosed({ text, line, shape }: SeenLine): boolean {
  const last = text[text[line.to - 1] === '.' ? line.to - 2 : line.to - 1];
  return text[line.from] === '(' && last === ')' && shape.words <= 20;
}

function findLabel(seen: SeenLine): Finding | undefined {
  const first = skipSigns(seen, 0);
  if (first > 4) return undefined;
  const match = seen.index.phraseAt(seen.tokens, first);
  if (!match || match.labels.length === 0) return undefined;
  const value = valueBehind(seen, match.next);
  if (isEnclosed(seen) && match.labels.some(({ id }) => id === 'byline'))
    return { part: 'furniture', rule: 'editors', where: 'anywhere' };
  const label = match.labels.find(candidate => accepts(candidate, value, seen));
  if (!label) return undefined;
  const valueFrom = value.empty ? seen.line.to : seen.tokens.starts[value.at];
  return { part: label.part, rule: label.id, where: label.at ?? 'anywhere', label, alone: value.empty, valueFrom };
}

function wordBits({ tokens, index }: SeenLine): number {
  let bits = -1;
  for (let i = 0; i < tokens.count && bits !== 0; i++)
    if (index.vocabulary.kind(tokens.types[i]) === TypeKind.Word) bits &= index.setsOf(tokens.types[i]);
  return bits;
}

const NEED_NUMBERS: ReadonlySet<string> = new Set(['counters', 'prayer', 'reading-time']);

function findWordSet(seen: SeenLine): Finding | undefined {
  const { words, numbers, whole, terminal } = seen.shape;
  if (!whole || words === 0 || words > MOST_WORDS || terminal) return undefined;
  const bits = wordBits(seen);
  if (bits === 0) return undefined;
  for (const [at, set] of seen.index.wordSets.entries()) {
    if (!(bits & FurnitureIndex.bit(at)) || words > set.maxWords) continue;
    if (NEED_NUMBERS.has(set.id) !== numbers > 0) continue;
    return { part: set.part, rule: set.id, where: set.where };
  }
  return undefined;
}

const ADDRESSES = ['http://', 'https://', 'www.', 'data:image/', '<img', '<iframe', '<a ', '<div'];
const IMAGE_NAME = /\.(?:jpe?g|png|gif|webp|svg)$/iu;

function findAddress({ text, line }: SeenLine): Finding | undefined {
  if (text.charCodeAt(line.from) > 0x7e) return undefined; // the usual line begins with an Arabic letter
  const head = text.slice(line.from, line.from + 12).toLowerCase();
  const isAddress = ADDRESSES.some(prefix => head.startsWith(prefix));
  const hasSpace = text.slice(line.from, Math.min(line.to, line.from + 300)).includes(' ');
  if (isAddress && (!hasSpace || head.startsWith('<')))
    return { part: 'furniture', rule: 'address', where: 'anywhere' };
  if (!hasSpace && line.to - line.from < 200 && IMAGE_NAME.test(text.slice(line.to - 5, line.to)))
    return { part: 'furniture', rule: 'image-name', where: 'anywhere' };
  return undefined;
}

const FONT_SIGNS: ReadonlySet<string> = new Set(['+', '-', '=', '|', '/', '\u2212']);
const FONT_LETTERS: ReadonlySet<string> = new Set(['a', 'aa', 'aaa', 't', '\u0627', '\u0627\u0627']);

function findFontSize(seen: SeenLine): Finding | undefined {
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
function findSignOff(seen: SeenLine): Finding | undefined {
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

const MENU_SIGNS: ReadonlySet<string> = new Set(['|', '>', '\u00bb', '\u203a', '/', '\u2022']);
/** Most words of one entry of a menu or breadcrumb, and fewest entries of a line that is one. */
const ENTRY_WORDS = 3;
const ENTRIES = 3;

/** Menus and breadcrumbs: short entries between signs, or a line that begins with the name of the front page. */
function findMenu(seen: SeenLine): Finding | undefined {
  const { tokens, shape } = seen;
  if (!shape.whole || shape.terminal || shape.numbers > 1 || shape.words > MOST_WORDS) return undefined;
  const home = isHome(seen);
  let sections = 0; // entries at the beginning that are names of sections
  let named = true;
  let [entries, words, longest] = [1, 0, 0];
  for (let i = 0; i < tokens.count; i++) {
    const sign = signAt(seen, i);
    if (sign === undefined) {
      words++;
      if (!isSection(seen, i)) named = false;
    } else if (MENU_SIGNS.has(sign)) {
      if (named) sections++;
      [entries, words] = [entries + 1, 0];
    }
    longest = Math.max(longest, words);
  }
  const short = longest <= ENTRY_WORDS && (entries >= ENTRIES || (home && entries > 1));
  return short || sections >= 2 || (home && entries === 1 && shape.words <= 16)
    ? { part: 'furniture', rule: 'menu', where: 'front' }
    : undefined;
}

const HOME = '\u0627\u0644\u0631\u0626\u064a\u0633\u064a\u0629'; // الرئيسية

function isSection({ tokens, index }: SeenLine, at: number): boolean {
  const section = index.wordSets.findIndex(({ id }) => id === 'sections');
  return (index.setsOf(tokens.types[at]) & FurnitureIndex.bit(section)) !== 0;
}

function isHome({ tokens, index }: SeenLine): boolean {
  for (let i = 0; i < Math.min(tokens.count, 2); i++) if (index.vocabulary.form(tokens.types[i]) === HOME) return true;
  return false;
}

function findShape(seen: SeenLine): Finding | undefined {
  const { shape, text, line } = seen;
  if (!shape.whole) return undefined;
  if (shape.words === 0 && shape.numbers === 0) return { part: 'furniture', rule: 'signs', where: 'anywhere' };
  if (text[line.from] === '\u00a9') return { part: 'furniture', rule: 'copyright', where: 'anywhere' };
  if (shape.words <= 8 && text.slice(line.from, line.to).includes('\u00b0'))
    return { part: 'furniture', rule: 'weather', where: 'outside' };
  return undefined;
}

/** Most words and numbers of a date line. */
const DATE_LINE_UNITS = 18;

function findDate(seen: SeenLine): Finding | undefined {
  const { tokens, shape, dates } = seen;
  const units = shape.words + shape.numbers;
  if (!shape.whole || shape.numbers === 0 || units > DATE_LINE_UNITS) return undefined;
  let strangers = 0;
  for (let i = 0; i < tokens.count; i++) if (!dates.isDateWord(tokens.types[i])) strangers++;
  if (strangers * 4 > units) return undefined;
  if (dates.parseIn(seen.text, seen.line.from, seen.line.to))
    return { part: 'date', rule: 'date-line', where: 'outside' };
  // «الساعة 10:45 صباحاً»: the date is lost, the line is still about it.
  const clock = strangers === 0 && shape.words > 0 && shape.words <= 4;
  if (!clock || !seen.text.slice(seen.line.from, seen.line.to).includes(':')) return undefined;
  return { part: 'date', rule: 'time-line', where: 'front' };
}

/** The rules in order, the surer first: a label says what it is, a date line may hold words of menus. */
const RULES = [findLabel, findAddress, findFontSize, findSignOff, findDate, findShape, findWordSet, findMenu];

/** What the line is by itself, or undefined for plain text. */
export function findIn(seen: SeenLine): Finding | undefined {
  if (!seen.shape.whole) return findLabel(seen) ?? findAddress(seen);
  for (const rule of RULES) {
    const finding = rule(seen);
    if (finding) return finding;
  }
  return undefined;
}
