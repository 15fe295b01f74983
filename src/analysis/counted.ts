/** The entities of an article or sentence with the number of their mentions. */
import type { Reading } from '../article/reading.ts';
import type { Mention } from '../entities/mention.ts';
import { type EntityKey, entityKey, keyText } from './entity-key.ts';

/** Gives the mentions that are counted; what is not asked for has been left out. */
export type FindCounted = (reading: Reading) => Iterable<Mention>;

/** How often an entity is mentioned. */
export interface CountedEntity {
  readonly key: EntityKey;
  mentions: number;
}

/** Counts mentions by entity, under the entity's text. Mentions of nobody in particular are left out. */
export function countByEntity(mentions: Iterable<Mention>): Map<string, CountedEntity> {
  const counts = new Map<string, CountedEntity>();
  for (const mention of mentions) {
    const key = entityKey(mention);
    if (!key) continue;
    const text = keyText(key);
    const known = counts.get(text);
    if (known) known.mentions++;
    else counts.set(text, { key, mentions: 1 });
  }
  return counts;
}
