/**
 * The grammar of offices: from a head (وزير, وزيرا, وزراء, رئيس الوزراء, نظيره) over portfolios, countries and qualifiers
 * to the end of the phrase. It knows nothing of persons.
 */
import { WordClass } from '../lexicon/office-words.ts';
import { Gap } from '../text/tokenise.ts';
import { TypeKind } from '../text/vocabulary.ts';
import type { FoundAlliance } from './alliances.ts';
import type { FoundCountry } from './countries.ts';
import type { MentionOptions, Rank } from './mention.ts';
import { newPhrase, type OfficePhrase } from './phrase.ts';
import { PortfolioReader } from './portfolio.ts';
import type { ArticleScan, Scan } from './scan.ts';

/** «النائب الثاني لرئيس مجلس الوزراء». */
const ORDINAL = /^(?:الاول|الثاني|الثالث)$/u;
const DELEGATE = /^(?:ال)?منتدب(?:[ةا]|ين)?$/u;
const CHARGED = /^(?:ال)?مكلف[ةا]?$/u;
const AFFAIRS = /^لش[ؤئ]ون$/u;
const TWO_COUNTERPARTS = /نظيرت?[يا]ه/u;
const WITH_AFFAIRS = /^بش[ؤئ]ون$/u;
const GOVERNMENT = /^(?:ال)?حكومة$/u;
/** «حكومة الوفاق», «حكومة الوحدة الوطنية». */
const NATIONAL: ReadonlySet<string> = new Set(['الوفاق', 'الوحدة', 'الانقاذ', 'التوافق']);
const BESIDE = 'لدي';
/** Countries whose head of government is the chancellor. */
const CHANCELLORS: ReadonlySet<string> = new Set(['DE', 'AT']);
const CABINET = /(?:مجلس|رئيس|رئاسة|رءاسة|رئيسة|لجنة|هيئة)$/u;
const GROUP_FILLERS: ReadonlySet<string> = new Set(
  'دول الدول في من الاعضاء اعضاء بلدان كل بدول لدول الاطراف و'.split(' '),
);
const RANKS: readonly (readonly [bits: number, rank: Rank])[] = [
  [WordClass.assistant, 'assistant'],
  [WordClass.underSecretary, 'under-secretary'],
  [WordClass.deputy, 'deputy'],
];
const ARTICLE = '\u0627\u0644';
/** How many words may stand between «حكومة» and its country («حكومة الوفاق الوطني الليبية»). */
const LONGEST_GOVERNMENT = 3;

/** Reads office phrases of one segment. */
export class OfficeReader {
  readonly #article: ArticleScan;
  readonly #scan: Scan;
  readonly #portfolio: PortfolioReader;
  readonly #countries = new Map<number, FoundCountry>();
  readonly #alliances = new Map<number, FoundAlliance>();

  constructor(
    article: ArticleScan,
    scan: Scan,
    countries: readonly FoundCountry[],
    alliances: readonly FoundAlliance[],
    options: MentionOptions,
  ) {
    this.#article = article;
    this.#scan = scan;
    for (const found of countries) this.#countries.set(found.hit.from, found);
    for (const found of alliances) this.#alliances.set(found.hit.from, found);
    this.#portfolio = new PortfolioReader(article, scan, this.#countries, options.isCommonWord ?? (() => false));
  }

  get portfolios(): PortfolioReader {
    return this.#portfolio;
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
    if (this.#isAmericanSecretary(phrase)) {
      phrase.offices[0] = 'foreign';
      phrase.rank = 'minister';
    }
    return phrase;
  }

