/**
 * Finds time expressions in tokens. Three steps: rules read single forms where a type wakes them; neighbours are joined
 * to one expression; ranges are made of whole expressions. Linear: every rule looks only a few tokens around.
 */
import type { Calendar } from '../lexicon/calendar.ts';
import { sourceLength } from '../text/normalise.ts';
import { type Tokens, tokenBuffer } from '../text/tokenise.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { Meaning, Tense, TimeExpression, TimeType } from './expression.ts';
import { type Atom, joinAtoms } from './join.ts';
import { periodValue } from './phrases/amount.ts';
import { joinRange } from './range.ts';
import { ARTICLES } from './rules/day-month.ts';
import { RULES } from './rules/index.ts';
import type { Found, Rule } from './rules/rule.ts';
import { tenseAround } from './tense.ts';
import { TokenView } from './view.ts';
import { TimeWords, Wake } from './words.ts';

const views = new WeakMap<Vocabulary, { calendar: Calendar; view: TokenView }>();

/** The view of a vocabulary's tokens, kept as long as the vocabulary lives; whoever asks moves it to tokens of his own. */
function viewOf(vocabulary: Vocabulary, calendar: Calendar): TokenView {
  const known = views.get(vocabulary);
  if (known?.calendar === calendar) return known.view;
  const view = new TokenView(tokenBuffer(0), new TimeWords(vocabulary, calendar));
  views.set(vocabulary, { calendar, view });
  return view;
}

/** The words of time of a vocabulary, kept as long as the vocabulary lives. */
export function timeWordsOf(vocabulary: Vocabulary, calendar: Calendar): TimeWords {
  return viewOf(vocabulary, calendar).words;
}

/** The rules that a wake has, in their order; there are few wakes and many tokens. */
const AWAKE = new Map<number, readonly Rule[]>();

function rulesAwakeAt(wake: number): readonly Rule[] {
  let rules = AWAKE.get(wake);
  if (!rules) AWAKE.set(wake, (rules = RULES.filter(rule => (rule.wakes & wake) !== 0)));
  return rules;
}

