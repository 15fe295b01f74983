/** What is counted as one entity. */
import type { Mention } from '../entities/mention.ts';
import { matchingKey } from '../text/normalise.ts';

/** An entity: its type, its id, and for a person in no list the name as written. */
export interface EntityKey {
  readonly type: string;
  readonly id: string | null;
  /** Name of a minister who is in no list, normalised; empty otherwise. */
  readonly name: string;
}

/** The entity that a mention belongs to; null for one that is nobody in particular (a group of ministers). */
export function entityKey(mention: Mention): EntityKey | null {
  if (mention.type === 'other') return { type: mention.userType, id: mention.id, name: '' };
  if (mention.type !== 'minister') return { type: mention.type, id: mention.id, name: '' };
  if (mention.group) return null;
  const { person, id } = mention;
  const name = person && person.id === undefined ? matchingKey(person.label ?? person.name) : '';
  return id === null && name === '' ? null : { type: 'minister', id, name };
}

/** One text for an entity: equal for equal keys. */
export function keyText({ type, id, name }: EntityKey): string {
  return `${type}\t${id ?? ''}\t${name}`;
}

/** The entity's name in graphs and matrices: `country:EG`, `minister:antony-blinken`, or with a name that is in no list. */
export function nodeName({ type, id, name }: EntityKey): string {
  return [type, id ?? '', name].filter(part => part !== '').join(':');
}

/** Pairs of keys of one minister in no list: the one-word name, and the only full name of the office that has the word. */
export function sameMinisters(keys: readonly EntityKey[]): (readonly [short: EntityKey, full: EntityKey])[] {
  const byWord = new Map<string, EntityKey[]>();
  for (const key of keys) {
    const words = key.name.split(' ');
    if (key.type !== 'minister' || words.length < 2) continue;
    for (const word of new Set([words[0], words[words.length - 1]])) {
      const slot = `${key.id}\t${word}`;
      const alike = byWord.get(slot);
      if (alike) alike.push(key);
      else byWord.set(slot, [key]);
    }
  }
  return keys.flatMap(key => {
    if (key.type !== 'minister' || key.name === '' || key.name.includes(' ')) return [];
    const full = byWord.get(`${key.id}\t${key.name}`) ?? [];
    return full.length === 1 ? [[key, full[0]] as const] : [];
  });
}
