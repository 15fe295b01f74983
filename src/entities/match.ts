/**
 * From types to phrases. What a type may be in the gazetteer (its words behind any clitics, its word classes) is found
 * once per type; per token there is one array read. From a token that may begin a phrase the trie is walked and the
 * longest phrase of each channel is kept.
 */
import { Channel, type Gazetteer } from '../lexicon/gazetteer.ts';
import { WordClass } from '../lexicon/office-words.ts';
import { JOINERS } from '../lexicon/phrase-list.ts';
import { ROOT } from '../lexicon/phrase-trie.ts';
import { ALEF, ALEF_MAKSURA, isPlainLetter, LAM, WAW, YEH } from '../text/characters.ts';
import { procliticReadings } from '../text/clitics.ts';
import { grown } from '../text/grown.ts';
import { foldedUnit } from '../text/normalise.ts';
import type { Tokens } from '../text/tokenise.ts';
import { Gap } from '../text/tokenise.ts';
import { TypeKind, type Vocabulary } from '../text/vocabulary.ts';

/** One way a type is a word of the gazetteer. */
interface WordReading {
  readonly word: number;
  /** Letters of clitics before it. */
  readonly skip: number;
  /** Letters up to its end: all, but for the first of two glued words. */
  readonly end: number;
  /** The second word of a glued pair («الولاياتالمتحدة»), else -1. */
  readonly next: number;
}

/** What the gazetteer knows about a type. */
export interface TypeEntry {
  readonly readings: readonly WordReading[];
  /** Bits of `WordClass`, and the letters of clitics before the word that has them. */
  readonly classes: number;
  readonly classSkip: number;
  /** Channels of the phrases it may begin. */
  readonly begins: number;
  /** Two names glued over و: their sets of senses and the letter of the و. */
  readonly pair?: { readonly at: number; readonly first: number; readonly second: number };
}

/** A phrase found: which senses, from which letter of the first token to which letter of the last. */
export interface Hit {
  readonly set: number;
  /** First and last token. */
  readonly from: number;
  readonly to: number;
  /** Letters of clitics left out at the beginning. */
  readonly skip: number;
  /** Letters of the last token that belong to the phrase; -1 for all. */
  readonly cut: number;
}

const NOTHING: TypeEntry = { readings: [], classes: 0, classSkip: 0, begins: 0 };
/** Words that may begin the mention of an office. */
export const TRIGGERS =
  WordClass.minister |
  WordClass.theMinister |
  WordClass.ministers2 |
  WordClass.ministers |
  WordClass.theMinisters |
  WordClass.officeHead |
  WordClass.chancellor |
  WordClass.underSecretary |
  WordClass.counterpart |
  WordClass.counterparts;
/** Channels that are looked for everywhere; the others are asked for by rules. */
const HOT_CHANNELS = Channel.Country | Channel.Alliance | Channel.Person | Channel.User;
const TEH_MARBUTA_LETTER = '\u0629';
const HEH_LETTER = '\u0647';
const ARTICLE = '\u0627\u0644';
const WAW_LETTER = '\u0648';
/** A glued word is longer than any plain one of interest, and its halves are at least so long. */
const SHORTEST_GLUED = 8;
/** Longest such word: no two names make more, and every و of a longer one would cost a look at both halves. */
const LONGEST_GLUED = 48;
const SHORTEST_HALF = 3;
/** Letters of the name of a Latin letter, as initials are written. */
const LONGEST_INITIAL = 3;

/** The gazetteer as seen by the types of one vocabulary. */
export class Matcher {
  readonly #vocabulary: Vocabulary;
  readonly gazetteer: Gazetteer;
  /** Per type: 0 not looked at, 1 unknown to the gazetteer, else index into `#entries` plus 2. */
  #state = new Int32Array(1 << 14);
  readonly #entries: TypeEntry[] = [];
  /** Per type: 0 not asked, 1 asleep, 2 awake (see {@link wakes}). */
  #awake = new Uint8Array(1 << 14);
  /** Per type: what {@link endingOf} says of its key, 0 not looked at. */
  #endings = new Uint8Array(1 << 14);
  /** The longest hit of each channel, valid where `#found` has its bit. */
  readonly #best: (Hit | undefined)[] = [];
  #found = 0;