/** Longest reading at a place; among equals the earlier rule. `from` is where the last reading ended. */
function readAt(view: TokenView, at: number, wake: number, from: number): Atom | null {
  let best: Found | null = null;
  let name = '';
  for (const rule of rulesAwakeAt(wake)) {
    const found = rule.read(view, at);
    if (!found || found.first < from || (best && found.last <= best.last)) continue;
    best = found;
    name = rule.name;
  }
  return best && atomOf(best, name);
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function atomOf({ first, last, meaning, mod, weak }: Found, rule: string): Atom {
  const atom: Mutable<Atom> = { first, last, meaning, rule };
  if (mod) atom.mod = mod;
  if (weak) atom.weak = weak;
  return atom;
}

/** Kinds that may be an expression, or begin one, whatever follows. All others need a known neighbour. */
const ALONE =
  Wake.Month |
  Wake.Weekday |
  Wake.Part |
  Wake.Deictic |
  Wake.Decade |
  Wake.Set |
  Wake.Vague |
  Wake.Named |
  Wake.Blocked;

/**
 * Cheap look at the neighbours before any rule is tried: most numbers, demonstratives and ordinals of a text stand
 * beside words that no rule knows.
 */
function mayRead(view: TokenView, at: number, wake: number): boolean {
  const { tokens, words } = view;
  const next = at + 1 < tokens.count ? tokens.types[at + 1] : -1;
  if ((wake & Wake.Phrase) !== 0) return next >= 0 && words.second(next) !== 0 && (view.word(at)?.length ?? 0) > 1;
  if ((wake & ALONE) !== 0) return true;
  if (next >= 0 && words.wake(next) !== 0) return true;
  if ((wake & Wake.Year) !== 0) return true;
  if ((wake & Wake.Unit) === 0) return false;
  const unit = view.single(at)!;
  return unit.senses.unit?.endsWith('2') || unit.clitics !== '' || (at > 0 && words.wake(tokens.types[at - 1]) !== 0);
}

/** Step 1: single forms, left to right, none overlapping. */
export function readAtoms(view: TokenView): Atom[] {
  const atoms: Atom[] = [];
  const { tokens, words } = view;
  let from = 0;
  for (let at = 0; at < tokens.count; at++) {
    const wake = words.wake(tokens.types[at]);
    if (wake === 0 || wake === Wake.Known || !mayRead(view, at, wake)) continue;
    const atom = readAt(view, at, wake, from);
    if (!atom) continue;
    atoms.push(atom);
    from = atom.last;
    at = Math.max(at, atom.last - 1);
  }
  return atoms;
}

type Joiner = (view: TokenView, a: Atom, b: Atom) => Atom | null;

/** Folds neighbours into one as long as they join; what was joined may join with what stands before it. */
function fold(view: TokenView, atoms: readonly Atom[], join: Joiner): Atom[] {
  const out: Atom[] = [];
  for (const atom of atoms) {
    out.push(atom);
    while (out.length > 1) {
      const joined = join(view, out[out.length - 2], out[out.length - 1]);
      if (!joined) break;
      out.pop();
      out[out.length - 1] = joined;
    }
  }
  return out;
}

function typeOf(meaning: Meaning): TimeType {
  if (meaning.kind === 'duration') return 'DURATION';
  if (meaning.kind === 'set') return 'SET';
  if (meaning.kind === 'interval') return 'INTERVAL';
  if (meaning.kind !== 'point') return 'DATE';
  const bare =
    meaning.part !== undefined && meaning.day === undefined && meaning.weekday === undefined && !meaning.shift;
  const unit = meaning.shift?.unit;
  return meaning.clock || bare || unit === 'H' || unit === 'I' || unit === 'S' ? 'TIME' : 'DATE';
}

/** Only what lacks its year needs the verb. */
function asksTense(meaning: Meaning): boolean {
  if (meaning.kind === 'interval') return asksTense(meaning.from);
  return meaning.kind === 'point' && meaning.year === undefined && meaning.shift === undefined;
}

/** Letters of clitics that stand before the expression in its first token. */
function cliticLetters(view: TokenView, at: number): number {
  if (ARTICLES.has(view.form(at))) return view.form(at).length - 2;
  return view.number(at) >= 0 ? 0 : (view.word(at)?.skip ?? 0);
}

const isPast = (tense: Tense | undefined): boolean => tense === 'past' || tense === 'told';

/** «أفرج عنه بعد ثلاث سنوات»: after a verb of the past the amount counts from something told, not from today. */
function anchored(view: TokenView, atom: Atom): Atom {
  const shift = atom.rule === 'offset' && atom.meaning.kind === 'point' ? atom.meaning.shift : undefined;
  if (!shift || shift.amount <= 0 || !isPast(tenseAround(view, atom.first, atom.last))) return atom;
  const { unit, amount } = shift;
  return { ...atom, meaning: { kind: 'duration', value: periodValue({ unit, amount, half: false }) } };
}

function expressionOf(view: TokenView, found: Atom): TimeExpression {
  const atom = anchored(view, found);
  const { tokens, words } = view;
  const surface = words.vocabulary.surface(tokens.types[atom.first]);
  const letters = cliticLetters(view, atom.first);
  const skip = letters > 0 ? sourceLength(surface, letters) : 0;
  const tense = asksTense(atom.meaning) ? tenseAround(view, atom.first, atom.last) : undefined;
  const { first, last, rule, meaning, mod } = atom;
  const start = tokens.starts[first] + skip;
  const end = tokens.ends[last - 1];
  const expression: Mutable<TimeExpression> = { first, last, start, end, type: typeOf(meaning), rule, meaning };
  if (mod) expression.mod = mod;
  if (tense) expression.tense = tense;
  return expression;
}

/** «يوم 24 من يوليو»: the head noun belongs to the span. */
function withDayHead(view: TokenView, atom: Atom, from: number): Atom {
  const { meaning, first } = atom;
  const dated = meaning.kind === 'point' && meaning.day !== undefined && !atom.mod;
  if (!dated || first - 1 < from || view.beginsLine(first)) return atom;
  const head = view.single(first - 1);
  const bare = view.number(first) >= 0 || view.word(first)?.clitics === '';
  return head?.senses.role?.includes('dayHead') && !head.definite && bare ? { ...atom, first: first - 1 } : atom;
}

/** The time expressions of `tokens` in order, none overlapping. Offsets refer to the text that was tokenised. */
export function recogniseTimes(tokens: Tokens, vocabulary: Vocabulary, calendar: Calendar): TimeExpression[] {
  const view = viewOf(vocabulary, calendar).moveTo(tokens);
  const atoms = readAtoms(view);
  if (atoms.length === 0) return [];
  const joined = fold(view, atoms, joinAtoms).filter(atom => !atom.weak);
  const expressions: TimeExpression[] = [];
  let from = 0;
  for (const atom of fold(view, joined, joinRange)) {
    if (atom.meaning.kind !== 'name') expressions.push(expressionOf(view, withDayHead(view, atom, from)));
    from = atom.last;
  }
  return expressions;
}
