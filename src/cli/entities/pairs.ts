/** `entities --comentions`: pairs of entities, as rows, as an edge list or as a graph. */
import { CoMentions, type Unit } from '../../analysis/comentions.ts';
import type { Row } from '../../report/result.ts';
import { EDGE_LIST, ENTITY_PAIRS } from '../../report/views/entity-tables.ts';
import type { ExitCode } from '../exit.ts';
import { makeResult, topRows } from '../result.ts';
import { exitCodeOf } from '../run.ts';
import { formatOf, writeResult } from '../write.ts';
import { type Named, namedEntities, nameOf, readEntities, type Session } from './session.ts';

interface Pair {
  readonly source: Named;
  readonly target: Named;
  readonly count: number;
  readonly sourceUnits: number;
  readonly targetUnits: number;
  readonly jaccard: number;
  readonly pmi: number;
}

function pairRow({ source, target, ...figures }: Pair, unit: Unit): Row {
  return {
    source: source.node,
    target: target.node,
    unit,
    ...figures,
    sourceLabel: source.label,
    targetLabel: target.label,
  };
}

/** A row of the edge list: the names by which Gephi, igraph and networkx know the ends. */
function edgeRow({ source, target, count, jaccard, pmi }: Pair): Row {
  return {
    Source: source.node,
    Target: target.node,
    Weight: count,
    Type: 'Undirected',
    Jaccard: jaccard,
    PMI: pmi,
    SourceLabel: source.label,
    TargetLabel: target.label,
  };
}

async function writeGraph(pairs: readonly Pair[], { invocation }: Session): Promise<void> {
  const { writeGexf } = await import('../../report/gexf.ts');
  const nodes = new Map<string, Named>();
  for (const { source, target } of pairs) for (const end of [source, target]) nodes.set(end.node, end);
  const graph = {
    nodes: [...nodes.values()].map(({ node, label, figures: { type, mentions, articles } }) => ({
      id: node,
      label,
      values: { type, mentions, articles },
    })),
    edges: pairs.map(({ source, target, count, jaccard, pmi }) => ({
      source: source.node,
      target: target.node,
      weight: count,
      values: { jaccard, pmi },
    })),
  };
  for (const chunk of writeGexf(graph)) await invocation.output.write(chunk);
}

/** Writes the pairs, the most frequent first; CSV and TSV are edge lists. */
export async function writePairs(session: Session, unit: Unit): Promise<ExitCode> {
  const { invocation, counted, vocabulary } = session;
  const { options } = invocation;
  const comentions = new CoMentions(counted, unit, vocabulary);
  const { run, entities } = await readEntities(session, reading => comentions.add(reading));
  const names = namedEntities(session, entities);
  const all: Pair[] = [];
  for (const { source, target, ...figures } of comentions.finish()) {
    const [first, second] = [nameOf(names, source), nameOf(names, target)];
    if (first && second && figures.count >= (options.minCount ?? 1))
      all.push({ source: first, target: second, ...figures });
  }
  const pairs = topRows(all, options.top);
  if (options.gexf) await writeGraph(pairs, session);
  else {
    const edges = ['csv', 'tsv'].includes(formatOf(invocation));
    const rows = pairs.map(pair => (edges ? edgeRow(pair) : pairRow(pair, unit)));
    await writeResult(makeResult(invocation, run, edges ? EDGE_LIST : ENTITY_PAIRS, rows), invocation);
  }
  return exitCodeOf(run, options);
}