  constructor(vocabulary: Vocabulary, gazetteer: Gazetteer) {
    this.#vocabulary = vocabulary;
    this.gazetteer = gazetteer;
  }

  /** What is known of a type; `undefined` for the great majority that no phrase and no rule knows. */
  entry(type: number): TypeEntry | undefined {
    const state = type < this.#state.length ? this.#state[type] : 0;
    return state === 1 ? undefined : state > 1 ? this.#entries[state - 2] : this.#lookAt(type);
  }

  /** True when a phrase of a hot channel or a rule of offices may begin with the type. Asked of every token. */
  wakes(type: number): boolean {
    const known = type < this.#awake.length ? this.#awake[type] : 0;
    return known > 0 ? known === 2 : this.#wakesOf(type);
  }

  #wakesOf(type: number): boolean {
    const entry = this.entry(type);
    const wakes = entry !== undefined && ((entry.classes & TRIGGERS) | (entry.begins & HOT_CHANNELS)) !== 0;
    this.#awake = grown(this.#awake, type);
    this.#awake[type] = wakes ? 2 : 1;
    return wakes;
  }

  /** Word classes of a type, 0 when it has none. */
  classes(type: number): number {
    return this.entry(type)?.classes ?? 0;
  }

  /** What {@link endingOf} says of a type's key. */
  ending(type: number): number {
    if (type >= this.#endings.length) this.#endings = grown(this.#endings, type);
    return this.#endings[type] || (this.#endings[type] = this.#endingOf(type));
  }

  #endingOf(type: number): number {
    const { units } = this.#vocabulary;
    const end = this.#vocabulary.end(type);
    const isPlain =
      end - this.#vocabulary.start(type) > 1 && isPlainLetter(units[end - 1]) && isPlainLetter(units[end - 2]);
    if (!isPlain) return endingOf(this.#vocabulary.key(type));
    const last = units[end - 1] === ALEF_MAKSURA ? YEH : foldedUnit(units[end - 1]);
    return endingNumber(foldedUnit(units[end - 2]), last);
  }

  /** Gives the longest phrase of each of `channels` that begins at token `at` to `take`. */
  longest(tokens: Tokens, at: number, channels: number, take: (hit: Hit, channel: number) => void): void {
    const entry = this.entry(tokens.types[at]);
    if (!entry || !(entry.begins & channels)) return;
    if (entry.pair) {
      for (const hit of gluedHits(at, entry.pair)) take(hit, Channel.Country);
      return;
    }
    this.#found = 0;
    for (const reading of entry.readings) {
      if (this.gazetteer.begins(reading.word) & channels) this.#walk(tokens, at, reading, channels);
    }
    for (let channel = 0, bits = this.#found; bits > 0; channel++, bits >>= 1) {
      if (bits & 1) take(this.#best[channel]!, 1 << channel);
    }
  }

  /** The longest phrase of one channel that begins at token `at`. */
  phrase(tokens: Tokens, at: number, channel: number): Hit | undefined {
    let found: Hit | undefined;
    this.longest(tokens, at, channel, hit => {
      found = hit;
    });
    return found;
  }

  #walk(tokens: Tokens, at: number, first: WordReading, channels: number): void {
    let node = this.gazetteer.trie.child(ROOT, first.word);
    if (first.next >= 0) {
      this.#keep(node, at, at, first.skip, first.end, channels);
      node = node > 0 ? this.gazetteer.trie.child(node, first.next) : 0;
    }
    let last = at;
    while (node > 0) {
      this.#keep(node, at, last, first.skip, -1, channels);
      const next = this.#nextToken(tokens, last);
      if (next < 0) return;
      node = this.#step(node, this.entry(tokens.types[next]));
      last = next;
    }
  }

  /** The token a phrase may go on with: the next one of the paragraph, past a hyphen, or a full stop inside a word. */
  #nextToken(tokens: Tokens, at: number): number {
    let next = at + 1;
    if (next >= tokens.count) return -1;
    if (this.#isJoiner(tokens.types[next])) {
      if (tokens.gaps[next] >= Gap.Line || next + 1 >= tokens.count || tokens.gaps[next + 1] >= Gap.Line) return -1;
      const apart = tokens.gaps[next] !== Gap.None || tokens.gaps[next + 1] !== Gap.None;
      const initial = tokens.ends[at] - tokens.starts[at] <= LONGEST_INITIAL; // «كيه. شانموجام»
      if (apart && !initial && this.#vocabulary.form(tokens.types[next]) === '.') return -1;
      next++;
    }
    return tokens.gaps[next] < Gap.Paragraph ? next : -1;
  }

  #isJoiner(type: number): boolean {
    return this.#vocabulary.kind(type) === TypeKind.Sign && JOINERS.has(this.#vocabulary.form(type));
  }

  /** Inside a phrase a word stands without clitics of its own. */
  #step(node: number, entry: TypeEntry | undefined): number {
    if (entry === undefined) return 0;
    for (const { word, skip, next } of entry.readings) {
      if (skip > 0) continue;
      const child = this.gazetteer.trie.child(node, word);
      const last = child > 0 && next >= 0 ? this.gazetteer.trie.child(child, next) : child;
      if (last > 0) return last;
    }
    return 0;
  }

  #keep(node: number, from: number, to: number, skip: number, cut: number, channels: number): void {
    const set = this.gazetteer.accepted(node);
    if (set < 0) return;
    const answered = this.gazetteer.channels(set) & channels;
    for (let channel = 0, bits = answered; bits > 0; channel++, bits >>= 1) {
      if (!(bits & 1)) continue;
      if (this.#found & (1 << channel) && !isLonger(to, cut, this.#best[channel]!)) continue;
      this.#best[channel] = { set, from, to, skip, cut };
      this.#found |= 1 << channel;
    }
  }

  #lookAt(type: number): TypeEntry | undefined {
    this.#state = grown(this.#state, type);
    const entry = this.#mayBeKnown(type)
      ? spelledOut(this.#read(this.#vocabulary.key(type)), this.#vocabulary.form(type))
      : NOTHING;
    this.#state[type] = entry === NOTHING ? 1 : this.#entries.push(entry) + 1;
    return entry === NOTHING ? undefined : entry;
  }

  /** False for most types that {@link #read} knows nothing of: found out where the units stand, without a string. */
  #mayBeKnown(type: number): boolean {
    const { units } = this.#vocabulary;
    const start = this.#vocabulary.start(type);
    const end = this.#vocabulary.end(type);
    const length = end - start;
    if (length >= SHORTEST_GLUED && length <= LONGEST_GLUED && this.#mayBeGlued(units, start, end)) return true;
    for (let from = start; from < end; from++) {
      if (this.gazetteer.mayHold(units, from, end)) return true;
      if (from - start === MOST_CLITICS || !CLITIC_LETTERS.includes(String.fromCharCode(units[from]))) return false;
    }
    return false;
  }

  /** False where no word of the gazetteer stands behind a و or with an article inside the type. */
  #mayBeGlued(units: Uint16Array, start: number, end: number): boolean {
    for (let i = start + SHORTEST_HALF; i <= end - SHORTEST_HALF; i++) {
      const second = units[i] === WAW ? i + 1 : foldedUnit(units[i]) === ALEF && units[i + 1] === LAM ? i : -1;
      if (second >= 0 && this.gazetteer.mayHold(units, second, end)) return true;
    }
    return false;
  }

  #read(key: string): TypeEntry {
    const readings: WordReading[] = [];
    this.#collect(key, 0, readings);
    if (mayCarryClitic(key)) {
      for (const { rest, skip } of procliticReadings(key)) if (skip > 0) this.#collect(rest, skip, readings);
    }
    const glued = key.length >= SHORTEST_GLUED && key.length <= LONGEST_GLUED;
    if (readings.length === 0 && glued) this.#collectGlued(key, readings);
    if (readings.length > 0) return this.#entryOf(readings);
    return glued ? this.#gluedPair(key) : NOTHING;
  }

  #entryOf(readings: readonly WordReading[]): TypeEntry {
    let classes = 0;
    let classSkip = 0;
    let begins = 0;
    for (const { word, skip } of readings) {
      if (classes === 0) {
        classes = this.gazetteer.classes(word);
        classSkip = skip;
      }
      begins |= this.gazetteer.begins(word);
    }
    return { readings, classes, classSkip, begins };
  }

  #collect(word: string, skip: number, into: WordReading[]): void {
    let number = this.gazetteer.word(word);
    // Carelessly written ه for ة («السعوديه»).
    if (number < 0 && word.endsWith(HEH_LETTER)) number = this.gazetteer.word(word.slice(0, -1) + TEH_MARBUTA_LETTER);
    if (number >= 0) into.push({ word: number, skip, end: -1, next: -1 });
  }

  /** A lost space before the article: «الولاياتالمتحدة», «والأممالمتحدة». */
  #collectGlued(key: string, into: WordReading[]): void {
    for (let at = key.indexOf(ARTICLE, SHORTEST_HALF); at > 0; at = key.indexOf(ARTICLE, at + 1)) {
      const next = this.gazetteer.word(key.slice(at));
      if (next < 0) continue;
      for (const { rest, skip } of procliticReadings(key.slice(0, at))) {
        const word = this.gazetteer.word(rest);
        const node = word < 0 ? 0 : this.gazetteer.trie.child(ROOT, word);
        if (node > 0 && this.gazetteer.trie.child(node, next) > 0) into.push({ word, skip, end: at, next });
      }
    }
  }

  /** A lost space before و between two countries («مصروالسودان»). Both must be names: no word is cut on a guess. */
  #gluedPair(key: string): TypeEntry {
    for (let at = key.indexOf(WAW_LETTER, SHORTEST_HALF); at > 0; at = key.indexOf(WAW_LETTER, at + 1)) {
      const first = this.#countryName(key.slice(0, at));
      const second = first < 0 ? -1 : this.#countryName(key.slice(at + 1));
      if (second >= 0) return { ...NOTHING, begins: Channel.Country, pair: { at, first, second } };
    }
    return NOTHING;
  }

  #countryName(key: string): number {
    const word = key.length < SHORTEST_HALF ? -1 : this.gazetteer.word(key);
    const set = word < 0 ? -1 : this.gazetteer.accepted(this.gazetteer.trie.child(ROOT, word));
    const isName =
      set >= 0 && this.gazetteer.senses(set).some(({ kind, type }) => kind === 'name' && type === 'country');
    return isName ? set : -1;
  }

  /** Endings are numbers from 1, below this. */
  static readonly ENDINGS = 256;
  /** Channels that are looked for everywhere; the others are asked for by rules. */
  static readonly hot = HOT_CHANNELS;
}

