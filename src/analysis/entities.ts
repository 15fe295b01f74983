/** Counts of entities: mentions, articles, dates, spellings, monthly trend. */
import type { Reading } from '../article/reading.ts';
import type { Mention, Rank } from '../entities/mention.ts';
import { detached } from '../text/detached.ts';
import { compareCodePoints } from '../text/order.ts';
import type { Aggregate } from './aggregate.ts';
import { type EntityKey, entityKey, keyText, sameMinisters } from './entity-key.ts';

/** Figures of one entity. Dates are publication dates; articles without one count everywhere but in dates and trend. */
export interface EntityFigures extends EntityKey {
  readonly mentions: number;
  readonly articles: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly kinds: Readonly<Record<string, number>>;
  readonly surfaces: readonly { readonly surface: string; readonly count: number }[];
  readonly trend: readonly { readonly month: string; readonly mentions: number; readonly articles: number }[];
  /** For a minister: office and country of most mentions. */
  readonly office?: string;
  readonly country?: string | null;
  /** For a minister: the rank of most mentions. */
  readonly rank?: Rank;
  /** For a minister: the commonest name, canonical where the gazetteer has one. */
  readonly person?: string;
}

/** Which mentions count. Kinds concern countries alone; what is left out still shows under `kinds`. */
export interface EntityOptions {
  readonly countryKinds: ReadonlySet<string>;
}

interface Tally {
  readonly key: EntityKey;
  mentions: number;
  articles: number;
  stamp: number;
  first: string | null;
  last: string | null;
  readonly kinds: Map<string, number>;
  readonly surfaces: Map<string, number>;
  readonly months: Map<string, { mentions: number; articles: number; stamp: number }>;
  readonly offices: Map<string, number>;
  readonly persons: Map<string, number>;
}

/** Plain data of one entity, for merging. */
export interface EntityPartialRow {
  readonly key: EntityKey;
  readonly mentions: number;
  readonly articles: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly kinds: readonly (readonly [string, number])[];
  readonly surfaces: readonly (readonly [string, number])[];
  readonly months: readonly (readonly [string, number, number])[];
  readonly offices: readonly (readonly [string, number])[];
  readonly persons: readonly (readonly [string, number])[];
}

export interface EntityPartial {
  readonly articles: number;
  readonly rows: readonly EntityPartialRow[];
}

function bump(map: Map<string, number>, key: string, by = 1): void {
  const known = map.get(key);
  if (known === undefined) map.set(detached(key), by);
  else map.set(key, known + by);
}

