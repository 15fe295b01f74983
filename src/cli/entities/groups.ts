/** `entities --group-by`: a row per entity and article, month of publication or source. */
import { EntityGroups, type GroupOf, monthOf } from '../../analysis/entity-groups.ts';
import type { Row } from '../../report/result.ts';
import { ENTITY_GROUPS } from '../../report/views/entity-tables.ts';
import type { ExitCode } from '../exit.ts';
import { makeResult } from '../result.ts';
import { exitCodeOf } from '../run.ts';
import { writeResult } from '../write.ts';
import { namedEntities, nameOf, readEntities, type Session } from './session.ts';

const GROUPS: Readonly<Record<'article' | 'month' | 'source', GroupOf>> = {
  article: article => article.id,
  month: monthOf,
  source: article => article.source ?? null,
};

/** Writes the groups in their order; `--top` holds for each. */
export async function writeGroups(session: Session, by: keyof typeof GROUPS): Promise<ExitCode> {
  const { invocation, counted } = session;
  const groups = new EntityGroups(counted, GROUPS[by]);
  const { run, entities } = await readEntities(session, reading => groups.add(reading));
  const names = namedEntities(session, entities);
  const most = invocation.options.top || Number.POSITIVE_INFINITY;
  const rows: Row[] = [];
  let last: string | null | undefined;
  let taken = 0;
  for (const { group, key, mentions, articles, groupArticles } of groups.finish()) {
    const named = nameOf(names, key);
    if (group !== last) taken = 0;
    last = group;
    if (!named || taken >= most) continue;
    taken++;
    const { type, id } = key;
    rows.push({ group, type, id, mentions, articles, share: articles / groupArticles, label: named.label });
  }
  await writeResult(makeResult(invocation, run, ENTITY_GROUPS, rows), invocation);
  return exitCodeOf(run, invocation.options);
}
