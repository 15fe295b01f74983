/**
 * The dateline that begins a paragraph: «عمّان - », «واشنطن (رويترز) - », «القاهرة في 12 يناير /أ ش أ/». It is cut off as a
 * part of its own so that a place does not run into the sentence.
 */
import { Gap, type Tokens, tokenBuffer, tokenise } from '../text/tokenise.ts';
import { TypeKind } from '../text/vocabulary.ts';
import type { DateReader } from './date-reader.ts';
import type { FurnitureIndex } from './furniture-index.ts';
import type { Line } from './lines.ts';
import type { Page } from './page.ts';

/** UTF-16 units and tokens within which a dateline must end. */
const REACH = 140;
const MOST_TOKENS = 24;
/** Most words between the dateline's beginning and its sign when nothing else speaks for it. */
const PLAIN_WORDS = 3;
/** Most words of a paper's name before a colon. */
const OUTLET_WORDS = 3;
/** Most tokens of a segment behind the first sign. */
const SEGMENT_TOKENS = 12;

const DASHES: ReadonlySet<string> = new Set(['-', '\u2013', '\u2014', '\u0640', '\u2015']);
const STOPS: ReadonlySet<string> = new Set(['.', '!', '?', '\u061f', '\u061b', '"', '\u00ab', '\u201c', '\u2026']);

const buffer = tokenBuffer(128);

/** What has been read of a possible dateline. */
interface Evidence {
  place: boolean;
  agency: boolean;
  /** The last word is one with which papers end their names: «الضفاف نيوز». */
  outlet: boolean;
  numbers: number;
  words: number;
  depth: number;
}

/** A sign that may end a dateline, given what stands before it. */
function endsHere(sign: string, spaced: boolean, evidence: Evidence, lead: boolean): boolean {
  const known = evidence.place || evidence.agency;
  if (evidence.depth > 0 || evidence.words === 0) return false;
  if (DASHES.has(sign)) return spaced && (known || (lead && evidence.words <= PLAIN_WORDS && evidence.numbers === 0));
  if (sign === ':' && lead && evidence.outlet && evidence.words <= OUTLET_WORDS) return true;
  if (sign === ':') return known && evidence.words <= 8;
  return sign === '/' && known && evidence.words <= 8;
}

/** Reads the head of one line token by token. */
class DatelineScan {
  readonly #index: FurnitureIndex;
  readonly #dates: DateReader;
  readonly #tokens: Tokens;

  constructor({ tools }: Page, tokens: Tokens) {
    this.#index = tools.index;
    this.#dates = tools.dates;
    this.#tokens = tokens;
  }

  sign(at: number): string {
    const { vocabulary } = this.#index;
    const type = this.#tokens.types[at];
    return at < this.#tokens.count && vocabulary.kind(type) === TypeKind.Sign ? vocabulary.surface(type) : '';
  }

  isWord(at: number, form: string): boolean {
    return this.#index.vocabulary.form(this.#tokens.types[at]) === form;
  }

  isSpaced(at: number): boolean {
    const { gaps, count } = this.#tokens;
    return gaps[at] !== Gap.None || (at + 1 < count && gaps[at + 1] !== Gap.None);
  }

  /** Token behind the signs at `at` that belong to the dateline's end: «- », «:- », «ــ ». */
  behindSigns(at: number): number {
    let next = at;
    while (DASHES.has(this.sign(next)) || this.sign(next) === ':' || this.sign(next) === '/') next++;
    return next;
  }

