/**
 * Where the name of a person begins and ends. A name is one to five words that are given names, family names, particles
 * (بن, آل, أبو, عبد) or words that no list and no lexicon knows; a verb, a preposition, a sign or a country ends it.
 */
import { WordClass } from '../lexicon/office-words.ts';
import { TypeKind } from '../text/vocabulary.ts';
import type { Hit } from './match.ts';
import type { MentionOptions } from './mention.ts';
import type { OfficeReader } from './office-phrase.ts';
import type { ArticleScan, Scan } from './scan.ts';

/** A name in a segment: its tokens, the letters of a clitic before it, and the gazetteer's persons of that name. */
export interface FoundName {
  readonly from: number;
  readonly skip: number;
  readonly to: number;
  /** Ids of known persons written exactly so; empty for a name discovered in the text. */
  readonly ids: readonly string[];
}

const LONGEST_NAME = 5;
const LONGEST_CHAIN = 8;
const LONGEST_APPOSITION = 9;
const ARTICLE = '\u0627\u0644';
const WAW_LETTER = '\u0648';
const NEVER =
  WordClass.boundary |
  WordClass.preposition |
  WordClass.stateHead |
  WordClass.relative |
  WordClass.former |
  WordClass.standing;
const OFFICE_HEADS = WordClass.minister | WordClass.theMinister | WordClass.officeHead;
/** What may head a second office of a minister, and how many words that has. */
const SECOND_OFFICE = /^(?:رئيس|رئيسة|عضو|عضوة|المشرف|المشرفة|امين|امينة)$/u;
const LONGEST_SECOND = 8;
const OPENING = '\u060c,-\u2013(\u00ab"\u201c/';
/** Signs between a name and its office: a comma, a dash, quotes that close. */
const BEFORE_OFFICE = '\u060c\u061b,-\u2013"\u201d\u00bb';
const MOST_SIGNS = 2;
const CLOSING = '\u060c,-\u2013)\u00bb"\u201d/';
/** Openings that stand between a title and its name, too: «الدكتور "فلان"». */
const QUOTING = '(\u00ab"\u201c/';
/** How many unknown words between two signs are a name. */
const LONGEST_UNKNOWN = 4;
const BINDING: ReadonlySet<string> = new Set(['بن', 'ال', 'ابن', 'عبد', 'ابو']);
const INNER_TITLES: ReadonlySet<string> = new Set(['الحاج', 'السيد']);
const FIRST_PARTICLE = /^و?(?:عبد|ابو)$/u;
/** Particles that end a name («العبد الله», «شرف الدين»). */
const ENDING: ReadonlySet<string> = new Set(['الله', 'الدين']);
const INITIALS: ReadonlySet<string> = new Set(['د', 'م', 'ا', 'اد']);
/** Beginnings that only a clitic with the article has: «بالرئيس», «والوفد», «للوزير». */
const CLITIC_ARTICLE = /^(?:[وف]?(?:بال|كال|لل)|[وف]ال)/u;

/** Reads names of persons in one segment. */
export class NameReader {
  readonly #article: ArticleScan;
  readonly #scan: Scan;
  readonly #offices: OfficeReader;
  readonly #options: MentionOptions;
  readonly #starts = new Map<number, Hit>();
  readonly #ends = new Map<number, Hit>();

  constructor(article: ArticleScan, scan: Scan, offices: OfficeReader, options: MentionOptions) {
    this.#article = article;
    this.#scan = scan;
    this.#offices = offices;
    this.#options = options;
    for (const hit of scan.persons) {
      this.#starts.set(hit.from, hit);
      this.#ends.set(hit.to, hit);
    }
  }

  ids(hit: Hit): string[] {
    return this.#article.matcher.gazetteer
      .senses(hit.set)
      .filter(sense => sense.type === 'minister' && sense.kind !== 'not')
      .map(sense => sense.id);
  }

