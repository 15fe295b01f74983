/**
 * The grammar of offices: from a head (وزير, وزيرا, وزراء, رئيس الوزراء, نظيره) over portfolios, countries and qualifiers
 * to the end of the phrase. It knows nothing of persons.
 */
import { Channel } from '../lexicon/gazetteer.ts';
import { WordClass } from '../lexicon/office-words.ts';
import { ROOT } from '../lexicon/phrase-trie.ts';
import type { FoundAlliance } from './alliances.ts';
import type { FoundCountry } from './countries.ts';
import type { MentionOptions, Rank } from './mention.ts';
import type { ArticleScan, Scan } from './scan.ts';

/** One or several ministers, or a group, as a phrase names them. Tokens are inclusive. */
export interface OfficePhrase {
  from: number;
  skip: number;
  to: number;
  /** Offices in order; a dual or plural may have several. Empty: the bare «الوزير» or «نظيره». */
  readonly offices: string[];
  /** Countries in order, with the tokens at which they stand. */
  readonly countries: FoundCountry[];
  readonly scope: string[];
  number: 'one' | 'two' | 'many';
  rank: Rank;
  former: boolean;
  acting: boolean;
  /** «خارجيتها»: the country is behind the pronoun. */
  pronoun: boolean;
  /** «نظيره»: the office is that of the minister named before. */
  counterpart: boolean;
  /** Last token of each portfolio, parallel to `offices`. */
  readonly officeEnds: number[];
}

const PRONOUNS = ['ها', 'هما', 'هم', 'ه', 'نا'];
/** «النائب الثاني لرئيس مجلس الوزراء». */
const ORDINAL = /^(?:الاول|الثاني|الثالث)$/u;
/** Countries whose head of government is the chancellor. */
const CHANCELLORS: ReadonlySet<string> = new Set(['DE', 'AT']);
const CABINET = /(?:مجلس|رئيس|رئاسة|رءاسة|رئيسة|لجنة|هيئة)$/u;
const GROUP_FILLERS: ReadonlySet<string> = new Set([
  'دول',
  'الدول',
  'في',
  'من',
  'الاعضاء',
  'اعضاء',
  'بلدان',
  'كل',
  'بدول',
  'لدول',
  'الاطراف',
  'و',
]);
const RANKS: readonly (readonly [bits: number, rank: Rank])[] = [
  [WordClass.assistant, 'assistant'],
  [WordClass.underSecretary, 'under-secretary'],
  [WordClass.deputy, 'deputy'],
];
const ARTICLE = '\u0627\u0644';
/** Words in ال that are no part of a portfolio. */
const ENDS_PORTFOLIO =
  WordClass.former |
  WordClass.acting |
  WordClass.title |
  WordClass.relative |
  WordClass.boundary |
  WordClass.given |
  WordClass.family;
const LONGEST_PORTFOLIO = 2;
const LONGEST_UNLISTED = 6;
/** How many words may stand between «حكومة» and its country («حكومة الوفاق الوطني الليبية»). */
const LONGEST_GOVERNMENT = 3;

/** Reads office phrases of one segment. */
export class OfficeReader {
  readonly #article: ArticleScan;
  readonly #scan: Scan;
  readonly #isCommon: (type: number) => boolean;
  readonly #countries = new Map<number, FoundCountry>();
  readonly #alliances = new Map<number, FoundAlliance>();
  readonly #personStarts = new Set<number>();

  constructor(
    article: ArticleScan,
    scan: Scan,
    countries: readonly FoundCountry[],
    alliances: readonly FoundAlliance[],
    options: MentionOptions,
  ) {
    this.#isCommon = options.isCommonWord ?? (() => false);
    this.#article = article;
    this.#scan = scan;
    for (const found of countries) this.#countries.set(found.hit.from, found);
    for (const found of alliances) this.#alliances.set(found.hit.from, found);
    for (const hit of scan.persons) if (hit.skip === 0) this.#personStarts.add(hit.from);
  }

  country(token: number): FoundCountry | undefined {
    return this.#countries.get(token);
  }

