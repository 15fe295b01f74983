/** Lines that begin with a label: «المصدر:», «نشر في», «اقرأ أيضا». */
import type { Label } from '../lexicon/furniture.ts';
import { TypeKind } from '../text/vocabulary.ts';
import { type Finding, MOST_WORDS, type SeenLine, signAt, skipSigns } from './finding.ts';

const COLONS: ReadonlySet<string> = new Set([':', '\uff1a', '|', '/', '\u2022', '\u00bb', '\u203a', '>', '=']);
const DASHES: ReadonlySet<string> = new Set(['-', '\u2013', '\u2014', '\u0640', '\u2015']);
const LIST_SIGNS: ReadonlySet<string> = new Set(['.', ')', '-']);
const STOPS: ReadonlySet<string> = new Set(['.', '!', '?', '\u061f', '\u061b']);

/** What stands behind a label on its line. */
interface Value {
  readonly at: number;
  readonly colon: boolean;
  readonly dash: boolean;
  readonly words: number;
  readonly empty: boolean;
  /** Words of the label itself. */
  readonly labelWords: number;
}

function valueBehind(seen: SeenLine, first: number, next: number): Value {
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
    labelWords: next - first,
  };
}

function hasStops(seen: SeenLine, from: number): boolean {
  for (let i = from; i < seen.tokens.count; i++) if (STOPS.has(signAt(seen, i) ?? '')) return true;
  return false;
}

function beginsDate({ tokens, shape, dates }: SeenLine, at: number): boolean {
  return at < tokens.count && shape.numbers > 0 && dates.beginsDate(tokens.types[at]);
}

/** Most words of a line that begins with the sentence of a page: «هذا الموقع يستخدم ملفات…». */
const START_WORDS = 60;

/** Most words behind the label of a date; other fields of the page may follow the date. */
const VALUE_WORDS = 20;

/** Most words between «نشر في» and its date: the name of a paper. */
const PAPER_WORDS = 6;

/** «نشر في جريدة الصباح يوم 12 - 11 - 2012»: a paper and a full date, with which the line ends. */
function endsInDate({ text, line, tokens, dates }: SeenLine, { at, words }: Value): boolean {
  if (words > PAPER_WORDS || at >= tokens.count) return false;
  const from = tokens.starts[at];
  const found = dates.parseIn(text, from, line.to);
  if (found?.date.length !== 10 || found.hijri) return false;
  for (let i = at; i < tokens.count; i++)
    if (tokens.starts[i] >= from + found.end && !dates.isDateWord(tokens.types[i])) return false;
  return true;
}

/** A date behind its label: behind a colon with a number, without a colon and nothing else («نشر 3 آلاف جندي» is none). */
function statesDate(seen: SeenLine, value: Value): boolean {
  const { at, colon, words } = value;
  if (seen.shape.numbers === 0) return false;
  if (colon || (value.labelWords > 1 && !seen.shape.terminal && endsInDate(seen, value))) return true;
  if (seen.shape.terminal) return false;
  let strangers = beginsDate(seen, at) ? 0 : 1;
  for (let i = at; i < seen.tokens.count; i++) if (!seen.dates.isDateWord(seen.tokens.types[i])) strangers++;
  return strangers * 4 <= words + seen.shape.numbers;
}

function accepts(label: Label, value: Value, seen: SeenLine): boolean {
  if (label.where === 'start') return seen.shape.words <= START_WORDS;
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

/** The token behind the number of a list: «1. », «2) », «3- ». */
function skipListNumber(seen: SeenLine): number {
  const { tokens, index } = seen;
  const numbered = tokens.count > 2 && index.vocabulary.kind(tokens.types[0]) === TypeKind.Number;
  return numbered && LIST_SIGNS.has(signAt(seen, 1) ?? '') ? 2 : 0;
}

/** The label with which a line begins, and what it says of the line. */
export function findLabel(seen: SeenLine): Finding | undefined {
  const first = skipSigns(seen, skipListNumber(seen));
  if (first > 4) return undefined;
  const match = seen.index.phraseAt(seen.tokens, first);
  if (!match || match.labels.length === 0) return undefined;
  const value = valueBehind(seen, first, match.next);
  if (isEnclosed(seen) && match.labels.some(({ id }) => id === 'byline'))
    return { part: 'furniture', rule: 'editors', where: 'anywhere' };
  const label = match.labels.find(candidate => accepts(candidate, value, seen));
  if (!label) return undefined;
  const valueFrom = value.empty ? seen.line.to : seen.tokens.starts[value.at];
  return { part: label.part, rule: label.id, where: label.at ?? 'anywhere', label, alone: value.empty, valueFrom };
}