  /** «كاتب الدولة الأمريكي»: of the United States it is the foreign minister. */
  #isAmericanSecretary({ from, offices, countries }: OfficePhrase): boolean {
    const secretary = this.#article.key(this.#scan, from).includes('كاتب');
    return secretary && countries[0]?.mention.id === 'US' && /^(?:other:state|foreign)$/u.test(offices[0]);
  }

  #head(token: number, classes: number): OfficePhrase | undefined {
    const { tokens } = this.#scan.segment;
    const skip = this.#article.matcher.entry(tokens.types[token])?.classSkip ?? 0;
    const phrase = newPhrase(token, skip);
    const named = this.#portfolio.at(token, 'head');
    if (named) return named.office === 'prime' ? this.#prime(phrase, named.to) : this.#delegate(phrase, named.to);
    if (classes & WordClass.chancellor) return this.#chancellor(phrase);
    if (classes & WordClass.underSecretary) return this.#ofMinistry(phrase);
    if (classes & (WordClass.counterpart | WordClass.counterparts)) {
      // «نظيره وزير خارجية مصر»: the office is said, and read from its own head.
      if (this.#article.classes(this.#scan, this.#article.after(this.#scan, token)) & WordClass.minister)
        return undefined;
      phrase.counterpart = true;
      if (classes & WordClass.counterparts) phrase.number = 'many';
      else if (TWO_COUNTERPARTS.test(this.#article.key(this.#scan, token))) phrase.number = 'two';
      return phrase;
    }
    if (classes & WordClass.theMinister) return this.#theMinister(phrase);
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
    const portfolio = first < 0 ? undefined : this.#portfolio.at(first);
    if (!portfolio || portfolio.skip > 0) return undefined;
    phrase.rank = 'under-secretary';
    this.#add(phrase, portfolio.office, portfolio.to);
    this.#chain(phrase);
    return phrase;
  }

  /** The bare «الوزير», or one who is delegated («الوزير المنتدب») or charged with something («الوزيرة المكلفة بالاتصال»). */
  #theMinister(phrase: OfficePhrase): OfficePhrase {
    const next = this.#article.after(this.#scan, phrase.from);
    if (next >= 0 && DELEGATE.test(this.#article.key(this.#scan, next))) return this.#delegate(phrase, next);
    if (next >= 0 && this.#article.key(this.#scan, next) === BESIDE) return this.#delegate(phrase, phrase.from);
    this.#charge(phrase);
    return phrase;
  }

  /** A minister of state or delegate, or a secretary of state: «كاتبة الدولة لدى وزير الفلاحة مكلفة بالصيد البحري». */
  #delegate(phrase: OfficePhrase, to: number): OfficePhrase {
    phrase.rank = 'state-minister';
    this.#add(phrase, 'other:state', to);
    const beside = this.#article.after(this.#scan, to);
    const next = beside >= 0 && this.#article.key(this.#scan, beside) === BESIDE ? beside : to;
    const head = this.#article.after(this.#scan, next);
    if (next === beside && head >= 0) this.#beside(phrase, head);
    else this.#for(phrase, head);
    this.#charge(phrase);
    return phrase;
  }

  /** «لدى وزير الخارجية»: the minister beside whom a delegate serves is part of the delegate's office. */
  #beside(phrase: OfficePhrase, head: number): void {
    const minister = this.#article.classes(this.#scan, head) & WordClass.minister;
    const office = minister
      ? this.#portfolio.at(this.#article.after(this.#scan, head))
      : this.#portfolio.at(head, 'head');
    if (!office) return;
    if (minister) phrase.offices[0] = office.office;
    phrase.to = minister ? this.#portfolio.end(office.to) : office.to;
    phrase.officeEnds[0] = phrase.to;
  }

  /** «للشؤون الخارجية», «لشؤون مجلس الأمة». */
  #for(phrase: OfficePhrase, token: number): void {
    const portfolio = token < 0 ? undefined : this.#portfolio.at(token);
    if (portfolio) this.#replace(phrase, portfolio.office, this.#portfolio.end(portfolio.to));
    else if (token >= 0 && AFFAIRS.test(this.#article.key(this.#scan, token)))
      this.#replace(phrase, phrase.offices[0], this.#portfolio.end(this.#affairs(token)));
  }

  /** The last word of «لشؤون مجلس الأمة»: a noun, and what is definite behind it. */
  #affairs(token: number): number {
    let end = Math.max(token, this.#article.after(this.#scan, token));
    const next = this.#article.after(this.#scan, end);
    const isCouncil = this.#article.key(this.#scan, end) === 'مجلس';
    if (next >= 0 && isCouncil && this.#article.key(this.#scan, next).startsWith('ال')) end = next;
    return end;
  }

  /** «مكلفة بالصيد البحري»: what somebody is charged with is the office. */
  #charge(phrase: OfficePhrase): void {
    const charged = this.#article.after(this.#scan, phrase.to);
    if (charged < 0 || !CHARGED.test(this.#article.key(this.#scan, charged))) return;
    const first = this.#article.after(this.#scan, charged);
    const portfolio = first < 0 ? undefined : this.#portfolio.at(first);
    if (portfolio && portfolio.skip > 0 && this.#article.key(this.#scan, first).startsWith('ب'))
      this.#replace(phrase, portfolio.office, this.#portfolio.end(portfolio.to));
    else if (first >= 0 && WITH_AFFAIRS.test(this.#article.key(this.#scan, first)))
      this.#replace(phrase, phrase.offices[0] ?? 'other', this.#regionBehind(first));
  }

  /** «بشؤون أيرلندا الشمالية»: the last word of the region or the noun. */
  #regionBehind(token: number): number {
    const next = this.#article.after(this.#scan, token);
    return next < 0 ? token : (this.#countries.get(next)?.hit.to ?? next);
  }

  #replace(phrase: OfficePhrase, office: string, to: number): void {
    phrase.offices[0] = office;
    phrase.officeEnds[0] = to;
    phrase.to = to;
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

  #portfolios(phrase: OfficePhrase): boolean {
    const first = this.#article.after(this.#scan, phrase.from);
    if (first < 0) return false;
    const key = this.#article.key(this.#scan, first);
    if (key === 'الدوله' || key === 'الدولة' || key === 'دولة') return this.#stateMinister(phrase, first);
    if (DELEGATE.test(key)) return this.#delegate(phrase, first) === phrase;
    if (key === BESIDE) return this.#delegate(phrase, phrase.from) === phrase;
    const portfolio =
      this.#portfolio.at(first) ?? this.#portfolio.ofAffairs(first) ?? this.#portfolio.withPronoun(first);
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
    return this.#delegate(phrase, token) === phrase;
  }

  /** More portfolios joined by و: of one minister one office, of two or more ministers one each. */
  #chain(phrase: OfficePhrase): void {
    if (phrase.number === 'one') {
      const from = phrase.to + 1;
      phrase.to = this.#portfolio.end(phrase.to);
      // «وزير الخارجية والهجرة والمصريين بالخارج»: the people abroad are those of the country.
      for (let token = from; token <= phrase.to && phrase.countries.length === 0; token++)
        if (this.#countries.has(token)) phrase.countries.push(this.#countries.get(token)!);
      return;
    }
    for (;;) {
      phrase.to = this.#portfolio.adjectives(phrase.to);
      phrase.officeEnds[phrase.officeEnds.length - 1] = phrase.to;
      const portfolio = this.#portfolio.joined(phrase.to);
      if (!portfolio) return;
      this.#add(phrase, portfolio.office, portfolio.to);
    }
  }

  /** A portfolio that is on no list; a demonym makes «وزير إسرائيلي», office unknown. */
  #unlisted(phrase: OfficePhrase, token: number, key: string): boolean {
    if (phrase.number !== 'one' || key === 'مفوض') return false;
    const country = this.#countries.get(token);
    if (country) {
      if (country.hit.skip > 0 || country.mention.kind !== 'demonym') return false;
      this.#add(phrase, 'other', phrase.from);
      return true;
    }
    const end = this.#portfolio.unlisted(token);
    if (end >= 0) this.#add(phrase, 'other', end);
    return end >= 0;
  }

  /** Rank and standing of the words before the head; false when the phrase speaks of somebody else. */
  #qualifyBefore(phrase: OfficePhrase): boolean {
    if (this.#isCounted(phrase.from)) phrase.number = 'many';
    const before = this.#article.before(this.#scan, phrase.from);
    if (before < 0 || phrase.counterpart) return true;
    const classes = this.#article.classes(this.#scan, before);
    if (classes & WordClass.notTheMinister && phrase.skip === 0) return false;
    if (phrase.number !== 'many') this.#rank(phrase, before, classes);
    return true;
  }

  /** «83 وزيرا للثقافة»: so many, and no one of them. */
  #isCounted(token: number): boolean {
    const { tokens } = this.#scan.segment;
    const counted = this.#article.key(this.#scan, token) === 'وزيرا' && token > 0 && tokens.gaps[token] <= Gap.Space;
    return counted && this.#article.reading.vocabulary.kind(tokens.types[token - 1]) === TypeKind.Number;
  }

  #rank(phrase: OfficePhrase, before: number, classes: number): void {
    // «النائب الثاني لرئيس …», «نائبا لرئيس …»; another clitic joins two offices.
    const isOf = phrase.skip === 1 && this.#article.key(this.#scan, phrase.from).startsWith('ل');
    if (phrase.skip > 0 && !isOf) return;
    if (this.#article.key(this.#scan, before).endsWith('باعمال')) phrase.acting = true;
    if (ORDINAL.test(this.#article.key(this.#scan, before))) {
      const deputy = this.#article.before(this.#scan, before);
      if (deputy >= 0 && this.#article.classes(this.#scan, deputy) & WordClass.deputy) phrase.rank = 'deputy';
    }
    for (const [bits, rank] of RANKS) {
      if (!(classes & bits) || this.#article.key(this.#scan, before).startsWith(ARTICLE)) continue;
      phrase.rank = rank;
      if (this.#article.key(this.#scan, before).endsWith('نواب')) phrase.number = 'many';
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
        !(
          this.#qualifier(phrase, next) ||
          this.#government(phrase, next) ||
          this.#ofAlliance(phrase, next) ||
          this.#groupMember(phrase, next)
        )
      )
        return;
    }
  }

  #qualifier(phrase: OfficePhrase, token: number): boolean {
    const classes = this.#article.classes(this.#scan, token);
    if (classes & WordClass.former) phrase.former = true;
    else if (classes & WordClass.acting) phrase.acting = true;
    else if (!(classes & WordClass.standing) || phrase.counterpart)
      return this.#countryBehind(phrase, token) || this.#portfolioBehind(phrase, token);
    phrase.to = token;
    return true;
  }

  /** «الوزير التركي للشؤون الأوروبية», «كاتب الدولة الأمريكي للخارجية». */
  #portfolioBehind(phrase: OfficePhrase, token: number): boolean {
    const open = phrase.offices.length === 0 || phrase.offices[0] === 'other:state';
    if (!open || phrase.number === 'many' || phrase.counterpart) return false;
    const portfolio = this.#article.key(this.#scan, token).startsWith('ل') ? this.#portfolio.at(token) : undefined;
    if (!portfolio || portfolio.skip === 0) return false;
    this.#replace(phrase, portfolio.office, portfolio.to);
    return true;
  }

  /** «وزيرة خارجية الاتحاد الأوروبي»: of an alliance, and of no country. */
  #ofAlliance(phrase: OfficePhrase, token: number): boolean {
    const alliance = this.#alliances.get(token);
    if (!alliance || alliance.hit.skip > 0 || phrase.number !== 'one') return false;
    if (phrase.offices.length === 0 || phrase.countries.length > 0) return false;
    phrase.scope.push(alliance.mention.id);
    phrase.to = alliance.hit.to;
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
    const inside = this.#article.key(this.#scan, at) === 'في';
    if (inside) at = this.#article.after(this.#scan, at);
    if (at < 0) return false;
    if (inside && this.#countries.has(at)) return this.#insideCountry(phrase, at);
    if (!(this.#article.classes(this.#scan, at) & WordClass.stateOf)) return false;
    const state = at;
    for (let length = 0; length < LONGEST_GOVERNMENT && at >= 0; length++) {
      at = this.#article.after(this.#scan, at);
      const country = at < 0 ? undefined : this.#countries.get(at);
      if (!country) continue;
      if (country.hit.skip > 0) return false;
      phrase.countries.push(country);
      phrase.to = country.hit.to;
      return true;
    }
    // «في الحكومة المؤقتة، فلان»: of a government that needs no country.
    if (!inside || !GOVERNMENT.test(this.#article.key(this.#scan, state))) return false;
    const next = this.#article.after(this.#scan, state);
    const named = next >= 0 && NATIONAL.has(this.#article.key(this.#scan, next));
    if (!named && this.#article.key(this.#scan, state) !== 'الحكومة') return false;
    phrase.to = named ? this.#portfolio.adjectives(next) : state;
    return true;
  }

  /** «وزير الرياضة في مصر خالد …»: a country is the minister's when his name stands behind it. */
  #insideCountry(phrase: OfficePhrase, token: number): boolean {
    const country = this.#countries.get(token)!;
    const next = this.#article.after(this.#scan, country.hit.to);
    if (country.hit.skip > 0 || country.mention.kind !== 'name' || next < 0) return false;
    if (this.#countries.has(next) || !this.#portfolio.beginsHolder(next)) return false;
    phrase.countries.push(country);
    phrase.to = country.hit.to;
    return true;
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
