/** Build step of the gazetteer: checked source files → phrases with their senses (see phrase-list.ts). */

import { LexiconError } from '../errors.ts';
import {
  AlliancesSchema,
  CountriesSchema,
  type CountriesSource,
  OfficeHoldersSchema,
  type OfficeHoldersSource,
} from './gazetteer-schema.ts';
import { nisbaForms } from './nisba.ts';
import { type CompiledPhrases, Cue, lastNames, nameSpellings, PhraseList, type Sense } from './phrase-list.ts';
import { checkedJson } from './schema.ts';

type Country = CountriesSource['entries'][number];
const CUES = {
  sure: Cue.Sure,
  evidence: Cue.Evidence,
  place: Cue.Place,
  head: Cue.Head,
  noun: Cue.Noun,
  each: Cue.Each,
  town: Cue.Town,
} as const;

function refuseTwins(ids: readonly string[], file: string, pointer: string): void {
  const seen = new Set<string>();
  ids.forEach((id, index) => {
    if (seen.has(id)) throw new LexiconError(file, `#${pointer}/${index}/id`, `${id} stands twice`);
    seen.add(id);
  });
}

/** How sure a form of a country is: what the entry says, else by kind. Names are sure unless the entry says otherwise. */
function cueOf(country: Country, form: string, kind: string): number {
  const entry = country.ambiguous.find(other => other.form === form);
  if (!entry) return Cue.Sure;
  // «مالي» is a name with `place`; its demonym «المالي» needs a head.
  if (kind === 'demonym' && entry.cue === 'place' && country.names.concat(country.ar).includes(form)) return Cue.Head;
  if (entry.cue) return CUES[entry.cue];
  if (kind === 'name') return Cue.Sure;
  const meanings = entry.with.split('|');
  if (kind === 'demonym') return meanings.includes('word') ? Cue.Head : Cue.Sure;
  if (meanings.includes('word')) return Cue.Place;
  return meanings.includes('person') ? Cue.Evidence : Cue.Sure;
}

function addCountry(list: PhraseList, country: Country): void {
  const add = (form: string, kind: string, cue = cueOf(country, form, kind)): void =>
    list.add(form, { type: 'country', id: country.id, kind, cue });
  for (const name of [country.ar, ...country.names]) add(name, 'name');
  for (const [kind, places] of [
    ['capital', country.capitals],
    ['territory', country.territories],
    ['city', country.cities],
  ] as const) {
    for (const place of places) for (const name of [place.ar, ...place.variants]) add(name, kind);
  }
}

function addDemonyms(list: PhraseList, country: Country): void {
  const add = (form: string, cue: number): void =>
    list.add(form, { type: 'country', id: country.id, kind: 'demonym', cue });
  const stated = new Map(country.ambiguous.map(({ form, cue }) => [form, cue && CUES[cue]]));
  for (const demonym of country.nisba) {
    const cue = cueOf(country, demonym, 'demonym');
    // A form of its own («المجريون») may be surer than the demonym is.
    for (const form of nisbaForms(demonym)) add(form, stated.get(form) ?? cue);
  }
  for (const people of country.people) {
    const cue = cueOf(country, people, 'demonym');
    add(people, cue);
    // «جنود روس»: without the article it is also a surname or another word.
    if (!people.startsWith(ARTICLE)) continue;
    const bare = people.slice(ARTICLE.length);
    add(bare, stated.get(bare) ?? (cue === Cue.Sure ? Cue.Noun : cue));
  }
}

const ARTICLE = 'ال';

/** Signs of a country that are no mentions of it. */
function addHints(list: PhraseList, country: Country): void {
  for (const hint of country.hints) list.add(hint, { type: 'country', id: country.id, kind: 'hint', cue: Cue.Sure });
}

const NO_COUNTRY: Sense = { type: 'country', id: '', kind: 'not', cue: Cue.Sure };

/** What one source file gives: phrases, and lines of labels for the compiled file. */
export interface CompiledList {
  readonly phrases: CompiledPhrases;
  readonly labels: readonly string[];
}

/** `countries.json`. Names first, so that «سوريا» is the country before it is an accusative demonym. */
export function compileCountries(text: string, file: string): CompiledList & { readonly marked: readonly string[] } {
  const { entries: countries } = checkedJson(CountriesSchema, text, file);
  refuseTwins(
    countries.map(country => country.id),
    file,
    '/entries',
  );
  const list = new PhraseList();
  for (const country of countries) addCountry(list, country);
  for (const country of countries) addDemonyms(list, country);
  for (const country of countries) addHints(list, country);
  for (const country of countries) for (const phrase of country.not) list.add(phrase, NO_COUNTRY);
  const labels = countries.map(({ id, ar, en }) => [id, ar, en].join('\t'));
  const marked = countries.flatMap(country => Object.entries(country.marked).map(pair => pair.join('\t')));
  return { phrases: list.compiled(), labels, marked };
}

