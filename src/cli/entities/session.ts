/** What every form of `rasid entities` works with: the finder, what is asked for, and labels. */
import type { FindCounted } from '../../analysis/counted.ts';
import { EntityCounts, type EntityFigures, type EntityPartial } from '../../analysis/entities.ts';
import { type EntityKey, entityKey, keyText, nodeName } from '../../analysis/entity-key.ts';
import type { Reading } from '../../article/reading.ts';
import type { Mention } from '../../entities/mention.ts';
import type { Gazetteer } from '../../lexicon/gazetteer.ts';
import { Vocabulary } from '../../text/vocabulary.ts';
import type { Invocation } from '../command.ts';
import { countCorpus, countOf } from '../counting.ts';
import { type FindMentions, loadGazetteerWith, mentionFinder } from '../finders.ts';
import { entityLabels } from '../labels.ts';
import type { Options } from '../options.ts';
import { type Run, readCorpus, type Visit } from '../run.ts';

/** What finds and counts entities over one vocabulary. */
interface Finding {
  readonly vocabulary: Vocabulary;
  readonly gazetteer: Gazetteer;
  readonly find: FindMentions;
  /** A new count of all entities. */
  readonly count: () => ReturnType<typeof countOf<EntityPartial, EntityFigures[], EntityCounts>>;
}

export interface Session extends Finding {
  readonly invocation: Invocation;
  /** The mentions of the types, classes, ids and kinds that are asked for. */
  readonly counted: FindCounted;
}

/** Kinds of country mentions that are counted: names and demonyms unless asked otherwise. */
export function countedKinds({ kinds }: Options): ReadonlySet<string> {
  return new Set(kinds ?? ['name', 'demonym']);
}

/** True for an entity of the types, ids and classes of alliances that are asked for. */
export function isAsked(type: string, id: string | null, options: Options, gazetteer: Gazetteer): boolean {
  const { type: types, id: ids, class: classes } = options;
  if (types && !types.includes(type)) return false;
  if (ids && (id === null || !ids.includes(id))) return false;
  return !classes || type !== 'alliance' || classes.includes(gazetteer.alliances.get(id ?? '')?.class ?? '');
}

/** Loads the gazetteer, with the user's own entries. */
export async function openFinding(options: Options): Promise<Finding> {
  const vocabulary = new Vocabulary();
  const gazetteer = await loadGazetteerWith(options.gazetteer);
  const find = mentionFinder(vocabulary, gazetteer);
  const count = () =>
    countOf<EntityPartial, EntityFigures[], EntityCounts>(
      new EntityCounts(find, { countryKinds: countedKinds(options) }),
    );
  return { vocabulary, gazetteer, find, count };
}

/** Everything that a form of the command asks for. */
export async function openSession(invocation: Invocation): Promise<Session> {
  const { options } = invocation;
  const finding = await openFinding(options);
  const kinds = countedKinds(options);
  const isCounted = (mention: Mention): boolean => {
    const key = entityKey(mention);
    if (!key || (mention.type === 'country' && !kinds.has(mention.kind))) return false;
    return isAsked(key.type, key.id, options, finding.gazetteer);
  };
  const counted = function* (reading: Reading): Generator<Mention> {
    for (const mention of finding.find(reading)) if (isCounted(mention)) yield mention;
  };
  return { ...finding, invocation, counted };
}

/** The outcome of a run: the entities asked for, with enough mentions, the most mentioned first. */
export interface Found {
  readonly run: Run;
  readonly entities: readonly EntityFigures[];
  /** Articles that were counted. */
  readonly articles: number;
}

/** Reads the corpus; `add` gets every article besides the counts that all forms need. */
export async function readEntities(session: Session, add?: (reading: Reading) => void): Promise<Found> {
  const { invocation, vocabulary, gazetteer } = session;
  const { options, operands } = invocation;
  const count = session.count();
  const counts = count.aggregate;
  const visitor = {
    vocabulary,
    visit: ({ reading }: Visit) => {
      counts.add(reading);
      add?.(reading);
    },
  };
  const run = add ? await readCorpus(operands, options, visitor) : await countCorpus(invocation, session, count);
  const entities = counts
    .finish()
    .filter(
      ({ type, id, mentions }) => isAsked(type, id, options, gazetteer) && mentions >= (options.minMentions ?? 1),
    );
  return { run, entities, articles: counts.articles };
}

/** An entity that is shown: its figures, its label and its name in graphs. */
export interface Named {
  readonly figures: EntityFigures;
  readonly label: string;
  readonly node: string;
}

/** The entities by the text of their key. */
export function namedEntities(
  { invocation, gazetteer }: Session,
  entities: readonly EntityFigures[],
): Map<string, Named> {
  const label = entityLabels(gazetteer, invocation.options.labels);
  return new Map(
    entities.map(figures => [keyText(figures), { figures, label: label(figures), node: nodeName(figures) }]),
  );
}

/** The named entity of a key; undefined where it is left out. */
export function nameOf(names: ReadonlyMap<string, Named>, key: EntityKey): Named | undefined {
  return names.get(keyText(key));
}