/** A later end, or the whole of a glued word against its first half («كورياالشمالية»). */
function isLonger(to: number, cut: number, than: Hit): boolean {
  return to > than.to || (to === than.to && cut < 0 && than.cut >= 0);
}

/** The last two letters of a key as one small number, of which several pairs share one. Clitics do not change it. */
export function endingOf(key: string): number {
  return endingNumber(key.charCodeAt(key.length - 2) || 0, key.charCodeAt(key.length - 1));
}

function endingNumber(before: number, last: number): number {
  return 1 + ((Math.imul(before, 37) + last) % (Matcher.ENDINGS - 1));
}

const FUNCTION_WORD = WordClass.boundary | WordClass.preposition;

/**
 * Final yeh decides what the key has folded: «على» is the preposition, «علي» the name. A function word begins no name:
 * it would wake the trie at every tenth token.
 */
function spelledOut(entry: TypeEntry, form: string): TypeEntry {
  let { classes, begins } = entry;
  if (classes & WordClass.given && classes & FUNCTION_WORD) {
    classes &= ~(form.endsWith('\u0649') ? WordClass.given | WordClass.family : FUNCTION_WORD);
  }
  if (entry.classSkip === 0 && classes & WordClass.boundary && !(classes & WordClass.given))
    begins &= ~(Channel.Country | Channel.Person);
  return classes === entry.classes && begins === entry.begins ? entry : { ...entry, classes, begins };
}

function gluedHits(at: number, pair: NonNullable<TypeEntry['pair']>): Hit[] {
  return [
    { set: pair.first, from: at, to: at, skip: 0, cut: pair.at },
    { set: pair.second, from: at, to: at, skip: pair.at + 1, cut: -1 },
  ];
}

const CLITIC_LETTERS = '\u0648\u0641\u0628\u0643\u0644'; // WAW FEH BEH KAF LAM
/** Most clitic letters before a word, the article of «للـ» among them: «وللـ». */
const MOST_CLITICS = 3;

function mayCarryClitic(key: string): boolean {
  return CLITIC_LETTERS.includes(key[0]);
}