  /** The office phrase whose head stands at `token`; undefined when it is none or belongs to somebody else. */
  read(token: number): OfficePhrase | undefined {
    const classes = this.#article.classes(this.#scan, token);
    const phrase = this.#head(token, classes);
    if (!phrase || !this.#qualifyBefore(phrase)) return undefined;
    this.#qualifyBehind(phrase);
    return phrase;
  }

  #head(token: number, classes: number): OfficePhrase | undefined {
    const { tokens } = this.#scan.segment;
    const skip = this.#article.matcher.entry(tokens.types[token])?.classSkip ?? 0;
    const base = { from: token, skip, to: token, offices: [], countries: [], scope: [], officeEnds: [] };
    const flags = { rank: 'minister' as Rank, former: false, acting: false, pronoun: false, counterpart: false };
    const phrase: OfficePhrase = { ...base, ...flags, number: 'one' };
    const prime = this.#portfolio(token, 'head');
    if (prime) return this.#prime(phrase, prime.to);
    if (classes & WordClass.chancellor) return this.#chancellor(phrase);
    if (classes & WordClass.underSecretary) return this.#ofMinistry(phrase);
    if (classes & (WordClass.counterpart | WordClass.counterparts)) {
      phrase.counterpart = true;
      if (classes & WordClass.counterparts) phrase.number = 'many';
      return phrase;
    }
    if (classes & WordClass.theMinister) return phrase;
    if (classes & WordClass.theMinisters) return this.#theMinisters(phrase);
    if (classes & WordClass.ministers2) phrase.number = 'two';
    if (classes & WordClass.ministers) phrase.number = 'many';
    if (!(classes & (WordClass.minister | WordClass.ministers2 | WordClass.ministers))) return undefined;
    return this.#portfolios(phrase) || this.#isGroupOf(phrase) ? phrase : undefined;
  }

