/** From office phrases and names to drafts of minister mentions, one segment at a time. */
import { WordClass } from '../lexicon/office-words.ts';
import type { FoundAlliance } from './alliances.ts';
import type { FoundCountry } from './countries.ts';
import { COUNTERPART_WITHIN, type Draft } from './draft.ts';
import type { Holders } from './holders.ts';
import type { MentionOptions } from './mention.ts';
import { OfficeReader } from './office-phrase.ts';
import { type FoundName, NameReader } from './person-name.ts';
import { newPhrase, type OfficePhrase } from './phrase.ts';
import type { ArticleScan, Scan } from './scan.ts';

/** Most words of «لشؤون …» between two offices of one man. */
const LONGEST_FIELD = 4;
const FEMININE_HEAD = /(?:وزيرة|رئيسة|كاتبة|نظيرته|نظيرتها|المستشارة)$/u;
const ACCUSATIVE = /(?:وزير|رئيس|كاتب)ا$/u;
const OFFICE_NOUN = /(?:وزيرة?|رئيسة?|كاتبة?)$/u;
const WAW_LETTER = '\u0648';
const LIST_SIGN: ReadonlySet<string> = new Set(['\u060c', ',', '\u061b']);
const RULERS = /^(?:ال)?(?:رئيس|ملك|عاهل|سلطان|امير|سفير|مدرب|قائد|مستشار|رئيسة)$/u;

/** What the readers of one article's segments share, in order. */
export interface Memory {
  readonly holders: Holders;
  /** Publication date, '' when unknown. */
  readonly date: string;
  /** The latest group, which «الوزراء» means. */
  group?: Draft;
}

/** Reads the drafts of one segment. */
export class DraftReader {
  readonly #article: ArticleScan;
  readonly #scan: Scan;
  /** Index of the segment. */
  readonly index: number;
  readonly #offices: OfficeReader;
  readonly names: NameReader;
  readonly drafts: Draft[] = [];
  /** «نظيره» after a minister who is only named: decided when names are known. */
  readonly pending: OfficePhrase[] = [];
  readonly #memory: Memory;
  #done = -1;
  /** The latest «نائب رئيس الوزراء» that is a title of the minister behind it. */
  #title: OfficePhrase | undefined;

  constructor(
    article: ArticleScan,
    index: number,
    countries: readonly FoundCountry[],
    alliances: readonly FoundAlliance[],
    options: MentionOptions,
    memory: Memory,
  ) {
    this.#memory = memory;
    this.#article = article;
    this.index = index;
    this.#scan = article.scans[index];
    this.#offices = new OfficeReader(article, this.#scan, countries, alliances, options);
    this.names = new NameReader(article, this.#scan, this.#offices, options);
  }

  /** All drafts in order. A name before an office is taken only if no earlier mention has it. */
  read(): Draft[] {
    for (const token of this.#scan.triggers) {
      if (token <= this.#done) continue;
      const phrase = this.#offices.read(token);
      if (!phrase) {
        this.#list(token);
        continue;
      }
      if (this.#isTitleOf(phrase)) {
        this.#title = phrase;
        continue;
      }
      if (phrase.number === 'many') this.#group(phrase);
      else if (phrase.number === 'two') this.#pair(phrase);
      else this.#one(phrase);
    }
    return this.drafts;
  }

  /** «نائب رئيس الوزراء وزير الخارجية», «وزير الدولة وزير …»: the first office is a title of the minister. */
  #isTitleOf(phrase: OfficePhrase): boolean {
    const deputyPrime = phrase.rank === 'deputy' && phrase.offices[0] === 'prime';
    if (!deputyPrime && phrase.offices[0] !== 'other:state') return false;
    let next = this.#article.after(this.#scan, phrase.to);
    // «نائب رئيس الوزراء لشؤون الطاقة وزير النفط»
    const field = next >= 0 && this.#article.key(this.#scan, next).startsWith('ل');
    for (let i = 0; field && i < LONGEST_FIELD && next >= 0 && !this.#isMinister(next); i++)
      next = this.#article.after(this.#scan, next);
    return next >= 0 && this.#isMinister(next);
  }

  #isMinister(token: number): boolean {
    const classes = this.#article.classes(this.#scan, token);
    return (classes & WordClass.minister) > 0 || ACCUSATIVE.test(this.#article.key(this.#scan, token));
  }

  #one(phrase: OfficePhrase): void {
    if (phrase.counterpart && !this.#hasCounterpart(phrase.from)) {
      this.pending.push(phrase);
      return;
    }
    const behind = this.names.behind(phrase.to) ?? this.#behindOffice(phrase);
    const found = behind && this.#isHeadOf(phrase, behind) ? undefined : behind;
    const listed = found && this.names.hasOwnOffice(found) ? this.#nameBefore(phrase) : undefined;
    const after = listed ? undefined : found;
    const before = after || phrase.offices.length === 0 ? undefined : this.#nameBefore(phrase);
    const name = after ?? before;
    if (phrase.offices[0] === 'other' && phrase.officeEnds[0] === phrase.from && !name) return; // «وزير إسرائيلي» alone
    const from = before ? before.from : phrase.from;
    const skip = before ? before.skip : phrase.skip;
    this.#push(
      phrase,
      { from, skip, to: Math.max(phrase.to, after?.to ?? -1) },
      phrase.offices[0] ?? '',
      phrase.countries[0],
      name,
    );
  }