function plain(tally: Tally): EntityPartialRow {
  return {
    key: tally.key,
    mentions: tally.mentions,
    articles: tally.articles,
    first: tally.first,
    last: tally.last,
    kinds: [...tally.kinds],
    surfaces: [...tally.surfaces],
    months: [...tally.months].map(([month, cell]) => [month, cell.mentions, cell.articles] as const),
    offices: [...tally.offices],
    persons: [...tally.persons],
  };
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function sortedCounts(map: ReadonlyMap<string, number>): [string, number][] {
  return [...map].sort((a, b) => b[1] - a[1] || compareCodePoints(a[0], b[0]));
}

/** Counts entities article by article. The mentions come from a finder that is given. */
export class EntityCounts implements Aggregate<EntityPartial, EntityFigures[]> {
  readonly #tallies = new Map<string, Tally>();
  readonly #find: (reading: Reading) => Iterable<Mention>;
  readonly #options: EntityOptions;
  #articles = 0;

  constructor(find: (reading: Reading) => Iterable<Mention>, options: EntityOptions) {
    this.#find = find;
    this.#options = options;
  }

  /** Number of articles that were added: the denominator of shares. */
  get articles(): number {
    return this.#articles;
  }

  add(reading: Reading): void {
    const stamp = ++this.#articles;
    const date = reading.article.published?.date ?? null;
    for (const mention of this.#find(reading)) {
      const key = entityKey(mention);
      if (!key) continue;
      const tally = this.#tally(key);
      bump(tally.kinds, mention.kind);
      if (mention.type === 'country' && !this.#options.countryKinds.has(mention.kind)) continue;
      this.#count(tally, mention, date, stamp);
    }
  }

  merge(other: EntityPartial): void {
    for (const row of other.rows) this.#absorb(this.#tally(row.key), row);
    this.#articles += other.articles;
  }

  #absorb(tally: Tally, row: EntityPartialRow): void {
    tally.mentions += row.mentions;
    tally.articles += row.articles;
    tally.first = earlier(tally.first, row.first);
    tally.last = later(tally.last, row.last);
    for (const [kind, count] of row.kinds) bump(tally.kinds, kind, count);
    for (const [surface, count] of row.surfaces) bump(tally.surfaces, surface, count);
    for (const [office, count] of row.offices) bump(tally.offices, office, count);
    for (const [person, count] of row.persons) bump(tally.persons, person, count);
    for (const [month, mentions, articles] of row.months) {
      const cell = this.#month(tally, month);
      cell.mentions += mentions;
      cell.articles += articles;
    }
  }

  partial(): EntityPartial {
    return { articles: this.#articles, rows: [...this.#tallies.values()].map(plain) };
  }

  finish(): EntityFigures[] {
    this.#joinNames();
    const figures = [...this.#tallies.values()].filter(tally => tally.mentions > 0).map(tally => this.#figures(tally));
    return figures.sort(
      (a, b) => b.mentions - a.mentions || b.articles - a.articles || compareCodePoints(keyText(a), keyText(b)),
    );
  }

  /**
   * A minister in no list who is called by one word in some articles and in full in others is one row, when one full
   * name alone of that office and country has the word at its end or beginning. Only the totals decide, so their order
   * does not matter.
   */
  #joinNames(): void {
    for (const [short, full] of sameMinisters([...this.#tallies.values()].map(tally => tally.key))) {
      const tally = this.#tallies.get(keyText(short))!;
      this.#absorb(this.#tally(full), plain(tally));
      this.#tallies.delete(keyText(short));
    }
  }

  #count(tally: Tally, mention: Mention, date: string | null, stamp: number): void {
    tally.mentions++;
    bump(tally.surfaces, mention.surface);
    if (mention.type === 'minister') {
      bump(tally.offices, `${mention.office}\t${mention.country ?? ''}\t${mention.rank}`);
      if (mention.person) bump(tally.persons, mention.person.label ?? mention.person.name);
    }
    if (tally.stamp !== stamp) {
      tally.stamp = stamp;
      tally.articles++;
      tally.first = earlier(tally.first, date);
      tally.last = later(tally.last, date);
    }
    if (date === null || date.length < 7) return;
    const cell = this.#month(tally, date.slice(0, 7));
    cell.mentions++;
    if (cell.stamp !== stamp) {
      cell.stamp = stamp;
      cell.articles++;
    }
  }

  #tally(key: EntityKey): Tally {
    const text = keyText(key);
    let tally = this.#tallies.get(text);
    if (!tally) {
      const maps = { kinds: new Map(), surfaces: new Map(), months: new Map(), offices: new Map(), persons: new Map() };
      tally = { key, mentions: 0, articles: 0, stamp: 0, first: null, last: null, ...maps };
      this.#tallies.set(text, tally);
    }
    return tally;
  }

  #month(tally: Tally, month: string): { mentions: number; articles: number; stamp: number } {
    let cell = tally.months.get(month);
    if (!cell) tally.months.set(month, (cell = { mentions: 0, articles: 0, stamp: 0 }));
    return cell;
  }

  #figures(tally: Tally): EntityFigures {
    const [office] = sortedCounts(tally.offices);
    const [name, country, rank] = office?.[0].split('\t') ?? [];
    const [person] = sortedCounts(tally.persons);
    return {
      ...tally.key,
      mentions: tally.mentions,
      articles: tally.articles,
      first: tally.first,
      last: tally.last,
      kinds: Object.fromEntries(sortedCounts(tally.kinds)),
      surfaces: sortedCounts(tally.surfaces).map(([surface, count]) => ({ surface, count })),
      trend: [...tally.months]
        .sort(([a], [b]) => compareCodePoints(a, b))
        .map(([month, { mentions, articles }]) => ({ month, mentions, articles })),
      ...(name === undefined ? {} : { office: name, country: country || null, rank: rank as Rank }),
      ...(person === undefined ? {} : { person: person[0] }),
    };
  }
}
