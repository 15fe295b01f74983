/** `rasid entities`: which countries, ministers and alliances, how often, since when, with whom; or every mention. */
import type { EntityFigures } from '../../analysis/entities.ts';
import { UsageError } from '../../errors.ts';
import type { Row } from '../../report/result.ts';
import { ENTITIES } from '../../report/views/entities.ts';
import { ALLIANCE_MEMBERS, ENTITY_GROUPS, ENTITY_MATRIX, ENTITY_PAIRS } from '../../report/views/entity-tables.ts';
import { ENTITY_MENTIONS } from '../../report/views/mentions.ts';
import type { Command } from '../command.ts';
import { openFinding, openSession, readEntities, type Session } from '../entities/session.ts';
import type { ExitCode } from '../exit.ts';
import { entityLabels } from '../labels.ts';
import { CORPUS_OPTIONS, type Options } from '../options.ts';
import { makeResult, topRows } from '../result.ts';
import { exitCodeOf } from '../run.ts';
import { writeResult } from '../write.ts';

export { countedKinds } from '../entities/session.ts';

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

async function writeCounts(session: Session): Promise<ExitCode> {
  const { invocation, gazetteer } = session;
  const { options } = invocation;
  const { run, entities, articles } = await readEntities(session);
  const rows = entityRows(topRows(entities, options.top), articles, entityLabels(gazetteer, options.labels));
  await writeResult(makeResult(invocation, run, ENTITIES, rows), invocation);
  return exitCodeOf(run, options);
}

/** Refuses forms that exclude one another, and options that mean nothing without their form. */
function checkForm({ mentions, groupBy, matrix, comentions, members, gexf, context }: Options): void {
  const forms = {
    '--mentions': mentions,
    '--group-by': groupBy,
    '--matrix': matrix,
    '--comentions': comentions,
    '--members': members,
  };
  const asked = Object.entries(forms).flatMap(([flag, value]) => (value ? [flag] : []));
  if (asked.length > 1) throw new UsageError(`${asked.join(' and ')} exclude one another`);
  if (context !== undefined && !mentions) throw new UsageError('--context goes with --mentions');
  if (gexf && asked.length === 1 && !comentions) throw new UsageError('--gexf goes with --comentions');
}

/** Loads and runs the form that the options ask for. */
async function write(session: Session): Promise<ExitCode> {
  const { mentions, groupBy, matrix, comentions, members, gexf } = session.invocation.options;
  if (mentions) return (await import('../entities/mentions.ts')).writeMentions(session);
  if (groupBy) return (await import('../entities/groups.ts')).writeGroups(session, groupBy);
  if (matrix) return (await import('../entities/matrix.ts')).writeMatrix(session);
  if (members) return (await import('../entities/members.ts')).writeMembers(session);
  if (comentions || gexf) return (await import('../entities/pairs.ts')).writePairs(session, comentions ?? 'article');
  return writeCounts(session);
}

export const entities: Command = {
  operands: '[paths...]',
  description:
    'Counts countries, ministers and alliances: mentions, articles, dates, spellings. With --mentions one record per mention.',
  options: [
    ...CORPUS_OPTIONS,
    'type',
    'kinds',
    'id',
    'class',
    'minMentions',
    'groupBy',
    'matrix',
    'comentions',
    'minCount',
    'gexf',
    'members',
    'mentions',
    'context',
    'gazetteer',
    'jobs',
  ],
  views: [ENTITIES, ENTITY_MENTIONS, ENTITY_GROUPS, ENTITY_MATRIX, ENTITY_PAIRS, ALLIANCE_MEMBERS],
  examples: [
    { line: 'rasid entities fixtures/corpus --type country --top 10', says: 'the ten countries most spoken of' },
    { line: 'rasid entities fixtures/corpus --class alliance --group-by month --top 3', says: 'month by month' },
    { line: 'rasid entities fixtures/corpus --matrix --format csv --top 20', says: 'articles × entities' },
    {
      line: 'rasid entities fixtures/corpus --comentions sentence --type country --format csv',
      says: 'an edge list for Gephi',
    },
    {
      line: 'rasid entities fixtures/corpus --members --id NATO',
      says: "which of NATO's members its articles mention",
    },
    { line: 'rasid entities fixtures/corpus --mentions --format ndjson', says: 'every mention with its place' },
    {
      line: 'rasid entities fixtures/corpus --mentions --id EU --context 5 --json',
      says: 'the EU with words around it',
    },
    {
      line: 'rasid entities fixtures/corpus --gazetteer fixtures/gazetteer.json --id firas-hawari,saudi-iraqi-business',
      says: 'with entities of your own (docs/gazetteer.md)',
    },
  ],
  counting: openFinding,
  run: async invocation => {
    checkForm(invocation.options);
    return write(await openSession(invocation));
  },
};
