/**
 * Ministers: offices with and without names, names without offices. Order of work: drafts (grammar) → known persons and
 * countries → other mentions of the same persons → known office-holders named alone → the persons of nameless mentions.
 */

import type { PersonLabel } from '../lexicon/gazetteer.ts';
import { WordClass } from '../lexicon/office-words.ts';
import type { FoundAlliance } from './alliances.ts';
import { Aliases, antecedent, introduced, referenceTo } from './coreference.ts';
import type { FoundCountry } from './countries.ts';
import { COUNTERPART_WITHIN, type Draft, DraftIndex, precedes } from './draft.ts';
import { DraftReader, type Memory } from './drafts.ts';
import { covers, type Holders, hasEnded } from './holders.ts';
import type { Hit } from './match.ts';
import type { MentionOptions, MinisterMention } from './mention.ts';
import { CountryInference } from './minister-country.ts';
import { joinOffices, Namesakes } from './same-person.ts';
import type { ArticleScan, Scan } from './scan.ts';

/** Most words of the office of one who is no minister, before his name. */
const LONGEST_OFFICE = 8;
const OTHER_OFFICE = /^(?:[وفبلك]|لل)?(?:ال)?(?:مفوضة?|ممثلة?|مبعوثة?|مندوبة?|امينة?|منسقة?|مسءولة?|مسؤولة?|سفيرة?)$/u;
const ENDS_OFFICE = WordClass.boundary | WordClass.preposition | WordClass.minister | WordClass.theMinister;

/** What the earlier rules found in the article. */
export interface Surroundings {
  readonly countries: readonly (readonly FoundCountry[])[];
  readonly alliances: readonly (readonly FoundAlliance[])[];
  readonly evidence: ReadonlyMap<string, number>;
}

/** A mention with its segment. */
export interface FoundMinister {
  readonly scan: number;
  readonly mention: MinisterMention;
}

/** Finds the ministers of one article. */
export class MinisterRules {
  readonly #article: ArticleScan;
  readonly #around: Surroundings;
  readonly #holders: Holders;
  readonly #options: MentionOptions;
  /** Publication date, '' when unknown. */
  readonly #date: string;
  #drafts: Draft[] = [];
  #readers: DraftReader[] = [];
  readonly #index = new DraftIndex();

  constructor(article: ArticleScan, around: Surroundings, holders: Holders, options: MentionOptions) {
    this.#article = article;
    this.#around = around;
    this.#holders = holders;
    this.#options = options;
    this.#date = article.reading.article.published?.date ?? '';
  }

  find(): FoundMinister[] {
    const { countries, alliances, evidence } = this.#around;
    const memory: Memory = { holders: this.#holders, date: this.#date };
    this.#readers = this.#article.scans.map(
      (_, i) => new DraftReader(this.#article, i, countries[i], alliances[i], this.#options, memory),
    );
    this.#drafts = this.#readers.flatMap(reader => reader.read());
    for (const draft of this.#drafts) this.#identify(draft);
    this.#shareCountries();
    const inference = new CountryInference(this.#article, countries, evidence, this.#drafts);
    this.#drafts.forEach((draft, order) => {
      if (!draft.bare) this.#settle(draft, order, inference);
      else if (draft.name) {
        draft.guess = { ...draft };
        inference.infer(draft.guess as Draft, order);
      }
      this.#index.add(draft);
    });
    this.#addAliases(this.#drafts);
    // Who is known introduces himself by his name alone.
    const done = this.#drafts.length;
    this.#addKnown();
    this.#addAliases(this.#drafts.slice(done));
    this.#addCounterparts();
    this.#drafts.sort((a, b) => (precedes(a, b) ? -1 : 1));
    this.#link();
    return this.#drafts.map(draft => ({ scan: draft.scan, mention: this.#mention(draft) }));
  }

  /** The gazetteer's person behind a name and an office with a stated country or none. */
  #identify(draft: Draft): void {
    if (draft.office === 'other:security' && draft.country === 'IL') draft.office = 'defence'; // «وزير الأمن»
    if (!draft.name || draft.bare) return;
    if (draft.scope.length > 0) {
      draft.personId = draft.name.ids[0]; // whatever office he held at home
      return;
    }
    const facts = { office: draft.office, country: draft.country };
    const known =
      this.#holders.best(draft.name.ids, facts, this.#date) ??
      this.#holders.byName(draft.keys, facts, this.#date) ??
      this.#anywhere(draft);
    if (!known) return;
    draft.personId = known.id;
    const term = this.#holders.term(known, this.#date, facts);
    if (draft.country === null && term) {
      draft.country = term[1];
      draft.basis = 'gazetteer';
    }
  }