  /** «المستشار الألماني» heads a government; any other مستشار is an adviser or a title. */
  #chancellor(phrase: OfficePhrase): OfficePhrase | undefined {
    const country = this.#countries.get(this.#article.after(this.#scan, phrase.from));
    const heads = country?.mention.kind === 'demonym' && CHANCELLORS.has(country.mention.id) && country.hit.skip === 0;
    return heads ? this.#prime(phrase, phrase.from) : undefined;
  }

  /** «وكيل وزارة الخارجية»; the one of a minister is read from the minister. */
  #ofMinistry(phrase: OfficePhrase): OfficePhrase | undefined {
    const ministry = this.#article.after(this.#scan, phrase.from);
    if (ministry < 0 || this.#article.key(this.#scan, ministry) !== 'وزارة') return undefined;
    const first = this.#article.after(this.#scan, ministry);
    const portfolio = first < 0 ? undefined : this.#portfolio(first, 'portfolio');
    if (!portfolio || portfolio.skip > 0) return undefined;
    phrase.rank = 'under-secretary';
    this.#add(phrase, portfolio.office, portfolio.to);
    this.#chain(phrase);
    return phrase;
  }

  /** The bare «الوزراء»: ministers, unless it ends «مجلس الوزراء», «رئاسة الوزراء». */
  #theMinisters(phrase: OfficePhrase): OfficePhrase | undefined {
    const before = this.#article.before(this.#scan, phrase.from);
    if (before >= 0 && CABINET.test(this.#article.key(this.#scan, before))) return undefined;
    phrase.number = 'many';
    return phrase;
  }

  /** «وزراء الناتو», «وزراء دول مجلس التعاون»: a group without a portfolio. */
  #isGroupOf(phrase: OfficePhrase): boolean {
    const next = this.#article.after(this.#scan, phrase.from);
    if (phrase.number !== 'many' || next < 0) return false;
    const at = GROUP_FILLERS.has(this.#article.key(this.#scan, next)) ? this.#article.after(this.#scan, next) : next;
    return this.#alliances.has(at);
  }

  #prime(phrase: OfficePhrase, to: number): OfficePhrase {
    phrase.to = to;
    phrase.offices.push('prime');
    phrase.officeEnds.push(to);
    if (this.#article.key(this.#scan, phrase.from).endsWith('رؤساء')) phrase.number = 'many';
    return phrase;
  }

  #portfolio(token: number, kind: string): { office: string; to: number; skip: number } | undefined {
    if (token < 0 || token >= this.#scan.segment.tokens.count) return undefined;
    const hit = this.#article.matcher.phrase(this.#scan.segment.tokens, token, Channel.Portfolio);
    const sense = hit && this.#article.matcher.gazetteer.senses(hit.set).find(other => other.type === 'portfolio');
    return hit && sense?.kind === kind ? { office: sense.id, to: hit.to, skip: hit.skip } : undefined;
  }

  #portfolios(phrase: OfficePhrase): boolean {
    const first = this.#article.after(this.#scan, phrase.from);
    if (first < 0) return false;
    const key = this.#article.key(this.#scan, first);
    if (key === 'الدوله' || key === 'الدولة' || key === 'دولة') return this.#stateMinister(phrase, first);
    const portfolio = this.#portfolio(first, 'portfolio') ?? this.#withPronoun(phrase, first);
    if (portfolio && this.#joins(first, portfolio.skip)) {
      this.#add(phrase, portfolio.office, portfolio.to);
      if (phrase.number === 'two' && portfolio.skip > 0) phrase.number = 'one'; // «وزيرا للخارجية»: one man, accusative
      this.#chain(phrase);
      return true;
    }
    return this.#unlisted(phrase, first, key);
  }

  /** The preposition ل may join head and portfolio («وزيرا للخارجية»), no conjunction. */
  #joins(token: number, skip: number): boolean {
    return skip === 0 || this.#article.key(this.#scan, token).startsWith('ل');
  }

  #add(phrase: OfficePhrase, office: string, to: number): void {
    phrase.offices.push(office);
    phrase.officeEnds.push(to);
    phrase.to = to;
  }

  /** «وزير الدولة للشؤون الخارجية», «وزير دولة». */
  #stateMinister(phrase: OfficePhrase, token: number): boolean {
    phrase.rank = 'state-minister';
    const next = this.#article.after(this.#scan, token);
    const portfolio = next < 0 ? undefined : this.#portfolio(next, 'portfolio');
    if (portfolio) this.#add(phrase, portfolio.office, portfolio.to);
    else this.#add(phrase, 'other:state', token);
    return true;
  }

  /** «خارجيتها»: portfolio + pronoun. */
  #withPronoun(phrase: OfficePhrase, token: number): { office: string; to: number; skip: number } | undefined {
    const key = this.#article.key(this.#scan, token);
    const { gazetteer } = this.#article.matcher;
    for (const pronoun of PRONOUNS) {
      if (!key.endsWith(pronoun) || key.length < pronoun.length + 3) continue;
      const stem = key.slice(0, -pronoun.length);
      for (const form of [stem, stem.replace(/ت$/u, 'ة')]) {
        const word = gazetteer.word(form);
        const set = word < 0 ? -1 : gazetteer.accepted(gazetteer.trie.child(ROOT, word));
        const sense = set < 0 ? undefined : gazetteer.senses(set).find(other => other.kind === 'portfolio');
        if (!sense) continue;
        phrase.pronoun = true;
        return { office: sense.id, to: token, skip: 0 };
      }
    }
    return undefined;
  }

  /** More portfolios joined by و: of one minister one office, of two or more ministers one each. */
  #chain(phrase: OfficePhrase): void {
    for (;;) {
      const next = this.#article.after(this.#scan, phrase.to);
      const portfolio = next < 0 ? undefined : this.#portfolio(next, 'portfolio');
      if (portfolio?.skip !== 1 || this.#article.key(this.#scan, next)[0] !== 'و') break;
      if (phrase.number === 'one') phrase.to = portfolio.to;
      else this.#add(phrase, portfolio.office, portfolio.to);
    }
    if (phrase.number === 'one') phrase.to = this.#unlistedChain(phrase.to);
  }

  /**
   * «والجماعات المحلية والتهيئة العمرانية»: words that are on no list go on with the portfolio only if behind them comes
   * what follows a portfolio, a country, a title or a name; else they are other people («والوفد المرافق»).
   */
  #unlistedChain(last: number): number {
    let end = last;
    for (
      let at = this.#article.after(this.#scan, last), i = 0;
      at >= 0 && i < LONGEST_UNLISTED;
      at = this.#article.after(this.#scan, at), i++
    ) {
      if (i > 0 && this.#beginsHolder(at)) return end;
      const joined = i === 0 || this.#article.key(this.#scan, end).length > 0;
      const form = i === 0 ? /^و/u : /^و|^ال/u;
      if (
        !joined ||
        !form.test(this.#article.key(this.#scan, at)) ||
        !this.#isCommon(this.#scan.segment.tokens.types[at])
      ) {
        return i > 0 && /^و/u.test(this.#article.key(this.#scan, end)) && this.#isConstruct(end, at)
          ? this.#afterConstruct(last, at)
          : last;
      }
      end = at;
    }
    return this.#signThenHolder(end) ? end : last;
  }

  /** «وترقية اللامركزية»: the second word is unknown to the lexicon but definite. */
  #isConstruct(end: number, at: number): boolean {
    return !/^وال/u.test(this.#article.key(this.#scan, end)) && this.#article.key(this.#scan, at).startsWith(ARTICLE);
  }

  #afterConstruct(last: number, at: number): number {
    const next = this.#article.after(this.#scan, at);
    return next >= 0 && this.#beginsHolder(next) ? at : last;
  }

  /** A country, a title or the name of a person begins at the token. */
  #beginsHolder(token: number): boolean {
    const country = this.#countries.get(token);
    if (country) return country.hit.skip === 0 && country.mention.kind === 'demonym';
    if (this.#personStarts.has(token)) return true;
    const entry = this.#article.matcher.entry(this.#scan.segment.tokens.types[token]);
    return entry !== undefined && entry.classSkip === 0 && (entry.classes & (WordClass.title | WordClass.given)) > 0;
  }

  /** «…، إبراهيم مراد». */
  #signThenHolder(end: number): boolean {
    const { tokens } = this.#scan.segment;
    const { vocabulary } = this.#article.reading;
    if (end + 2 >= tokens.count || tokens.gaps[end + 1] > 1 || tokens.gaps[end + 2] > 1) return false;
    return '\u060c,'.includes(vocabulary.form(tokens.types[end + 1])) && this.#beginsHolder(end + 2);
  }

  /** A portfolio that is on no list: a definite noun or شؤون + noun; a demonym makes «وزير إسرائيلي», office unknown. */
  #unlisted(phrase: OfficePhrase, token: number, key: string): boolean {
    if (phrase.number !== 'one' || key === 'مفوض') return false;
    const country = this.#countries.get(token);
    if (country) {
      if (country.hit.skip > 0 || country.mention.kind !== 'demonym') return false;
      this.#add(phrase, 'other', phrase.from);
      return true;
    }
    const definite =
      key.startsWith(ARTICLE) &&
      !(this.#article.classes(this.#scan, token) & (WordClass.former | WordClass.title | WordClass.relative));
    if (definite) this.#add(phrase, 'other', this.#adjectives(token));
    else if (key === 'شؤون' || key === 'شئون')
      this.#add(phrase, 'other', Math.max(token, this.#article.after(this.#scan, token)));
    return phrase.offices.length > 0;
  }

  /** The last of the definite words that go on with an unlisted portfolio («الثروة الثقافية»). */
  #adjectives(token: number): number {
    let last = token;
    for (let i = 0; i < LONGEST_PORTFOLIO; i++) {
      const next = this.#article.after(this.#scan, last);
      if (next < 0 || !/^و?ال/u.test(this.#article.key(this.#scan, next)) || this.#countries.has(next)) return last;
      const classes = this.#article.classes(this.#scan, next);
      if (classes & ENDS_PORTFOLIO || !this.#isCommon(this.#scan.segment.tokens.types[next])) return last;
      last = next;
    }
    return last;
  }

  /** Rank and standing of the words before the head; false when the phrase speaks of somebody else. */
  #qualifyBefore(phrase: OfficePhrase): boolean {
    const before = this.#article.before(this.#scan, phrase.from);
    if (before < 0 || phrase.counterpart) return true;
    const classes = this.#article.classes(this.#scan, before);
    if (classes & WordClass.notTheMinister && phrase.skip === 0) return false;
    if (phrase.number !== 'many') this.#rank(phrase, before, classes);
    return true;
  }

  #rank(phrase: OfficePhrase, before: number, classes: number): void {
    if (phrase.skip > 0 && !ORDINAL.test(this.#article.key(this.#scan, before))) return;
    if (this.#article.key(this.#scan, before).endsWith('باعمال')) phrase.acting = true;
    if (ORDINAL.test(this.#article.key(this.#scan, before))) {
      const deputy = this.#article.before(this.#scan, before);
      if (deputy >= 0 && this.#article.classes(this.#scan, deputy) & WordClass.deputy) phrase.rank = 'deputy';
    }
    for (const [bits, rank] of RANKS) {
      if (!(classes & bits) || this.#article.key(this.#scan, before).startsWith(ARTICLE)) continue;
      phrase.rank = rank;
      phrase.from = before;
      phrase.skip = this.#article.matcher.entry(this.#scan.segment.tokens.types[before])?.classSkip ?? 0;
      const outer = this.#article.before(this.#scan, before);
      if (outer >= 0 && this.#article.classes(this.#scan, outer) & WordClass.deputy && phrase.skip === 0)
        this.#rank(phrase, outer, WordClass.assistant);
      return;
    }
  }

  /** Countries, alliances, السابق and بالوكالة behind the office. */
  #qualifyBehind(phrase: OfficePhrase): void {
    for (let guard = 0; guard < 12; guard++) {
      const next = this.#article.after(this.#scan, phrase.to);
      if (
        next < 0 ||
        !(this.#qualifier(phrase, next) || this.#government(phrase, next) || this.#groupMember(phrase, next))
      )
        return;
    }
  }

  #qualifier(phrase: OfficePhrase, token: number): boolean {
    const classes = this.#article.classes(this.#scan, token);
    if (classes & WordClass.former) phrase.former = true;
    else if (classes & WordClass.acting) phrase.acting = true;
    else return this.#countryBehind(phrase, token) || this.#portfolioBehind(phrase, token);
    phrase.to = token;
    return true;
  }

  /** «الوزير التركي للشؤون الأوروبية». */
  #portfolioBehind(phrase: OfficePhrase, token: number): boolean {
    if (phrase.offices.length > 0 || phrase.number === 'many' || phrase.counterpart) return false;
    const portfolio = this.#article.key(this.#scan, token).startsWith('ل')
      ? this.#portfolio(token, 'portfolio')
      : undefined;
    if (!portfolio || portfolio.skip === 0) return false;
    this.#add(phrase, portfolio.office, portfolio.to);
    return true;
  }

  #countryBehind(phrase: OfficePhrase, token: number): boolean {
    const country = this.#countries.get(token);
    if (!country) return false;
    const { hit, mention } = country;
    if (mention.kind === 'capital' || mention.kind === 'city') return false;
    const joined = hit.skip > 0 && this.#article.key(this.#scan, token)[0] === 'و';
    if (phrase.countries.length > 0 && !(joined && phrase.number !== 'one')) return false;
    if (
      phrase.countries.length === 0 &&
      hit.skip > 0 &&
      !(mention.kind === 'name' && this.#article.key(this.#scan, token)[0] === 'ب')
    )
      return false;
    // «الوزير» takes an adjective, no name: «الوزير مصر».
    if (phrase.offices.length === 0 && mention.kind !== 'demonym') return false;
    phrase.countries.push(country);
    phrase.to = hit.to;
    return true;
  }

  /** «دولة قطر», «حكومة الوفاق الليبية», «في الحكومة السورية». */
  #government(phrase: OfficePhrase, token: number): boolean {
    if (phrase.countries.length > 0 || phrase.number === 'many') return false;
    let at = token;
    if (this.#article.key(this.#scan, at) === 'في') at = this.#article.after(this.#scan, at);
    if (at < 0 || !(this.#article.classes(this.#scan, at) & WordClass.stateOf)) return false;
    for (let length = 0; length < LONGEST_GOVERNMENT && at >= 0; length++) {
      at = this.#article.after(this.#scan, at);
      const country = at < 0 ? undefined : this.#countries.get(at);
      if (!country) continue;
      if (country.hit.skip > 0) return false;
      phrase.countries.push(country);
      phrase.to = country.hit.to;
      return true;
    }
    return false;
  }

  /** The members of a group: «خارجية الناتو», «في دول الاتحاد الأوروبي وحلف شمال الأطلسي», «الخارجية العرب». */
  #groupMember(phrase: OfficePhrase, token: number): boolean {
    if (phrase.number !== 'many') return false;
    for (let at = token, length = 0; at >= 0 && length < 4; at = this.#article.after(this.#scan, at), length++) {
      const alliance = this.#alliances.get(at);
      const country = this.#countries.get(at);
      if (alliance) {
        phrase.scope.push(alliance.mention.id);
        phrase.to = alliance.hit.to;
        return true;
      }
      if (country && (country.mention.kind === 'name' || country.mention.kind === 'demonym')) {
        phrase.countries.push(country);
        phrase.to = country.hit.to;
        return true;
      }
      const key = this.#article.key(this.#scan, at);
      if (key === 'العرب' || key === 'العربية' || key === 'الخليجيين' || key === 'الخليجية') {
        phrase.scope.push(key.startsWith('العرب') ? 'ARAB_LEAGUE' : 'GCC');
        phrase.to = at;
        return true;
      }
      if (!GROUP_FILLERS.has(key)) return false;
    }
    return false;
  }
}
