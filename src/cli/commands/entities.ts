/** `rasid entities`: which countries, ministers and alliances, how often, since when; or every mention by itself. */
import { EntityCounts, type EntityFigures } from '../../analysis/entities.ts';
import type { Mention } from '../../entities/mention.ts';
import { toJson } from '../../report/json.ts';
import type { Row } from '../../report/result.ts';
import { ENTITIES } from '../../report/views/entities.ts';
import { ENTITY_MENTIONS } from '../../report/views/mentions.ts';
import { Vocabulary } from '../../text/vocabulary.ts';
import type { Command, Invocation } from '../command.ts';
import type { ExitCode } from '../exit.ts';
import { type FindMentions, loadGazetteerWith, mentionFinder } from '../finders.ts';
import { entityLabels } from '../labels.ts';
import { mentionRow } from '../mention-rows.ts';
import { CORPUS_OPTIONS, type Options } from '../options.ts';
import { makeResult, topRows } from '../result.ts';
import { exitCodeOf, readCorpus } from '../run.ts';
import { formatOf, writeResult } from '../write.ts';

const SURFACES_SHOWN = 10;

/** Rows of the entities view. */
export function entityRows(
  entities: readonly EntityFigures[],
  articles: number,
  label: (entity: EntityFigures) => string,
): Row[] {
  return entities.map(entity => ({
    type: entity.type,
    id: entity.id,
    mentions: entity.mentions,
    articles: entity.articles,
    share: articles === 0 ? 0 : entity.articles / articles,
    first: entity.first,
    last: entity.last,
    kinds: entity.kinds,
    surfaces: entity.surfaces.slice(0, SURFACES_SHOWN),
    trend: entity.trend,
    label: label(entity),
  }));
}

/** Kinds of country mentions that are counted: names and demonyms unless asked otherwise. */
export function countedKinds({ kinds }: Options): ReadonlySet<string> {
  return new Set(kinds ?? ['name', 'demonym']);
}

function isAsked(type: string, id: string | null, { type: types, id: ids }: Options): boolean {
  return (!types || types.includes(type)) && (!ids || (id !== null && ids.includes(id)));
}

async function writeMentions(invocation: Invocation, vocabulary: Vocabulary, find: FindMentions): Promise<ExitCode> {
  const { options, operands, output } = invocation;
  const kinds = options.kinds && new Set(options.kinds);
  const asked = (mention: Mention): boolean => {
    const type = mention.type === 'other' ? mention.userType : mention.type;
    return isAsked(type, mention.id, options) && (mention.type !== 'country' || !kinds || kinds.has(mention.kind));
  };
  const streamed = formatOf(invocation) === 'ndjson' || formatOf(invocation) === 'table';
  const rows: Row[] = [];
  const run = await readCorpus(operands, options, {
    vocabulary,
    visit: async ({ reading }) => {
      const found = find(reading)
        .filter(asked)
        .map(mention => mentionRow(reading.article, mention));
      if (!streamed) rows.push(...found);
      else if (found.length > 0) await output.write(`${found.map(row => toJson(row)).join('\n')}\n`);
    },
  });
  if (!streamed)
    await writeResult(makeResult(invocation, run, ENTITY_MENTIONS, topRows(rows, options.top)), invocation);
  return exitCodeOf(run, options);
}

export const entities: Command = {
  operands: '[paths...]',
  description:
    'Counts countries, ministers and alliances: mentions, articles, dates, spellings. With --mentions one record per mention (NDJSON).',
  options: [...CORPUS_OPTIONS, 'type', 'kinds', 'id', 'minMentions', 'gazetteer', 'mentions'],
  views: [ENTITIES, ENTITY_MENTIONS],
  examples: [
    { line: 'rasid entities fixtures/corpus --type country --top 10', says: 'the ten countries most spoken of' },
    { line: 'rasid entities fixtures/corpus --mentions --format ndjson', says: 'every mention with its place' },
  ],
  run: async invocation => {
    const { options, operands } = invocation;
    const vocabulary = new Vocabulary();
    const gazetteer = await loadGazetteerWith(options.gazetteer);
    const find = mentionFinder(vocabulary, gazetteer);
    if (options.mentions) return writeMentions(invocation, vocabulary, find);
    const counts = new EntityCounts(find, { countryKinds: countedKinds(options) });
    const run = await readCorpus(operands, options, { vocabulary, visit: ({ reading }) => counts.add(reading) });
    const wanted = counts
      .finish()
      .filter(({ type, id, mentions }) => isAsked(type, id, options) && mentions >= (options.minMentions ?? 1));
    const rows = entityRows(topRows(wanted, options.top), counts.articles, entityLabels(gazetteer, options.labels));
    await writeResult(makeResult(invocation, run, ENTITIES, rows), invocation);
    return exitCodeOf(run, options);
  },
};
