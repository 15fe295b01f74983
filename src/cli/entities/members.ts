/** `entities --members`: alliances, and which of their members the same articles mention. */
import { AllianceMembers } from '../../analysis/members.ts';
import type { Reading } from '../../article/reading.ts';
import type { Mention } from '../../entities/mention.ts';
import { ALLIANCE_MEMBERS } from '../../report/views/entity-tables.ts';
import type { ExitCode } from '../exit.ts';
import { labelIn } from '../labels.ts';
import { makeResult } from '../result.ts';
import { exitCodeOf } from '../run.ts';
import { writeResult } from '../write.ts';
import { countedKinds, isAsked, readEntities, type Session } from './session.ts';

/** Writes a row per alliance and member; filters choose the alliances, `--kinds` the mentions of countries. */
export async function writeMembers(session: Session): Promise<ExitCode> {
  const { invocation, find, gazetteer } = session;
  const { options } = invocation;
  const kinds = countedKinds(options);
  const counted = function* (reading: Reading): Generator<Mention> {
    for (const mention of find(reading)) {
      const { type, id, kind } = mention;
      if (type === 'country' ? kinds.has(kind) : isAsked(type, id, options, gazetteer)) yield mention;
    }
  };
  const members = new AllianceMembers(counted, alliance => gazetteer.alliances.get(alliance)?.members ?? []);
  const { run } = await readEntities(session, reading => members.add(reading));
  const most = options.top || Number.POSITIVE_INFINITY;
  const taken = new Map<string, number>();
  const rows = members
    .finish()
    .filter(({ alliance, mentions }) => {
      if (mentions < (options.minMentions ?? 1)) return false;
      taken.set(alliance, (taken.get(alliance) ?? 0) + 1);
      return taken.get(alliance)! <= most;
    })
    .map(row => ({
      ...row,
      share: row.articles / row.allianceArticles,
      allianceLabel: labelIn(gazetteer.alliances.get(row.alliance), options.labels) ?? row.alliance,
      label: labelIn(gazetteer.countries.get(row.country), options.labels) ?? row.country,
    }));
  await writeResult(makeResult(invocation, run, ALLIANCE_MEMBERS, rows), invocation);
  return exitCodeOf(run, options);
}
