/** Names of figures as the user wrote them: taken apart, or refused with what they may have meant. */
import { candidateNames, type Metric, parseMetric } from '../analysis/check/metric.ts';
import { nearest } from '../analysis/near-words.ts';
import { isEncoding } from '../corpus/decode.ts';
import { UsageError } from '../errors.ts';
import type { Gazetteer } from '../lexicon/gazetteer.ts';
import { entityId, isOfficeId } from './entity-name.ts';

const SUGGESTED = 3;

/** `; near: …`: names that look like it, else those it is the beginning of; `otherwise` where there are none. */
function suggestion(name: string, candidates: Iterable<string>, otherwise: string): string {
  const names = [...candidates];
  const begin = `${name.toLowerCase()}.`;
  const like = nearest(name, names, SUGGESTED);
  const near = like.length > 0 ? like : names.filter(other => `${other.toLowerCase()}.`.startsWith(begin));
  return near.length > 0 ? `; near: ${near.slice(0, SUGGESTED).join(', ')}` : ` (${otherwise})`;
}

/** Ids by type, the user's own types among them. */
function idsOf(gazetteer: Gazetteer): Map<string, Set<string>> {
  const ids = new Map([
    ['country', new Set(gazetteer.countries.keys())],
    ['alliance', new Set(gazetteer.alliances.keys())],
    ['minister', new Set(gazetteer.persons.keys())],
  ]);
  for (const key of gazetteer.others.keys()) {
    const colon = key.indexOf(':');
    const own = ids.get(key.slice(0, colon));
    if (own) own.add(key.slice(colon + 1));
    else ids.set(key.slice(0, colon), new Set([key.slice(colon + 1)]));
  }
  return ids;
}

function checkEntity({ type, id }: Extract<Metric, { kind: 'entity' }>, gazetteer: Gazetteer, where: string): void {
  const types = idsOf(gazetteer);
  const ids = types.get(type);
  if (!ids) throw new UsageError(`${where}: unknown type "${type}" (${[...types.keys()].join(', ')})`);
  if (ids.has(id) || (type === 'minister' && isOfficeId(id, gazetteer))) return;
  const meant = idOfName(id, gazetteer);
  const near =
    meant !== undefined && ids.has(meant)
      ? `; near: ${meant}`
      : suggestion(id, ids, 'rasid entities names those of a corpus');
  throw new UsageError(`${where}: no ${type} "${id}"${near}`);
}

/** The id of the entity whose name was written in its place: `مصر` for EG. */
function idOfName(name: string, gazetteer: Gazetteer): string | undefined {
  try {
    return entityId(name, gazetteer);
  } catch {
    return undefined;
  }
}

/** Checks names of figures against the fixed ones, the gazetteer and the encodings. */
export class MetricNames {
  readonly #figures: ReadonlySet<string>;
  readonly #gazetteer: Gazetteer;

  constructor(figures: ReadonlySet<string>, gazetteer: Gazetteer) {
    this.#figures = figures;
    this.#gazetteer = gazetteer;
  }

  /** Throws {@link UsageError} for a name that means nothing: an unknown figure is never a pass. */
  parse(name: string, where: string): Metric {
    const metric = parseMetric(name, this.#figures);
    if (!metric)
      throw new UsageError(
        `${where}: unknown metric "${name}"${suggestion(name, candidateNames(name, this.#figures), '--list-metrics names them all')}`,
      );
    if (metric.kind === 'entity') checkEntity(metric, this.#gazetteer, where);
    if (metric.kind === 'encoding' && !isCanonical(metric.encoding))
      throw new UsageError(`${where}: "${metric.encoding}" is no name under which an encoding is reported`);
    return metric;
  }
}

/** True for the WHATWG name of an encoding: `utf-8`, not its alias `utf8`. */
function isCanonical(encoding: string): boolean {
  return isEncoding(encoding) && new TextDecoder(encoding).encoding === encoding;
}