/** `alliances.json`. */
export function compileAlliances(text: string, file: string): CompiledList {
  const { entries: alliances } = checkedJson(AlliancesSchema, text, file);
  refuseTwins(
    alliances.map(alliance => alliance.id),
    file,
    '/entries',
  );
  const list = new PhraseList();
  for (const alliance of alliances) {
    const sense = (kind: string, extra: object = {}): Sense => ({
      type: 'alliance',
      id: alliance.id,
      kind,
      cue: Cue.Sure,
      ...extra,
    });
    for (const name of alliance.acronyms) list.add(name, sense('acronym'));
    for (const name of [alliance.ar, ...alliance.names]) list.add(name, sense('name'));
    for (const form of alliance.nisba.flatMap(nisbaForms))
      list.add(form, form.startsWith('ال') ? sense('name') : sense('name', { cue: Cue.Evidence, with: [alliance.id] }));
    for (const weak of alliance.weak) list.add(weak.form, sense('name', { cue: Cue.Evidence, with: weak.with }));
  }
  for (const alliance of alliances)
    for (const name of alliance.anaphors)
      list.add(name, {
        type: 'alliance',
        id: alliance.id,
        kind: 'anaphor',
        cue: Cue.Evidence,
        ...(alliance.introducedBy.length ? { with: alliance.introducedBy } : {}),
      });
  for (const alliance of alliances)
    for (const phrase of alliance.not) list.add(phrase, { type: 'alliance', id: '', kind: 'not', cue: Cue.Sure });
  const labels = alliances.map(({ id, ar, en, class: kind, members }) => {
    const memberships = members.map(({ country, from, to }) => [country, from ?? '', to ?? ''].join(','));
    return [id, ar, en, kind, memberships.join(';')].join('	');
  });
  return { phrases: list.compiled(), labels };
}

type Person = OfficeHoldersSource['entries'][number];

function addPerson(list: PhraseList, person: Person): void {
  for (const name of [person.ar, ...person.variants]) {
    const kind = name.includes(' ') ? 'full' : 'short';
    for (const form of nameSpellings(name)) list.add(form, { type: 'minister', id: person.id, kind, cue: Cue.Sure });
  }
}

type TermSource = Person['terms'][number];

/** A term whose end is not known ended at the latest when the next holder of the office began. */
function successorsOf(persons: readonly Person[]): (term: TermSource) => string {
  const begins = new Map<string, string[]>();
  for (const { office, country, from } of persons.flatMap(person => person.terms)) {
    if (from !== undefined) begins.set(`${country}:${office}`, [...(begins.get(`${country}:${office}`) ?? []), from]);
  }
  return ({ office, country, from }) => {
    const later = (begins.get(`${country}:${office}`) ?? []).filter(begin => from !== undefined && begin > from);
    // A bare year may be any day of it: the day that is known comes first.
    return later.sort((a, b) => (a.padEnd(10, '~') < b.padEnd(10, '~') ? -1 : 1))[0] ?? '';
  };
}

/** `office-holders.json`. Short names are no phrases of their own: they count only after the full name. */
export function compileOfficeHolders(
  text: string,
  file: string,
): CompiledList & { readonly offices: readonly string[]; readonly lastNames: readonly string[] } {
  const { entries: persons } = checkedJson(OfficeHoldersSchema, text, file);
  refuseTwins(
    persons.map(person => person.id),
    file,
    '/entries',
  );
  const successors = successorsOf(persons);
  const list = new PhraseList();
  for (const person of persons) addPerson(list, person);
  const labels = persons.map(({ id, ar, en, short, terms, ruler }) => {
    const spans = terms.map(term =>
      [term.office, term.country, term.from ?? '', endOf(term, successors(term))].join(','),
    );
    return [id, ar, en, short.join(','), spans.join(';'), ruler ? 'ruler' : ''].join('\t');
  });
  return { phrases: list.compiled(), labels, offices: officeLines(persons), lastNames: lastNameLines(persons) };
}

/**
 * The last day of a term as stated; else, or where only its year is stated, the first day of the successor, marked with ~:
 * that says somebody else held the office, not that this one had left it.
 */
function endOf({ to }: TermSource, successor: string): string {
  const precise = to !== undefined && (to.length > 4 || !successor.startsWith(to));
  if (precise || successor === '') return to ?? '';
  return `~${successor}`;
}

/** Per office of a country the ids of its holders. */
function officeLines(persons: readonly Person[]): string[] {
  return idLines(persons, ({ terms }) => terms.map(({ office, country }) => `${country}:${office}`));
}

/** Per last name the ids of those who are so called. */
function lastNameLines(persons: readonly Person[]): string[] {
  return idLines(persons, ({ ar, short }) => lastNames([ar, ...short]));
}

/** Lines of a slot, tab, the ids of the persons in it. */
function idLines(persons: readonly Person[], slotsOf: (person: Person) => Iterable<string>): string[] {
  const lines = new Map<string, Set<string>>();
  for (const person of persons)
    for (const slot of slotsOf(person)) lines.set(slot, (lines.get(slot) ?? new Set()).add(person.id));
  return [...lines].map(([slot, ids]) => `${slot}\t${[...ids].join(',')}`);
}