  /** The name behind a second office, unless the minister acts on who has that («استقبل وزير العدل رئيس المحكمة»). */
  #behindOffice({ from, to, offices }: OfficePhrase): FoundName | undefined {
    if (offices.length !== 1 || this.names.isReceiver({ from })) return undefined;
    return this.names.behindOffice(to);
  }

  /** «فلان، نائب المستشارة الألمانية فلانة»: the name is that of the head of government, not of the deputy. */
  #isHeadOf({ rank, offices }: OfficePhrase, name: FoundName): boolean {
    return rank === 'deputy' && offices[0] === 'prime' && this.#holds(name, 'prime');
  }

  #isFeminine({ from, to }: OfficePhrase): boolean {
    for (let token = from; token <= to; token++)
      if (FEMININE_HEAD.test(this.#article.key(this.#scan, token))) return true;
    return false;
  }

  /** «وزيرا للمالية», «وزيرة للصحة». */
  #isPredicative({ from }: OfficePhrase): boolean {
    const key = this.#article.key(this.#scan, from);
    if (ACCUSATIVE.test(key)) return true;
    const next = this.#article.after(this.#scan, from);
    // Behind the definite «الوزير» للـ is whom he speaks to («قال الوزير للصحافيين»).
    const definite = (this.#article.classes(this.#scan, from) & WordClass.theMinister) > 0;
    return OFFICE_NOUN.test(key) && !definite && next >= 0 && this.#article.key(this.#scan, next).startsWith('لل');
  }

  /** The draft of a pending «نظيره», once the minister it is the counterpart of is known. */
  resolve(phrase: OfficePhrase, office: string): Draft {
    const done = this.drafts.length;
    const name = this.names.behind(phrase.to);
    this.#push(
      phrase,
      { from: phrase.from, skip: phrase.skip, to: Math.max(phrase.to, name?.to ?? -1) },
      office,
      phrase.countries[0],
      name,
    );
    return { ...this.drafts.splice(done, 1)[0], office };
  }

  #nameBefore(phrase: OfficePhrase): FoundName | undefined {
    // «فلان، نائب رئيس مجلس الوزراء ووزير الصحة»: the title joins name and office.
    const title = phrase.skip > 0 && this.#title?.to === phrase.from - 1 ? this.#title : undefined;
    const { from, skip } = title ?? phrase;
    if (skip > 0 && (!title || this.#article.key(this.#scan, from)[0] === WAW_LETTER)) return undefined;
    const predicative = this.#isPredicative(phrase);
    const name = this.names.before(from, predicative) ?? this.#holderBefore(from, phrase);
    if (!name || name.from <= this.#done) return undefined;
    if (predicative) return name;
    return this.#holds(name, phrase.offices[0]) || !this.names.isReceiver(name) ? name : undefined;
  }

  /** «ولافروف وزير خارجية روسيا»: a family name alone, of one known to have held the very office. */
  #holderBefore(office: number, { offices, countries }: OfficePhrase): FoundName | undefined {
    const from = offices.length === 0 ? -1 : this.names.wordBefore(office);
    if (from < 0) return undefined;
    const { holders, date } = this.#memory;
    const facts = { office: offices[0], country: countries[0]?.mention.id ?? null };
    const key = this.#article.key(this.#scan, from);
    for (const skip of key.startsWith(WAW_LETTER) ? [0, 1] : [0]) {
      const keys = [key.slice(skip)];
      const stated = facts.country === null ? undefined : holders.byName(keys, facts, date);
      const all = facts.country === null ? holders.ofOffice(offices[0], keys, date) : [];
      const holder = stated ?? (all.length === 1 ? all[0] : undefined);
      if (holder) return { from, skip, to: from, ids: [holder.id] };
    }
    return undefined;
  }

  /** One of the known persons of the name held the office at some time. */
  #holds(name: FoundName, office: string): boolean {
    const { persons } = this.#article.matcher.gazetteer;
    return name.ids.some(id => persons.get(id)?.terms.some(term => term[0] === office));
  }

  #push(
    phrase: OfficePhrase,
    span: { from: number; skip: number; to: number },
    office: string,
    country: FoundCountry | undefined,
    name: FoundName | undefined,
  ): void {
    const { rank, former, acting } = phrase;
    const bare = phrase.offices.length === 0;
    this.drafts.push({
      scan: this.index,
      ...span,
      kind: name ? 'name' : bare ? 'pronominal' : 'office',
      office: phrase.counterpart ? (this.drafts.at(-1)?.office ?? '') : office,
      country: country?.mention.id ?? null,
      ...(country ? { basis: 'stated' as const } : {}),
      rank,
      former,
      acting,
      group: false,
      scope: phrase.number === 'one' ? phrase.scope : [],
      ...(name ? { name } : {}),
      keys: name ? this.names.keys(name) : [],
      bare: bare && !phrase.counterpart,
      feminine: this.#isFeminine(phrase),
      counterpart: phrase.counterpart,
      predicative: this.#isPredicative(phrase),
    });
    this.#done = span.to;
  }

  /** A minister stands before «نظيره» in the sentence, and no head of state nearer. */
  #hasCounterpart(token: number): boolean {
    const last = this.drafts.at(-1);
    return last !== undefined && !last.group && this.isNear(last.to, token);
  }

  /** Two tokens stand in one paragraph, not far apart, and no head of state between them. */
  isNear(from: number, token: number): boolean {
    const { tokens } = this.#scan.segment;
    const { vocabulary } = this.#article.reading;
    if (token - from > COUNTERPART_WITHIN) return false;
    for (let at = token - 1; at > from; at--) {
      const type = tokens.types[at];
      if (tokens.gaps[at + 1] > 1) return false;
      if (RULERS.test(vocabulary.key(type))) return false;
    }
    return true;
  }

  #group(phrase: OfficePhrase): void {
    if (phrase.counterpart) {
      if (this.#hasCounterpart(phrase.from)) this.#counterparts(phrase);
      return;
    }
    if (this.#byNames(phrase)) return;
    const holder = phrase.offices.length === 1 ? this.names.behind(phrase.to) : undefined;
    if (holder && this.names.isSure(holder)) {
      this.#items(phrase, this.#article.after(this.#scan, phrase.from));
      return;
    }
    const scope = [...phrase.scope, ...phrase.countries.map(country => country.mention.id)];
    const pronominal = phrase.offices.length === 0 && scope.length === 0;
    // «وزراء» without article and without members is no group of anybody.
    if (pronominal && !(this.#article.classes(this.#scan, phrase.from) & WordClass.theMinisters)) return;
    if (phrase.offices.length === 0) {
      const model = this.#memory.group;
      if (!model && scope.length === 0) return;
      phrase.offices.push(model?.office ?? 'other');
      phrase.officeEnds.push(phrase.to);
      if (scope.length === 0) scope.push(...model!.scope);
    }
    phrase.offices.forEach((office, index) => {
      const from = index === 0 ? phrase.from : phrase.officeEnds[index - 1] + 1;
      const skip = index === 0 ? phrase.skip : 1;
      const to = index === 0 ? phrase.to : phrase.officeEnds[index];
      const kind = pronominal ? 'pronominal' : 'office';
      this.#memory.group = this.#pushGroup(phrase, { from, skip, to }, office, scope, kind);
    });
    this.#done = phrase.to;
  }

  #pushGroup(
    { rank, former, acting }: OfficePhrase,
    span: { from: number; skip: number; to: number },
    office: string,
    scope: readonly string[],
    kind: 'office' | 'pronominal',
  ): Draft {
    const flags = { rank, former, acting, group: true, scope, keys: [], bare: false, country: null };
    const { from, skip, to } = span;
    const draft: Draft = { scan: this.index, from, skip, to, kind, office, ...flags };
    this.drafts.push(draft);
    return draft;
  }

  /** «نظرائه القطري والأمريكي»: a minister of each country; «نظرائه في مجلس التعاون»: a group. Others say too little. */
  #counterparts(phrase: OfficePhrase): void {
    if (phrase.countries.length > 1) this.#pairOfCountries(phrase);
    if (phrase.countries.length > 0 || phrase.scope.length === 0) return;
    this.#pushGroup(phrase, phrase, this.drafts.at(-1)!.office, phrase.scope, 'pronominal');
    this.#done = phrase.to;
  }

  /** «الوزيران فلان وفلان», «الوزراء فلان، فلان وفلان»: ministers by their names alone. False when no name follows. */
  #byNames(phrase: OfficePhrase): boolean {
    const first = phrase.offices.length > 0 ? undefined : this.names.behind(phrase.to);
    if (!first || !this.names.isSure(first) || this.#article.after(this.#scan, phrase.to) < 0) return false;
    this.#push(phrase, { from: phrase.from, skip: phrase.skip, to: first.to }, '', phrase.countries[0], first);
    for (let name = this.#nextName(first.to); name; name = this.#nextName(name.to)) {
      this.#push(phrase, name, '', phrase.countries[0], name);
      if (this.names.hasOwnOffice(name)) break;
    }
    return true;
  }

  /** The next name of a list, behind a comma or و. */
  #nextName(last: number): FoundName | undefined {
    const { tokens } = this.#scan.segment;
    const form = last + 1 < tokens.count ? this.#article.reading.vocabulary.form(tokens.types[last + 1]) : '';
    const comma = LIST_SIGN.has(form);
    return this.names.behindAnd(comma ? last + 1 : last) ?? (comma ? this.names.behind(last) : undefined);
  }

  /** «وزراء: المالية فلان، العدل فلان»: the head of a list stands before a colon. */
  #list(token: number): void {
    const { tokens } = this.#scan.segment;
    if (!(this.#article.classes(this.#scan, token) & WordClass.ministers) || token + 2 >= tokens.count) return;
    if (this.#article.reading.vocabulary.form(tokens.types[token + 1]) !== ':') return;
    this.#items(newPhrase(token, 0), token + 2);
  }

  /** The ministers of a list, each a portfolio with its name, parted by commas or و. */
  #items(phrase: OfficePhrase, first: number): void {
    const { tokens, portfolios } = { tokens: this.#scan.segment.tokens, portfolios: this.#offices.portfolios };
    for (let at = first; at >= 0 && at < tokens.count; ) {
      const portfolio = portfolios.at(at);
      if (!portfolio) return;
      const to = portfolios.end(portfolio.to);
      const name = this.names.behind(to);
      if (!name) return;
      const from = at === this.#article.after(this.#scan, phrase.from) ? phrase.from : at;
      const skip = from === at ? portfolio.skip : phrase.skip;
      const item = { ...phrase, from, offices: [portfolio.office] };
      this.#push(item, { from, skip, to: name.to }, portfolio.office, phrase.countries[0], name);
      at = name.to + 1;
      if (at < tokens.count && LIST_SIGN.has(this.#article.reading.vocabulary.form(tokens.types[at]))) at++;
    }
  }

  /** Two ministers: of two offices («وزيري الدفاع والداخلية»), or of two countries («وزيرا خارجية مصر والأردن»). */
  #pair(phrase: OfficePhrase): void {
    if (phrase.countries.length < 2 && phrase.offices.length < 2) this.#pairWithNames(phrase);
    else if (phrase.offices.length > 1) this.#pairOfOffices(phrase);
    else this.#pairOfCountries(phrase);
  }

  #pairOfOffices(phrase: OfficePhrase): void {
    let end = phrase.to;
    phrase.offices.forEach((office, index) => {
      const name = index === 0 ? this.names.behind(end) : this.names.behindAnd(end);
      const from = index === 0 ? phrase.from : phrase.officeEnds[index - 1] + 1;
      const skip = index === 0 ? phrase.skip : 1;
      const country = phrase.countries[index] ?? phrase.countries[0];
      this.#push(phrase, { from, skip, to: phrase.officeEnds[index] }, office, country, name);
      if (name) end = name.to;
    });
    this.#done = Math.max(end, phrase.to);
  }

  #pairOfCountries(phrase: OfficePhrase): void {
    let end = phrase.to;
    phrase.countries.forEach((country, index) => {
      const name = index === 0 ? this.names.behind(end) : this.names.behindAnd(end);
      const from = index === 0 ? phrase.from : country.hit.from;
      const skip = index === 0 ? phrase.skip : country.hit.skip;
      this.#push(phrase, { from, skip, to: country.hit.to }, phrase.offices[0], country, name);
      if (name) end = name.to;
    });
    this.#done = Math.max(end, phrase.to);
  }

  /** «وزيرا الخارجية الأمريكي فلان والروسي فلان»: each country with its name. Without one it is «وزيرا» of one man. */
  #pairWithNames(phrase: OfficePhrase): void {
    const first = this.names.behind(phrase.to);
    if (!first && this.#isPredicative(phrase)) {
      this.#one(phrase);
      return;
    }
    this.#push(
      phrase,
      { from: phrase.from, skip: phrase.skip, to: Math.max(phrase.to, first?.to ?? -1) },
      phrase.offices[0],
      phrase.countries[0],
      first,
    );
    const next = this.#article.after(this.#scan, this.#done);
    const country = next < 0 ? undefined : this.#offices.country(next);
    if (country?.hit.skip !== 1 || country.mention.kind === 'capital') return;
    const second = this.names.behind(country.hit.to);
    this.#push(
      phrase,
      { from: next, skip: 1, to: Math.max(country.hit.to, second?.to ?? -1) },
      phrase.offices[0],
      country,
      second,
    );
  }
}