  /** «رئيس الوزراء مودي»: the name of one holder of the office, on the day or in the countries of the article. */
  #anywhere({ office, country, keys }: Draft): PersonLabel | undefined {
    if (country !== null || keys.length === 0) return undefined;
    const { evidence } = this.#around;
    const all = this.#holders.ofOffice(office, keys, this.#date);
    const here = all.filter(person => person.terms.some(term => term[0] === office && evidence.has(term[1])));
    const fitting = here.length > 0 || this.#date === '' ? here : all;
    return fitting.length === 1 ? fitting[0] : undefined;
  }

  /** Countries that follow from the other drafts, before anything is inferred from the text around. */
  #shareCountries(): void {
    const namesakes = new Namesakes(this.#drafts);
    for (const draft of this.#drafts) {
      const model = draft.country === null && !draft.bare ? namesakes.of(draft) : undefined;
      if (model) adopt(draft, model);
    }
    joinOffices(this.#drafts);
  }

  #settle(draft: Draft, order: number, inference: CountryInference): void {
    const open = draft.country === null;
    inference.infer(draft, order);
    if (open && draft.personId === undefined) this.#identify(draft);
    if (this.#date !== '' && draft.personId !== undefined && draft.scope.length === 0) this.#markFormer(draft);
  }

  /** Out of office on the day of publication. */
  #markFormer(draft: Draft): void {
    const person = this.#holders.person(draft.personId!);
    const term = person && this.#holders.term(person, this.#date, draft);
    if (term && hasEnded(term, this.#date)) draft.former = true;
  }

  #add(draft: Draft): void {
    this.#drafts.push(draft);
    this.#index.add(draft);
  }

  /** Mentions of the introduced by family name or full name. */
  #addAliases(drafts: readonly Draft[]): void {
    const people = introduced(drafts.filter(draft => !draft.bare));
    if (people.length === 0) return;
    const aliases = new Aliases(this.#article, people, this.#article.matcher.gazetteer, this.#options);
    if (aliases.size === 0) return;
    this.#article.scans.forEach((scan, index) => {
      const { count } = scan.segment.tokens;
      for (let token = 0; token < count; token++) {
        const alias = aliases.at(scan, token);
        if (!alias) continue;
        this.#resolveBare(index, token, alias.who.draft);
        if (!this.#index.isTaken(index, token, alias.to))
          this.#addName(index, token, alias.skip, alias.to, alias.who.draft);
        token = alias.to;
      }
    });
  }

  /** «الوزير بلينكن»: the bare minister has a name that was introduced. */
  #resolveBare(scan: number, token: number, who: Draft): void {
    const bare = this.#index.at(scan, token);
    if (!bare?.bare || bare.name?.from !== token || bare === who) return;
    adopt(bare, who);
    this.#callInFull(bare, who);
  }

  #addName(scan: number, from: number, skip: number, to: number, who: Draft): void {
    const name = { from, skip, to, ids: [] };
    const keys = this.#readers[scan].names.keys(name);
    const office = this.#index.at(scan, from - 1);
    if (
      office &&
      !office.name &&
      office.to === from - 1 &&
      skip === 0 &&
      this.#article.before(this.#article.scans[scan], from) >= 0 &&
      agrees(office, who)
    ) {
      Object.assign(office, { to, name, keys, kind: 'name' });
      this.#index.add(office);
      adopt(office, who);
      this.#callInFull(office, who);
      return;
    }
    const draft: Draft = { ...who, scan, from, skip, to, kind: 'name', name, keys, bare: false };
    this.#callInFull(draft, who);
    this.#add(draft);
  }

  /** Who is in no list has one name through the article: the one he was introduced by. */
  #callInFull(draft: Draft, who: Draft): void {
    const full = who.fullName ?? (draft.personId === undefined ? referenceTo(this.#article, who)?.name : undefined);
    if (full !== undefined && who.keys.length > draft.keys.length) draft.fullName = full;
  }

  /** Known office-holders named in full without an office near: ministers on the day of publication. */
  #addKnown(): void {
    this.#article.scans.forEach((scan, index) => {
      for (const hit of scan.persons) {
        if (!this.#index.isTaken(index, hit.from, hit.to)) this.#addHolder(index, hit);
      }
    });
  }

  #addHolder(index: number, hit: Hit): void {
    const senses = this.#article.matcher.gazetteer.senses(hit.set);
    for (const { id, kind } of senses) {
      const person = kind === 'full' ? this.#holders.person(id) : undefined;
      const term = person && this.#holders.term(person, this.#date);
      if (!term || person?.ruler) continue;
      const former = person!.own === true && hasEnded(term, this.#date);
      if (!former && !covers(term, this.#date)) continue;
      if (!person!.own && !this.#around.evidence.has(term[1]) && !this.#isTelling(index, hit)) continue;
      if (this.#isSomebodyElse(index, hit)) continue;
      const name = { from: hit.from, skip: hit.skip, to: hit.to, ids: [id] };
      const keys = this.#readers[index].names.keys(name);
      const flags = { rank: 'minister' as const, former, acting: false, group: false, scope: [], bare: false };
      const { from, skip, to } = hit;
      const who = { office: term[0], country: term[1], basis: 'gazetteer' as const, personId: id };
      this.#add({ scan: index, from, skip, to, kind: 'name', name, keys, ...flags, ...who });
      return;
    }
  }

  /** «كيري … نظيره السعودي عادل الجبير»: the office is that of the named minister before, in the same sentence. */
  #addCounterparts(): void {
    const replaced = new Set<Draft>();
    for (const reader of this.#readers) {
      for (const phrase of reader.pending) {
        const last = this.#index.before(reader.index, phrase.from, COUNTERPART_WITHIN);
        if (!last || last.office === '' || !reader.isNear(last.to, phrase.from)) continue;
        const draft = reader.resolve(phrase, last.office);
        // The name may have been taken for a name alone: now it has its office.
        for (let token = draft.from; token <= draft.to; token++) {
          const other = this.#index.at(draft.scan, token);
          if (other) replaced.add(other);
        }
        this.#identify(draft);
        this.#add(draft);
      }
    }
    this.#drafts = this.#drafts.filter(draft => !replaced.has(draft));
  }

  /** A name that can hardly be somebody else's: not made of given names alone. */
  #isTelling(index: number, hit: Hit): boolean {
    const scan = this.#article.scans[index];
    for (let token = hit.from; token <= hit.to; token++) {
      const classes = this.#article.classes(scan, token);
      if (classes & WordClass.family || !(classes & (WordClass.given | WordClass.particle))) return true;
    }
    return false;
  }

  /** «الملك سلمان …»: a king or president is spoken of as such, though he may head the government, too. */
  #isSomebodyElse(index: number, hit: Hit): boolean {
    const scan = this.#article.scans[index];
    if (hit.skip === 0 && this.#hasOtherOffice(scan, hit.from)) return true;
    const before = this.#article.before(scan, hit.from);
    if (before < 0) return false;
    if (this.#article.classes(scan, before) & WordClass.ruler) return true;
    // «سلطان بن سلمان بن عبدالعزيز»: a son of the one who is named.
    return hit.skip === 0 && ['بن', 'ابن', 'بنت'].includes(this.#article.key(scan, before));
  }

  /** «المفوضة الأوروبية للشؤون الخارجية، فلانة»: the words before the name call it by an office of another kind. */
  #hasOtherOffice(scan: Scan, token: number): boolean {
    const { types } = scan.segment.tokens;
    const comma = token > 0 && this.#article.reading.vocabulary.form(types[token - 1]) === '\u060c';
    let at = this.#article.before(scan, comma ? token - 1 : token);
    for (let i = 0; i < LONGEST_OFFICE && at >= 0; i++, at = this.#article.before(scan, at)) {
      const key = this.#article.key(scan, at);
      if (OTHER_OFFICE.test(key)) return true;
      if (this.#article.classes(scan, at) & ENDS_OFFICE || this.#options.isVerb?.(types[at])) return false;
    }
    return false;
  }

  /** Gives nameless mentions their person, and the bare «الوزير» office and country. Those that mean nobody are dropped. */
  #link(): void {
    const named: Draft[] = this.#drafts.filter(isNamed);
    const offices: Draft[] = this.#drafts.filter(draft => !draft.bare && !draft.group);
    let namedBefore = 0;
    let officesBefore = 0;
    this.#drafts = this.#drafts.filter(draft => {
      while (namedBefore < named.length && precedes(named[namedBefore], draft)) namedBefore++;
      while (officesBefore < offices.length && precedes(offices[officesBefore], draft)) officesBefore++;
      if (draft.counterpart && draft.office === '') {
        if (officesBefore === 0 || offices[officesBefore - 1].office === '') return false;
        draft.office = offices[officesBefore - 1].office;
        this.#identify(draft);
      }
      if (draft.group || (draft.name && draft.office !== '')) return true;
      if (draft.name) return this.#adoptNamed(draft);
      const who = draft.same ?? antecedent(draft, named, namedBefore);
      const reference = who && referenceTo(this.#article, who);
      if (reference) draft.person = reference;
      if (!draft.bare) return true;
      const model = who ?? antecedent(draft, offices, officesBefore);
      if (model) adopt(draft, model);
      return model !== undefined;
    });
  }

  /** «الوزير» + a name that no office introduced: a minister of an unknown office. */
  #adoptNamed(draft: Draft): boolean {
    draft.office = 'other';
    const [known] = draft.name!.ids.flatMap(id => this.#holders.person(id) ?? []);
    const person = known ?? this.#byShortAlone(draft);
    const term = person && this.#holders.term(person, this.#date);
    if (person && term && (draft.country === null || draft.country === term[1])) {
      draft.personId = person.id;
      draft.office = term[0];
      if (draft.country === null) [draft.country, draft.basis] = [term[1], 'gazetteer'];
    } else if (draft.country === null && draft.guess)
      Object.assign(draft, { country: draft.guess.country, basis: draft.guess.basis });
    return true;
  }

  /** «الوزير بوريطة»: one minister of the article's countries, in office on the day, has the short name. */
  #byShortAlone({ keys, country }: Draft): PersonLabel | undefined {
    const countries = country === null ? [...this.#around.evidence.keys()] : [country];
    const all = new Set(countries.flatMap(where => this.#holders.ofCountry(where, keys, this.#date)));
    return all.size === 1 ? [...all][0] : undefined;
  }

  #mention(draft: Draft): MinisterMention {
    const place = this.#article.place(this.#article.scans[draft.scan], draft.from, draft.skip, draft.to);
    const person = referenceTo(this.#article, draft) ?? draft.person ?? null;
    const { kind, office, country, rank, former, acting, group, scope } = draft;
    return {
      type: 'minister',
      id: person?.id ?? (country && !group ? `${country}:${office}` : null),
      kind,
      person,
      office,
      country,
      ...(draft.basis === undefined ? {} : { countryBasis: draft.basis }),
      rank,
      named: draft.name !== undefined,
      former,
      acting,
      group,
      ...(scope.length > 0 ? { scope } : {}),
      ...place,
    };
  }
}

/** Names somebody, and says or knows of which office. */
function isNamed(draft: Draft): boolean {
  return draft.name !== undefined && !(draft.bare && draft.office === '');
}

/** «الوزير العراقي» + «العباسي»: one mention, when country and office do not speak against it. */
function agrees(office: Draft, who: Draft): boolean {
  if (office.basis === 'stated' && office.country !== who.country) return false;
  return office.bare || office.office === who.office;
}

/** A mention takes over who another one is. */
function adopt(draft: Draft, model: Draft): void {
  if (draft.bare) draft.office = model.office;
  draft.country ??= model.country;
  if (draft.basis === undefined && model.basis !== undefined)
    draft.basis = model.basis === 'stated' ? 'article' : model.basis;
  if (model.personId !== undefined) draft.personId = model.personId;
  if (model.former) draft.former = true;
}