  /** Reads a place, agency, word or number into the evidence; the token behind it. */
  readWord(at: number, evidence: Evidence): number {
    const phrase = this.#index.phraseAt(this.#tokens, at);
    const next = phrase?.place || phrase?.agency ? phrase.next : at + 1;
    if (phrase?.place && (evidence.words === 0 || evidence.agency)) evidence.place = true;
    if (phrase?.agency) evidence.agency = true;
    evidence.outlet = this.#index.isOutlet(this.#tokens.types[next - 1]);
    if (this.#index.vocabulary.kind(this.#tokens.types[at]) === TypeKind.Number) evidence.numbers++;
    else evidence.words += next - at;
    return next;
  }

  /** Token behind a further segment of date, agency or parentheses with its sign: «12 شباط 2025 (بترا) - »; `at` without one. */
  behindSegment(at: number): number {
    let depth = 0;
    let next = at;
    for (; next < this.#tokens.count && next < at + SEGMENT_TOKENS; ) {
      const sign = this.sign(next);
      if (depth === 0 && next > at && (DASHES.has(sign) || sign === '/' || sign === ':')) return this.behindSigns(next);
      if (sign === '(') depth++;
      else if (sign === ')') depth--;
      else if (sign !== '' && !DASHES.has(sign) && sign !== '/' && sign !== '.') return at;
      const phrase = this.#index.phraseAt(this.#tokens, next);
      const fits =
        sign !== '' || depth > 0 || phrase?.agency || phrase?.place || this.#dates.isDateWord(this.#tokens.types[next]);
      if (!fits) return at;
      next = phrase?.agency || phrase?.place ? phrase.next : next + 1;
    }
    return at;
  }
}

/** Fewest tokens between two dashes that are an insertion and no further name: «كان الملك - رحمه الله - يقول». */
const INSERTION = 4;
const GOD = '\u0627\u0644\u0644\u0647'; // الله

/** True when the sign at `at` opens an insertion that a second dash closes. */
function opensInsertion(scan: DatelineScan, tokens: Tokens, at: number): boolean {
  let pious = false;
  for (let next = at + 1; next < tokens.count && next < at + SEGMENT_TOKENS; next++) {
    if (DASHES.has(scan.sign(next))) return pious || next - at - 1 >= INSERTION;
    if (scan.isWord(next, GOD)) pious = true;
  }
  return false;
}

/** Token behind the dateline, or 0 when there is none. */
function tokenBehind(scan: DatelineScan, tokens: Tokens, lead: boolean): number {
  const evidence: Evidence = { place: false, agency: false, outlet: false, numbers: 0, words: 0, depth: 0 };
  for (let at = 0; at < tokens.count && at < MOST_TOKENS; ) {
    const sign = scan.sign(at);
    if (sign === '') {
      at = scan.readWord(at, evidence);
      continue;
    }
    const known = evidence.place || evidence.agency;
    if (STOPS.has(sign) || (!lead && evidence.words > 0 && !known)) return 0;
    if (sign === '(') evidence.depth++;
    else if (sign === ')') {
      evidence.depth = Math.max(0, evidence.depth - 1);
      const closes = evidence.place && evidence.agency && evidence.words <= 9 && evidence.depth === 0;
      if (closes && scan.behindSigns(at + 1) === at + 1) return at + 1;
    } else if (endsHere(sign, scan.isSpaced(at), evidence, lead))
      return !known && opensInsertion(scan, tokens, at) ? 0 : behindAll(scan, at, sign, evidence);
    at++;
  }
  return 0;
}

/** Token behind the sign at `at` and all segments behind it. A slash needs a segment or an agency: «بغداد/ واع/». */
function behindAll(scan: DatelineScan, at: number, sign: string, evidence: Evidence): number {
  const first = scan.behindSigns(at);
  let next = first;
  for (let more = scan.behindSegment(next); more > next; more = scan.behindSegment(next)) next = more;
  return sign === '/' && next === first && !evidence.agency ? 0 : next;
}

/**
 * UTF-16 offset at which the dateline of a body line ends, `line.from` when it has none. On the first paragraph of an
 * article (`lead`) a few words before a dash are enough; later ones need a known place or agency.
 */
export function datelineEnd(page: Page, line: Line, lead: boolean): number {
  const { vocabulary } = page.tools.index;
  const tokens = tokenise(page.text, line.from, Math.min(line.to, line.from + REACH), vocabulary, buffer);
  const behind = tokenBehind(new DatelineScan(page, tokens), tokens, lead);
  return behind > 0 && behind < tokens.count ? tokens.starts[behind] : line.from;
}