  /** The name behind token `to`, past a comma or opening sign and past titles. */
  behind(to: number): FoundName | undefined {
    const { tokens } = this.#scan.segment;
    let at = to + 1;
    const opened = at < tokens.count && this.#isSign(at, OPENING);
    if (opened) at++;
    if (at >= tokens.count || tokens.gaps[at] > 1) return undefined;
    let first = this.#afterTitles(at);
    const titled = first > at;
    if (titled && this.#isSign(first, QUOTING)) first++;
    const name = this.#nameAt(first, titled);
    if (!name) return undefined;
    const sure = titled || name.ids.length > 0 || this.#isGiven(first) || this.#isBinding(first);
    return !opened || sure || this.#isEnclosed(name) ? name : undefined;
  }

  /** Unknown words alone between signs: «وزير الدفاع، يوآف غالانت،». */
  #isEnclosed({ from, to }: FoundName): boolean {
    if (to === from && !this.#isUnknown(from)) return false;
    return to - from < LONGEST_UNKNOWN && this.#isSign(to + 1, CLOSING);
  }

  /** A word of some length that no list and no lexicon knows: by itself a family name («وزير المالية الكندي، مونود،»). */
  #isUnknown(token: number): boolean {
    const type = this.#scan.segment.tokens.types[token];
    if (this.#article.classes(this.#scan, token) !== 0 || this.#article.key(this.#scan, token).length < 4) return false;
    return this.#options.isCommonWord?.(type) === false;
  }

  /** Known, or begun by a given name or behind a title: not by an unknown word alone. */
  isSure({ from, ids }: FoundName): boolean {
    const titled = from > 0 && (this.#article.classes(this.#scan, from - 1) & WordClass.title) > 0;
    return titled || ids.length > 0 || this.#isGiven(from) || this.#isBinding(from);
  }

  /** «…، فلانة، وزيرة العدل»: a name between commas that has its own office behind it. */
  hasOwnOffice({ to }: FoundName): boolean {
    const { count } = this.#scan.segment.tokens;
    if (to + 2 >= count || !this.#isSign(to + 1, '\u060c,')) return false;
    return (this.#article.classes(this.#scan, to + 2) & OFFICE_HEADS) > 0 && this.#skip(to + 2) === 0;
  }

  /** The name behind another office of the same man: «وزير العدل رئيس المجلس الأعلى للقضاء الشيخ فلان». A title leads to it. */
  behindOffice(to: number): FoundName | undefined {
    let at = this.#article.after(this.#scan, to);
    if (at < 0 || !SECOND_OFFICE.test(this.#article.key(this.#scan, at))) return undefined;
    for (let i = 0; i < LONGEST_SECOND; i++) {
      at = this.#article.after(this.#scan, at);
      if (at < 0 || this.#options.isVerb?.(this.#scan.segment.tokens.types[at])) return undefined;
      const classes = this.#article.classes(this.#scan, at);
      if (classes & OFFICE_HEADS) return undefined;
      const leads = classes & WordClass.title && this.#article.key(this.#scan, at).startsWith(ARTICLE);
      if (leads) return this.#nameAt(this.#afterTitles(at), true);
    }
    return undefined;
  }

  /** A second name, joined by و («… خالد وعبد العزيز»), behind token `to`. */
  behindAnd(to: number): FoundName | undefined {
    const at = this.#article.after(this.#scan, to);
    if (at < 0 || this.#article.key(this.#scan, at)[0] !== WAW_LETTER) return undefined;
    const known = this.#starts.get(at);
    if (known) return { from: at, skip: known.skip, to: this.#extend(known.to), ids: this.ids(known) };
    if (!(this.#isGiven(at) && this.#skip(at) === 1)) return undefined;
    let last = at;
    for (let next = this.#article.after(this.#scan, at); next >= 0 && this.#continues(next, next - at); ) {
      last = next;
      next = this.#article.after(this.#scan, next);
    }
    return { from: at, skip: 1, to: last, ids: [] };
  }

  /** The name before token `from`, past a colon too when the office is a predicate («فلان: وزيرا للمالية»), past a comma and past other offices («… ولي العهد نائب رئيس مجلس الوزراء وزير …»). */
  before(from: number, predicative = false): FoundName | undefined {
    let at = from - 1;
    const signs = predicative ? `${BEFORE_OFFICE}:` : BEFORE_OFFICE;
    for (let i = 0; i < MOST_SIGNS && at >= 0 && this.#isSign(at, signs); i++) at--;
    for (let i = 0; i < LONGEST_APPOSITION && at >= 0 && this.#isApposition(at); i++) at--;
    if (at >= 0 && this.#isSign(at, '\u060c\u061b,')) at--;
    if (at < 0 || !this.#isNear(at, from)) return undefined;
    const known = this.#ends.get(at);
    if (known) return { from: known.from, skip: known.skip, to: at, ids: this.ids(known) };
    return this.#chainTo(at, predicative);
  }

  /** The word right before token `from` where it may be a family name alone: no word of the language. -1 for none. */
  wordBefore(from: number): number {
    const at = this.#article.before(this.#scan, from);
    if (at < 0 || this.#article.classes(this.#scan, at) & (NEVER | WordClass.title)) return -1;
    return this.#options.isCommonWord?.(this.#scan.segment.tokens.types[at]) ? -1 : at;
  }

  /** A name and its office stand in one line. */
  #isNear(at: number, from: number): boolean {
    const { gaps } = this.#scan.segment.tokens;
    for (let token = at + 1; token <= from; token++) if (gaps[token] > 1) return false;
    return true;
  }

  #isApposition(token: number): boolean {
    const classes = this.#article.classes(this.#scan, token);
    return (classes & WordClass.apposition) > 0 && !(classes & WordClass.given);
  }

  #isSign(token: number, signs: string): boolean {
    const { vocabulary } = this.#article.reading;
    const { tokens } = this.#scan.segment;
    if (token >= tokens.count) return false;
    const type = tokens.types[token];
    return vocabulary.kind(type) === TypeKind.Sign && signs.includes(vocabulary.form(type));
  }

  #isGiven(token: number): boolean {
    return (this.#article.classes(this.#scan, token) & (WordClass.given | WordClass.givenWord)) !== 0;
  }

  #skip(token: number): number {
    return this.#article.matcher.entry(this.#scan.segment.tokens.types[token])?.classSkip ?? 0;
  }

  /** The first token behind a run of titles; «د.» and «م/» keep their sign. */
  #afterTitles(token: number): number {
    const { count } = this.#scan.segment.tokens;
    let at = token;
    for (let i = 0; i < LONGEST_CHAIN && at < count - 1; i++) {
      const classes = this.#article.classes(this.#scan, at);
      if (!(classes & WordClass.title) || this.#skip(at) > 0 || this.#starts.has(at)) break;
      if (classes & WordClass.given && !this.#nameLike(at + 1)) break;
      const initial = INITIALS.has(this.#article.key(this.#scan, at)) && this.#isSign(at + 1, './');
      at += initial ? 2 : 1;
    }
    return at;
  }

  /** The name at a token; behind a title its first word may be a word of the lexicon («المهندس رائد أبو السعود»). */
  #nameAt(first: number, titled: boolean): FoundName | undefined {
    const { tokens } = this.#scan.segment;
    if (first >= tokens.count || tokens.gaps[first] > 1) return undefined;
    const known = this.#starts.get(first);
    if (known && known.skip === 0) {
      const to = this.#extend(known.to);
      const surname = this.#surnameBehind(to);
      return surname < 0
        ? { from: first, skip: 0, to, ids: this.ids(known) }
        : { from: first, skip: 0, to: surname, ids: [] };
    }
    let to = first - 1;
    for (let at = first; at >= 0 && at - first < LONGEST_CHAIN; at = this.#article.after(this.#scan, at)) {
      const ok = at === first ? this.#begins(at, titled) : this.#continues(at, at - first);
      if (!ok) break;
      to = at;
    }
    while (to >= first && this.#isParticle(to)) to--;
    return to < first ? undefined : { from: first, skip: 0, to, ids: [] };
  }

  /** A family name behind a known name makes it somebody else's («محمد بن راشد العتيبي»). */
  #surnameBehind(last: number): number {
    const next = this.#article.after(this.#scan, last);
    if (next < 0 || !this.#article.key(this.#scan, next).startsWith(ARTICLE) || !this.#nameLike(next)) return -1;
    return this.#article.key(this.#scan, next).endsWith('ي') ? next : -1;
  }

  /** A known name goes on through بن and آل: «محمد بن نايف بن عبدالعزيز آل سعود». */
  #extend(last: number): number {
    let to = last;
    for (let i = 0; i < LONGEST_CHAIN; i++) {
      const particle = this.#article.after(this.#scan, to);
      if (particle < 0 || !['بن', 'ال', 'ابن'].includes(this.#article.key(this.#scan, particle))) return to;
      const next = this.#article.after(this.#scan, particle);
      if (next < 0) return to;
      to = next;
      if (this.#article.key(this.#scan, next) === 'عبد') to = Math.max(next, this.#article.after(this.#scan, next));
    }
    return to;
  }

  #isParticle(token: number): boolean {
    const classes = this.#article.classes(this.#scan, token);
    if (ENDING.has(this.#article.key(this.#scan, token))) return false;
    return (classes & WordClass.particle) > 0 && !(classes & (WordClass.given | WordClass.family));
  }

  /** A particle that is never without a name behind it. */
  #isBinding(token: number): boolean {
    return BINDING.has(this.#article.key(this.#scan, token)) && this.#skip(token) === 0;
  }

  #startsWithAnd(token: number): boolean {
    return this.#skip(token) > 0 && this.#article.key(this.#scan, token)[0] === WAW_LETTER;
  }

  #begins(token: number, titled: boolean): boolean {
    if (this.#nameLike(token)) return !this.#startsWithAnd(token);
    const next = this.#article.after(this.#scan, token);
    if (this.#isGivenWord(token)) return next >= 0 && this.#skip(token) === 0 && this.#goesOnAsName(next);
    // «الحبيب الجملي», «الهادي القديري»
    if (this.#isDefiniteGiven(token)) return next >= 0 && this.#goesOnAsName(next);
    if (!titled || next < 0 || !this.#mayBeSurname(token, this.#article.classes(this.#scan, token))) return false;
    return this.#isBinding(next) || this.#nameLike(next);
  }

  /** A word that a name may consist of. */
  #nameLike(token: number): boolean {
    const { tokens } = this.#scan.segment;
    if (token >= tokens.count || !this.#article.reading.vocabulary.isWord(tokens.types[token])) return false;
    if (this.#offices.country(token)) return false;
    const classes = this.#article.classes(this.#scan, token);
    if (this.#skip(token) === 0 && classes & (WordClass.given | WordClass.family | WordClass.particle))
      return !(classes & NEVER && !(classes & WordClass.given));
    if (this.#skip(token) > 0 && classes & (WordClass.given | WordClass.family)) return false; // «بجون», «لأحمد»
    if (classes & (NEVER | WordClass.title | WordClass.minister | WordClass.officeHead)) return false;
    const key = this.#article.key(this.#scan, token);
    if (key.length < 2 || CLITIC_ARTICLE.test(key)) return false;
    return !this.#options.isCommonWord?.(tokens.types[token]);
  }

  /** A word that goes on with a name of `length` words. */
  #continues(token: number, length: number): boolean {
    if (length >= LONGEST_NAME && !this.#isParticle(token) && !this.#isParticle(token - 1)) return false;
    if (this.#startsWithAnd(token)) return false;
    if (this.#article.key(this.#scan, token - 1) === 'عبد') return true; // «عبد الملك», whatever else الملك is
    if (this.#isBinding(token - 1)) return !(this.#article.classes(this.#scan, token) & WordClass.boundary);
    const key = this.#article.key(this.#scan, token);
    if (key === 'فان' || this.#article.key(this.#scan, token - 1) === 'فان') return this.#isVan(token);
    const classes = this.#article.classes(this.#scan, token);
    const listed = this.#skip(token) === 0 && (classes & (WordClass.given | WordClass.family | WordClass.particle)) > 0;
    if (this.#nameLike(token)) return listed || !key.startsWith(WAW_LETTER);
    // «سيليست والاندر»: an unknown word in وال is a family name, if the lexicon could tell: it would know a noun.
    const unknown = classes === 0 && this.#options.isCommonWord?.(this.#scan.segment.tokens.types[token]) === false;
    if (unknown && length === 1 && key.startsWith(WAW_LETTER + ARTICLE)) return true;
    // A surname that is also a word: «محمد العسكري», «عبد الله الثني».
    if (classes & NEVER || this.#offices.country(token)) return false;
    if (length === 1 && this.#isGiven(token - 1) && this.#mayBeSurname(token, classes)) return true;
    if (this.#isDefiniteGiven(token)) return true;
    const isNisba = key.startsWith(ARTICLE) && key.length > 4 && !(classes & (WordClass.title | WordClass.acting));
    const named = this.#isGiven(token - 1) || this.#isDefiniteGiven(token - 1);
    if (!isNisba || !named) return this.#isTitleInside(token, classes);
    if (key.endsWith('ي') || this.#endsHere(token)) return true;
    // «لورا الخازن لحود»: a word that can only be a name follows.
    return this.#nameLike(token + 1) && this.#article.after(this.#scan, token) >= 0;
  }

  /** «روبرت فان دورن»: فان with an unknown word on either side, or that word; else it is «فإن» written carelessly. */
  #isVan(token: number): boolean {
    const van = this.#article.key(this.#scan, token) === 'فان' ? token : token - 1;
    const next = this.#article.after(this.#scan, van);
    if (next < 0 || !(this.#isGiven(van - 1) || this.#isUnknown(van - 1))) return false;
    return this.#isUnknown(next) || (this.#article.classes(this.#scan, next) & WordClass.family) !== 0;
  }

  /** A name that is a word as well: «نضال», «أمل». */
  #isGivenWord(token: number): boolean {
    return (this.#article.classes(this.#scan, token) & WordClass.givenWord) !== 0;
  }

  #goesOnAsName(token: number): boolean {
    return this.#nameLike(token) || this.#isDefiniteNisba(token) || this.#isDefiniteGiven(token);
  }

  #isDefiniteNisba(token: number): boolean {
    const key = this.#article.key(this.#scan, token);
    return key.startsWith(ARTICLE) && key.endsWith('ي') && !this.#offices.country(token);
  }

  /** «حسين الحاج حسن», «حنين السيد»: such a title stands inside a name, too. */
  #isTitleInside(token: number, classes: number): boolean {
    if (!(classes & WordClass.title) || !INNER_TITLES.has(this.#article.key(this.#scan, token))) return false;
    const next = this.#article.after(this.#scan, token);
    return this.#isGiven(token - 1) && (this.#endsHere(token) || this.#nameLike(next));
  }

  /** «الفهد», «السالم»: a given name with the article is a family name; «الأمين العام» is none. */
  #isDefiniteGiven(token: number): boolean {
    const key = this.#article.key(this.#scan, token);
    if (!key.startsWith(ARTICLE) || this.#article.classes(this.#scan, token) & (NEVER | WordClass.title)) return false;
    const { gazetteer } = this.#article.matcher;
    const word = gazetteer.word(key.slice(ARTICLE.length));
    if (word < 0 || !(gazetteer.classes(word) & WordClass.given)) return false;
    const next = this.#article.after(this.#scan, token);
    return next < 0 || !(this.#article.classes(this.#scan, next) & WordClass.fieldAdjective);
  }

  /** Behind one given name alone a plain noun is a surname («كمال حرب»): few ministers go by their first name. */
  #mayBeSurname(token: number, classes: number): boolean {
    const type = this.#scan.segment.tokens.types[token];
    if (classes !== 0 || this.#article.key(this.#scan, token).startsWith(ARTICLE)) return false;
    return this.#options.isWholeWord?.(type) === true && this.#options.isVerb?.(type) === false;
  }

  #endsHere(token: number): boolean {
    const next = this.#article.after(this.#scan, token);
    if (next < 0 || this.#article.classes(this.#scan, next) & WordClass.boundary) return true;
    return this.#article.key(this.#scan, next)[0] === WAW_LETTER;
  }

  /** The name that ends at a token: it begins with a given name, behind a title, or is of unknown words between bounds. */
  #chainTo(to: number, predicative: boolean): FoundName | undefined {
    let first = to + 1;
    let best = -1;
    for (let at = to, length = 0; at >= 0 && length < LONGEST_CHAIN; at--, length++) {
      if (!this.#belongsBackwards(at, to)) break;
      first = at;
      if (this.#isFirst(at)) best = at;
      if (this.#startsWithAnd(at)) break;
      if (this.#article.before(this.#scan, at) < 0) break;
    }
    const titled = first <= to && first > 0 && (this.#article.classes(this.#scan, first - 1) & WordClass.title) > 0;
    if (titled && !this.#isParticle(first)) best = first;
    const bounded = best < 0 && this.#isBounded(first, to, predicative);
    if (bounded) best = first;
    if (best < 0 || (best === to && !titled && !bounded)) return undefined;
    const joined = this.#isGiven(best) || this.#startsWithAnd(best);
    return { from: best, skip: joined ? this.#skip(best) : 0, to, ids: [] };
  }

  /** A given name, or عبد with what it binds. */
  #isFirst(token: number): boolean {
    const opens =
      this.#isGiven(token) || this.#isDefiniteGiven(token) || FIRST_PARTICLE.test(this.#article.key(this.#scan, token));
    return opens && !this.#isParticle(token - 1);
  }

  /** «قال سوبرا جايشانكار وزير …»: unknown words, and before them what ends a name. */
  #isBounded(first: number, to: number, predicative: boolean): boolean {
    if (first > to || to - first >= LONGEST_UNKNOWN || this.#isParticle(first)) return false;
    // One word alone needs a comma behind it («قال لومير، وزير المالية الفرنسي»), or to be appointed («تعيين الخصاونة رئيسا»).
    if (first === to && !(this.#isUnknown(to) && (predicative || this.#isSign(to + 1, '\u060c,')))) return false;
    return this.#isBehindBound(first);
  }

  /** What ends a name, a title or nothing stands before the token. */
  #isBehindBound(token: number): boolean {
    const before = this.#startsWithAnd(token) ? -1 : this.#article.before(this.#scan, token);
    return before < 0 || (this.#article.classes(this.#scan, before) & (WordClass.boundary | WordClass.title)) !== 0;
  }

  #belongsBackwards(token: number, to: number): boolean {
    if (this.#nameLike(token)) return true;
    if (this.#isGivenWord(token)) return token < to && this.#isBehindBound(token);
    if (this.#startsWithAnd(token) && this.#isFirst(token)) return true;
    if (this.#isDefiniteGiven(token)) return true;
    if (this.#nisbaSurname(token, to)) return true;
    if (token === 0) return false;
    if (this.#isBinding(token - 1)) return true;
    return this.#isGiven(token - 1) && this.#mayBeSurname(token, this.#article.classes(this.#scan, token));
  }

  /** A definite word at the end of a name, behind a given name: «عادل المانع», «فهد الجار الله». */
  #nisbaSurname(token: number, to: number): boolean {
    if (!this.#article.key(this.#scan, token).startsWith(ARTICLE) || token === 0) return false;
    if (token !== to && !(token === to - 1 && this.#isParticle(to))) return false;
    const classes = this.#article.classes(this.#scan, token);
    if (classes & (NEVER | WordClass.title) || this.#offices.country(token)) return false;
    return this.#isGiven(token - 1);
  }

  /** True when the name is what a verb of receiving acts on: in «استقبل X وزير …» the two are two men. */
  isReceiver(name: Pick<FoundName, 'from'>): boolean {
    let at = this.#article.before(this.#scan, name.from);
    for (let i = 0; i < LONGEST_CHAIN && at >= 0; i++) {
      const classes = this.#article.classes(this.#scan, at);
      if (classes & WordClass.receives) return true;
      if (classes & (WordClass.ruler | WordClass.officeHead) && !(classes & WordClass.title)) return true;
      if (!(classes & WordClass.title)) return false;
      at = this.#article.before(this.#scan, at);
    }
    return false;
  }

  /** Keys of the words of a name. */
  keys(name: FoundName): string[] {
    const keys: string[] = [];
    for (let token = name.from; token <= name.to; token++) {
      const key = this.#article.key(this.#scan, token);
      keys.push(token === name.from ? key.slice(name.skip) : key);
    }
    return keys;
  }
}
