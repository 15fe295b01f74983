/** Alliances and their members: which member states are spoken of in the articles that mention an alliance. */
import type { Reading } from '../article/reading.ts';
import type { Membership } from '../lexicon/gazetteer.ts';
import { compareCodePoints } from '../text/order.ts';
import type { Aggregate } from './aggregate.ts';
import { countByEntity, type FindCounted } from './counted.ts';

/** One member in the articles of one alliance. */
export interface MemberFigures {
  readonly alliance: string;
  readonly allianceArticles: number;
  readonly country: string;
  /** Articles that mention both, published while the country was a member. */
  readonly articles: number;
  /** Mentions of the country in them. */
  readonly mentions: number;
}

/** Plain data for merging. */
export type MembersPartial = readonly {
  readonly alliance: string;
  readonly articles: number;
  readonly members: readonly (readonly [country: string, articles: number, mentions: number])[];
}[];

interface Tally {
  articles: number;
  readonly members: Map<string, { articles: number; mentions: number }>;
}

/** True when a country was a member in a year; without a year, when it has not left. */
export function isMember(memberships: readonly Membership[], country: string, year: string | undefined): boolean {
  return memberships.some(
    ([member, from, to]) =>
      member === country &&
      (year === undefined ? to === '' : from.slice(0, 4) <= year && (to === '' || year <= to.slice(0, 4))),
  );
}

/** Counts members by alliance. */
export class AllianceMembers implements Aggregate<MembersPartial, MemberFigures[]> {
  readonly #tallies = new Map<string, Tally>();
  readonly #find: FindCounted;
  readonly #membersOf: (alliance: string) => readonly Membership[];

  /** @param find gives the counted mentions of alliances and countries */
  constructor(find: FindCounted, membersOf: (alliance: string) => readonly Membership[]) {
    this.#find = find;
    this.#membersOf = membersOf;
  }

  add(reading: Reading): void {
    const year = reading.article.published?.date.slice(0, 4);
    const entities = [...countByEntity(this.#find(reading)).values()];
    const countries = entities.filter(({ key }) => key.type === 'country' && key.id !== null);
    for (const { key } of entities) {
      if (key.type !== 'alliance' || key.id === null) continue;
      const tally = this.#tally(key.id);
      tally.articles++;
      const memberships = this.#membersOf(key.id);
      for (const { key: country, mentions } of countries) {
        if (isMember(memberships, country.id!, year)) this.#count(tally, country.id!, 1, mentions);
      }
    }
  }

  merge(other: MembersPartial): void {
    for (const { alliance, articles, members } of other) {
      const tally = this.#tally(alliance);
      tally.articles += articles;
      for (const [country, both, mentions] of members) this.#count(tally, country, both, mentions);
    }
  }

  partial(): MembersPartial {
    return [...this.#tallies].map(([alliance, { articles, members }]) => ({
      alliance,
      articles,
      members: [...members].map(([country, cell]) => [country, cell.articles, cell.mentions] as const),
    }));
  }

  /** The alliance with most articles first, within it the member with most mentions. */
  finish(): MemberFigures[] {
    const alliances = [...this.#tallies].sort(
      ([a, one], [b, other]) => other.articles - one.articles || compareCodePoints(a, b),
    );
    return alliances.flatMap(([alliance, { articles: allianceArticles, members }]) =>
      [...members]
        .map(([country, cell]) => ({ alliance, allianceArticles, country, ...cell }))
        .sort((a, b) => b.mentions - a.mentions || b.articles - a.articles || compareCodePoints(a.country, b.country)),
    );
  }

  #tally(alliance: string): Tally {
    let tally = this.#tallies.get(alliance);
    if (!tally) this.#tallies.set(alliance, (tally = { articles: 0, members: new Map() }));
    return tally;
  }

  #count({ members }: Tally, country: string, articles: number, mentions: number): void {
    const cell = members.get(country);
    if (cell) {
      cell.articles += articles;
      cell.mentions += mentions;
    } else members.set(country, { articles, mentions });
  }
}
