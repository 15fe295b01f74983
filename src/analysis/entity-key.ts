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
  const name = person && person.id === undefined ? matchingKey(person.name) : '';
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
