/**
 * The dateline that begins a paragraph: «عمّان - », «واشنطن (رويترز) - », «القاهرة في 12 يناير /أ ش أ/». It is cut off as a
 * part of its own so that a place does not run into the sentence.
 */
import { Gap, type Tokens, tokenBuffer, tokenise } from '../text/tokenise.ts';
import { TypeKind } from '../text/vocabulary.ts';
import type { Line } from './lines.ts';
import type { Page } from './page.ts';

/** UTF-16 units and tokens within which a dateline must end. */
const REACH = 110;
const MOST_TOKENS = 18;
/** Most words between the dateline's beginning and its sign when nothing else speaks for it. */
const PLAIN_WORDS = 3;

const DASHES: ReadonlySet<string> = new Set(['-', '\u2013', '\u2014', '\u0640', '\u2015']);
const STOPS: ReadonlySet<string> = new Set(['.', '!', '?', '\u061f', '\u061b', '"', '\u00ab', '\u201c', '\u2026']);

const buffer = tokenBuffer(128);

/** What has been read of a possible dateline. */
interface Evidence {
  place: boolean;
  agency: boolean;
  numbers: number;
  words: number;
  depth: number;
}

/** A sign that may end a dateline, given what stands before it. */
function endsHere(sign: string, tokens: Tokens, at: number, evidence: Evidence, lead: boolean): boolean {
  const known = evidence.place || evidence.agency;
  const spaced = tokens.gaps[at] !== Gap.None || (at + 1 < tokens.count && tokens.gaps[at + 1] !== Gap.None);
  if (evidence.depth > 0 || evidence.words === 0) return false;
  if (DASHES.has(sign)) return spaced && (known || (lead && evidence.words <= PLAIN_WORDS && evidence.numbers === 0));
  if (sign === ':') return known && evidence.words <= 5;
  return sign === '/' && evidence.agency && evidence.words <= 6;
}

/** Dashes and spaces that belong to the dateline's sign: «- », «:- », «ــ ». */
function skipTail(tokens: Tokens, at: number, signAt: (index: number) => string): number {
  let next = at + 1;
  while (next < tokens.count && (DASHES.has(signAt(next)) || signAt(next) === ':')) next++;
  return next;
}

/**
 * UTF-16 offset at which the dateline of a body line ends, `line.from` when it has none. On the first paragraph of an
 * article (`lead`) a few words before a dash are enough; later ones need a known place or agency.
 */
export function datelineEnd(page: Page, line: Line, lead: boolean): number {
  const { index } = page.tools;
  const { vocabulary } = index;
  const tokens = tokenise(page.text, line.from, Math.min(line.to, line.from + REACH), vocabulary, buffer);
  const signAt = (at: number): string =>
    vocabulary.kind(tokens.types[at]) === TypeKind.Sign ? vocabulary.form(tokens.types[at]) : '';
  const evidence: Evidence = { place: false, agency: false, numbers: 0, words: 0, depth: 0 };
  for (let at = 0; at < tokens.count && at < MOST_TOKENS; ) {
    const sign = signAt(at);
    if (sign === '') {
      const phrase = index.phraseAt(tokens, at);
      const next = phrase?.place || phrase?.agency ? phrase.next : at + 1;
      if (phrase?.place && (evidence.words === 0 || evidence.agency)) evidence.place = true;
      if (phrase?.agency) evidence.agency = true;
      if (vocabulary.kind(tokens.types[at]) === TypeKind.Number) evidence.numbers++;
      else evidence.words += next - at;
      at = next;
      continue;
    }
    if (STOPS.has(sign) || (!lead && evidence.words > 0 && !evidence.place && !evidence.agency)) return line.from;
    if (endsHere(sign, tokens, at, evidence, lead)) {
      const next = skipTail(tokens, at, signAt);
      if (next >= tokens.count) return line.from;
      return tokens.starts[next];
    }
    if (sign === '(') evidence.depth++;
    else if (sign === ')') {
      evidence.depth = Math.max(0, evidence.depth - 1);
      if (
        evidence.place &&
        evidence.agency &&
        evidence.words <= 9 &&
        !DASHES.has(signAt(at + 1)) &&
        signAt(at + 1) !== ':'
      )
        return at + 1 < tokens.count ? tokens.starts[at + 1] : line.from;
    }
    at++;
  }
  return line.from;
}
