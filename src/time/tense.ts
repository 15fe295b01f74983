/**
 * Which way the sentence points at a place: the nearest verb before it, else the nearest after it. Without a lexicon of
 * forms the direction is read off the shape of the future (سـ) and lists of verbs that news uses with dates.
 */
import { Gap } from '../text/tokenise.ts';
import type { Tense } from './expression.ts';
import type { TokenView } from './view.ts';

const BACK = 30;
const FORWARD = 14;
const ENDS: ReadonlySet<string> = new Set(['.', '!', '?', '\u061f', '\u06d4']);

function endsSentence(view: TokenView, at: number): boolean {
  return ENDS.has(view.sign(at)) && (at + 1 >= view.count || view.tokens.gaps[at + 1] !== Gap.None);
}

const WAS = 'كان';

/** «كان يعقد», «كان من المقرر»: what was to come then. */
function wasBefore(view: TokenView, at: number): boolean {
  for (let i = at - 1; i >= at - 5 && i >= 0; i--) {
    if (endsSentence(view, i)) return false;
    const form = view.form(i);
    if (form.endsWith(WAS) || form.endsWith('كانت')) return true;
  }
  return false;
}

/** Words after which a clause begins, so that a homograph is its verb: «الذي عقد», «كما عقد», «أنه عقد». */
const CLAUSE_OPENERS: ReadonlySet<string> = new Set([
  'الذي', 'التي', 'الذين', 'حيث', 'إذ', 'قد', 'كما', 'فيما', 'بينما', 'ثم', 'عندما', 'بعدما', 'حين', 'حينما', 'ما', 'كان',
  'أنه', 'أنها', 'إنه', 'إنها', 'لكنه', 'لكنها', 'وكان', 'وقد',
]); // biome-ignore format: a list

const CONJUNCTIONS: ReadonlySet<string> = new Set(['\u0648', '\u0641']); // WAW, FEH

/** How sure a homograph («عقد», he held or a holding) is its verb: after a comma it may be either. */
function verbhood(view: TokenView, at: number): 'verb' | 'either' | 'noun' {
  const clitics = view.single(at)?.clitics ?? '';
  if (view.beginsLine(at) || CONJUNCTIONS.has(clitics)) return 'verb';
  if (clitics !== '') return 'noun';
  const sign = view.sign(at - 1);
  if (sign === '') return CLAUSE_OPENERS.has(view.form(at - 1)) ? 'verb' : 'noun';
  return endsSentence(view, at - 1) || sign === ':' ? 'verb' : 'either';
}

const SITTINGS: ReadonlySet<string> = new Set(['جلسة', 'لجلسة', 'بجلسة', 'ليوم', 'لموعد']);

/** «إلى 5 يونيو», «حتى الأحد», «لجلسة 18 مايو»: where something was moved to. */
function isTarget(view: TokenView, first: number): boolean {
  if (view.beginsLine(first)) return false;
  const from = view.is(first - 1, 'dayHead') ? first - 1 : first;
  return (
    view.is(from - 1, 'to') ||
    SITTINGS.has(view.form(from - 1)) ||
    (view.single(from)?.clitics ?? '').endsWith('\u0644')
  ); // LAM
}

function tenseOf(view: TokenView, at: number, first: number): Tense | 'either' | null {
  const word = view.single(at);
  const tense = word?.senses.tense;
  if (!word || tense === undefined) return null;
  if (word.senses.alsoNoun !== undefined) {
    const kind = verbhood(view, at);
    if (kind !== 'verb') return kind === 'either' ? 'either' : null;
  }
  if (tense === 'holding') return wasBefore(view, at) ? 'past' : 'future';
  if (tense === 'moving') return isTarget(view, first) ? 'future' : 'speech';
  if (tense === 'future' && wasBefore(view, at)) return 'past';
  return tense as Tense;
}

/** «لتسليم ديسمبر»: months of delivery lie ahead. */
const DELIVERY: ReadonlySet<string> = new Set(['تسليم', 'لتسليم', 'استحقاق']);

/** Tokens within which a verb of the past surely governs the date, when no comma parts them. */
const GOVERNS = 8;
/** A date so near the beginning of its sentence has its verb behind the comma. */
const OPENS = 4;

const isComma = (view: TokenView, at: number): boolean => view.sign(at) === '\u060c' || view.sign(at) === ','; // ARABIC COMMA

/** The nearest verb before token `first`; `left` is where the search ended. */
function before(view: TokenView, first: number): { tense?: Tense; doubtful: boolean; left: number } {
  let doubtful = false;
  let parted = false;
  let i = first - 1;
  for (; i >= 0 && i >= first - BACK; i--) {
    if (endsSentence(view, i)) break;
    parted ||= isComma(view, i);
    const tense = tenseOf(view, i, first);
    if (tense === 'either') doubtful = true;
    else if (tense) {
      const sure =
        tense !== 'past' || (!parted && first - i <= GOVERNS && view.single(i)?.senses.alsoNoun === undefined);
      return { tense: sure ? tense : 'told', doubtful, left: i };
    }
    if (view.beginsLine(i)) break;
  }
  return { doubtful, left: i };
}

/** The nearest verb after the expression; a comma parts it from a date that does not open its sentence. */
function after(view: TokenView, last: number, opens: boolean): Tense | undefined {
  for (let i = last; i < view.count && i < last + FORWARD; i++) {
    if (endsSentence(view, i) || view.beginsLine(i) || (!opens && isComma(view, i))) break;
    const tense = tenseOf(view, i, last);
    if (tense && tense !== 'either') return tense;
  }
  return undefined;
}

/** Tense of the sentence around tokens `first`…`last - 1`; undefined when no verb tells. */
export function tenseAround(view: TokenView, first: number, last: number): Tense | undefined {
  if (view.is(first - 1, 'since')) return 'past';
  if (DELIVERY.has(view.form(first - 1)) && !view.beginsLine(first)) return 'future';
  const { tense, doubtful, left } = before(view, first);
  return tense ?? after(view, last, first - left <= OPENS) ?? (doubtful ? 'told' : undefined);
}
