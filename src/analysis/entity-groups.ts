/** Entities by article, month of publication or source: how often each is mentioned in each group. */
import type { Article } from '../article/article.ts';
import type { Reading } from '../article/reading.ts';
import { compareCodePoints } from '../text/order.ts';
import type { Aggregate } from './aggregate.ts';
import { countByEntity, type FindCounted } from './counted.ts';
import { type EntityKey, keyText } from './entity-key.ts';

/** Gives the group of an article; null for one that has no date or source. */
export type GroupOf = (article: Article) => string | null;

/** One entity in one group. */
export interface GroupFigures {
  readonly group: string | null;
  readonly key: EntityKey;
  readonly mentions: number;
  readonly articles: number;
  /** Articles of the group, with such a mention or without. */
  readonly groupArticles: number;
}

interface Group {
  readonly group: string | null;
  articles: number;
  readonly entities: Map<string, { readonly key: EntityKey; mentions: number; articles: number }>;
}

/** Plain data for merging. */
export type GroupsPartial = readonly {
  readonly group: string | null;
  readonly articles: number;
  readonly entities: readonly { readonly key: EntityKey; readonly mentions: number; readonly articles: number }[];
}[];

/** Month of publication, null where it is not known that precisely. */
export function monthOf({ published }: Article): string | null {
  return published && published.date.length >= 7 ? published.date.slice(0, 7) : null;
}

/** Counts entities by group. */
export class EntityGroups implements Aggregate<GroupsPartial, GroupFigures[]> {
  readonly #groups = new Map<string | null, Group>();
  readonly #find: FindCounted;
  readonly #groupOf: GroupOf;

  constructor(find: FindCounted, groupOf: GroupOf) {
    this.#find = find;
    this.#groupOf = groupOf;
  }

  add(reading: Reading): void {
    const group = this.#group(this.#groupOf(reading.article));
    group.articles++;
    for (const { key, mentions } of countByEntity(this.#find(reading)).values()) this.#count(group, key, mentions, 1);
  }

  merge(other: GroupsPartial): void {
    for (const { group: name, articles, entities } of other) {
      const group = this.#group(name);
      group.articles += articles;
      for (const entity of entities) this.#count(group, entity.key, entity.mentions, entity.articles);
    }
  }

  partial(): GroupsPartial {
    return [...this.#groups.values()].map(({ group, articles, entities }) => ({
      group,
      articles,
      entities: [...entities.values()].map(entity => ({ ...entity })),
    }));
  }

  /** By group in code-point order, what has none last; within it the most mentioned first. */
  finish(): GroupFigures[] {
    const groups = [...this.#groups.values()].sort(
      (a, b) => Number(a.group === null) - Number(b.group === null) || compareCodePoints(a.group ?? '', b.group ?? ''),
    );
    return groups.flatMap(({ group, articles, entities }) =>
      [...entities.values()]
        .map(entity => ({ group, ...entity, groupArticles: articles }))
        .sort(
          (a, b) =>
            b.mentions - a.mentions || b.articles - a.articles || compareCodePoints(keyText(a.key), keyText(b.key)),
        ),
    );
  }

  #group(name: string | null): Group {
    let group = this.#groups.get(name);
    if (!group) this.#groups.set(name, (group = { group: name, articles: 0, entities: new Map() }));
    return group;
  }

  #count({ entities }: Group, key: EntityKey, mentions: number, articles: number): void {
    const text = keyText(key);
    const known = entities.get(text);
    if (known) {
      known.mentions += mentions;
      known.articles += articles;
    } else entities.set(text, { key, mentions, articles });
  }
}
