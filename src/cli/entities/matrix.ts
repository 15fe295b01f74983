/** `entities --matrix`: a row per article, a column per entity. */
import { EntityMatrix, type MatrixRow } from '../../analysis/entity-matrix.ts';
import type { Row } from '../../report/result.ts';
import { ENTITY_MATRIX, matrixColumns } from '../../report/views/entity-tables.ts';
import type { ExitCode } from '../exit.ts';
import { makeResult, topRows } from '../result.ts';
import { exitCodeOf } from '../run.ts';
import { formatOf, writeResult } from '../write.ts';
import { type Named, namedEntities, readEntities, type Session } from './session.ts';

type Names = ReadonlyMap<string, Named>;

function placeOf({ article, published, source }: MatrixRow): Row {
  return { article, published, source };
}

/** Counts by name, in the order of the columns; what is not mentioned is left out. */
function sparse(row: MatrixRow, names: Names): Row {
  const counts = new Map(row.counts);
  const shown = [...names].filter(([text]) => counts.has(text)).map(([text, { node }]) => [node, counts.get(text)]);
  return { ...placeOf(row), counts: Object.fromEntries(shown) };
}

/** A field per entity, 0 where it is not mentioned: what spreadsheets and statistics programs read. */
function dense(row: MatrixRow, names: Names): Row {
  const counts = new Map(row.counts);
  return {
    ...placeOf(row),
    ...Object.fromEntries([...names].map(([text, { node }]) => [node, counts.get(text) ?? 0])),
  };
}

/** Writes the matrix; `--top` leaves the columns of the most mentioned entities. CSV and TSV have a column for each. */
export async function writeMatrix(session: Session): Promise<ExitCode> {
  const { invocation, counted } = session;
  const matrix = new EntityMatrix(counted);
  const { run, entities } = await readEntities(session, reading => matrix.add(reading));
  const names = namedEntities(session, topRows(entities, invocation.options.top));
  const wide = ['csv', 'tsv'].includes(formatOf(invocation));
  const view = wide
    ? matrixColumns([...names.values()].map(({ node, label }) => ({ name: node, label })))
    : ENTITY_MATRIX;
  const rows = matrix.finish().map(row => (wide ? dense(row, names) : sparse(row, names)));
  await writeResult(makeResult(invocation, run, view, rows), invocation);
  return exitCodeOf(run, invocation.options);
}
