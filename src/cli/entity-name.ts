/** The entity that a user means: by its id, by its English name, or by any name that the program finds in a text. */
import { nearest } from '../analysis/near-words.ts';
import { Reader } from '../article/reading.ts';
import { UsageError } from '../errors.ts';
import type { Gazetteer } from '../lexicon/gazetteer.ts';
import { Vocabulary } from '../text/vocabulary.ts';
import { mentionFinder } from './finders.ts';
import { articleOf } from './said.ts';

const OFFICE_ID = /^([A-Z]{2}):(?:foreign|defence|interior|prime|other:[a-z][a-z-]*)$/u;

/** True for the id of an office without a known holder, as mentions have it: `US:foreign`, `JO:other:water`. */
export function isOfficeId(id: string, { countries }: Gazetteer): boolean {
  const country = OFFICE_ID.exec(id)?.[1];
  return country !== undefined && countries.has(country);
}

/** Ids of the mentions that the finder sees in a name. */
function idsIn(name: string, gazetteer: Gazetteer): string[] {
  const vocabulary = new Vocabulary();
  const reading = new Reader(vocabulary).read(articleOf(name));
  const found = mentionFinder(vocabulary, gazetteer)(reading);
  return [...new Set([...found].flatMap(({ id }) => (id === null ? [] : [id])))];
}

/**
 * The id of the entity that `name` means: `NATO`, `الناتو`, `حلف شمال الأطلسي`. Throws {@link UsageError} for one that is
 * not known, and for a name that means several.
 */
export function entityId(name: string, gazetteer: Gazetteer): string {
  const { countries, alliances, persons, others } = gazetteer;
  const own = [...others.keys()].map(key => key.slice(key.indexOf(':') + 1));
  const ids = [...countries.keys(), ...alliances.keys(), ...persons.keys(), ...own];
  if (ids.includes(name) || isOfficeId(name, gazetteer)) return name;
  const lower = name.toLowerCase();
  const labelled = [...countries.values(), ...alliances.values()].find(({ en }) => en.toLowerCase() === lower);
  if (labelled) return labelled.id;
  const found = name.trim() === '' ? [] : idsIn(name, gazetteer);
  if (found.length === 1) return found[0];
  if (found.length > 1) throw new UsageError(`"${name}" names several entities: ${found.join(', ')}`);
  const near = nearest(name, ids, 5);
  throw new UsageError(`no entity "${name}"${near.length > 0 ? `; near: ${near.join(', ')}` : ''}`);
}
