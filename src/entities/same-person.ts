/** Drafts that are of one man though only one of them says so: two offices side by side, one name with and without country. */

import { sameName, skeleton } from '../text/skeleton.ts';
import type { Draft } from './draft.ts';

/**
 * «رئيس مجلس الوزراء ووزير الداخلية القطري فلان» and «فلان وزير العدل وزير الأوقاف»: offices side by side, of which one
 * has name or country. `drafts` in order.
 */
export function joinOffices(drafts: readonly Draft[]): void {
  drafts.forEach((first, index) => {
    const second = drafts[index + 1];
    if (!second || second.scan !== first.scan || second.from !== first.to + 1 || !isOffice(first) || !isOffice(second))
      return;
    if (!first.name && second.skip === 1 && second.name && second.name.from > second.from) share(first, second);
    else if (!second.name && first.name && isOfFirst(first, second)) share(second, first);
    else if (!first.name && !second.name && first.country === null && second.skip === 1 && second.basis === 'stated')
      [first.country, first.basis] = [second.country, 'sentence'];
  });
}

function isOffice(draft: Draft): boolean {
  return !draft.group && !draft.bare && !draft.counterpart;
}

/** «فلان وزير العدل وزير الأوقاف», «وزير الداخلية فلان رئيسا للحكومة». */
function isOfFirst(first: Draft, second: Draft): boolean {
  if (second.predicative) return second.skip === 0 || first.predicative === true;
  return second.skip === 0 && isNamedBefore(first);
}

function isNamedBefore({ name, from, to }: Draft): boolean {
  return name !== undefined && name.from === from && name.to < to;
}

function share(draft: Draft, named: Draft): void {
  if (draft.basis === 'stated' && draft.country !== named.country) return;
  draft.same = named;
  if (draft.country !== null || named.country === null) return;
  draft.country = named.country;
  if (named.basis) draft.basis = named.basis === 'stated' ? 'sentence' : named.basis;
}

/** Countries of the named by office and name: «وزير الخارجية جايشانكار» after «وزير الخارجية الهندي جايشانكار». */
export class Namesakes {
  readonly #countries = new Map<string, Draft[]>();

  constructor(drafts: readonly Draft[]) {
    for (const draft of drafts) {
      if (draft.country === null || draft.keys.length === 0) continue;
      const key = this.#key(draft);
      const list = this.#countries.get(key);
      if (!list) this.#countries.set(key, [draft]);
      else if (list.length < MOST_ALIKE) list.push(draft);
    }
  }

  /** A draft of the same office whose last name is written alike, and whose country is known. */
  of(draft: Draft): Draft | undefined {
    if (draft.keys.length === 0) return undefined;
    return this.#countries
      .get(this.#key(draft))
      ?.find(other => other !== draft && sameName(other.keys.at(-1)!, draft.keys.at(-1)!));
  }

  #key({ office, keys }: Draft): string {
    return `${office} ${skeleton(keys.at(-1)!)}`;
  }
}

/** How many spellings of one skeleton are told apart. */
const MOST_ALIKE = 20;
