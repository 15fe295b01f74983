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

function tenseOf(view: TokenView, at: number): Tense | null {
  const tense = view.single(at)?.senses.tense;
  if (tense === undefined) return null;
  if (tense === 'holding') return wasBefore(view, at) ? 'past' : 'future';
  if (tense === 'future' && wasBefore(view, at)) return 'past';
  return tense as Tense;
}

/** Tense of the sentence around tokens `first`…`last - 1`; undefined when no verb tells. */
export function tenseAround(view: TokenView, first: number, last: number): Tense | undefined {
  for (let i = first - 1; i >= 0 && i >= first - BACK; i--) {
    if (endsSentence(view, i)) break;
    const tense = tenseOf(view, i);
    if (tense) return tense;
    if (view.beginsLine(i)) break;
  }
  for (let i = last; i < view.count && i < last + FORWARD; i++) {
    if (endsSentence(view, i) || view.beginsLine(i)) break;
    const tense = tenseOf(view, i);
    if (tense) return tense;
  }
  return undefined;
}
