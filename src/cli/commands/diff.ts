/** `rasid diff`: two results of one command, row by row. */
import { compareRows, type Difference, differentOptions, ROW_IDENTITIES } from '../../analysis/diff.ts';
import { UsageError } from '../../errors.ts';
import type { Row } from '../../report/result.ts';
import { DIFF } from '../../report/views/workbench.ts';
import type { Command } from '../command.ts';
import { ExitCode } from '../exit.ts';
import { makeResult, topRows } from '../result.ts';
import { readSavedResult, type SavedResult, wasCut } from '../saved-result.ts';
import { warned } from '../term.ts';
import { writeResult } from '../write.ts';

/** Rows of both results side by side: those of the result, or of the sections of a report. */
function* pairs(
  before: SavedResult,
  after: SavedResult,
): Generator<[name: string, section: string | undefined, Row[], Row[]]> {
  if (before.command !== 'report') {
    yield [before.command, undefined, [...before.rows], [...after.rows]];
    return;
  }
  for (const [name, rows] of before.sections) yield [name, name, [...rows], [...(after.sections.get(name) ?? [])]];
}

function checkMeasure(rows: readonly Row[], measure: string | undefined, command: string): void {
  if (measure === undefined || rows.some(row => row[measure] !== undefined)) return;
  const numeric = Object.entries(rows[0] ?? {}).filter(([, value]) => typeof value === 'number');
  throw new UsageError(`--measure ${measure}: rows of ${command} have ${numeric.map(([name]) => name).join(', ')}`);
}

function differencesOf(
  before: SavedResult,
  after: SavedResult,
  measure: string | undefined,
): (Difference & { section?: string })[] {
  return [...pairs(before, after)].flatMap(([name, section, first, second]) => {
    const known = ROW_IDENTITIES.get(name);
    if (!known)
      throw new UsageError(`results of ${name} cannot be compared (${[...ROW_IDENTITIES.keys()].join(', ')})`);
    // Counted by written form, several rows share a lemma: the label names them.
    const key = known.key.map(field => (field === 'lemma' && after.options.by === 'surface' ? 'label' : field));
    const identity = { ...known, key };
    if (section === undefined && first.length + second.length > 0) checkMeasure([...first, ...second], measure, name);
    const rows = compareRows(first, second, identity, measure);
    return section === undefined ? rows : rows.map(row => ({ section, ...row }));
  });
}

function warningsOf(before: SavedResult, after: SavedResult): string[] {
  const other = differentOptions(before.options, after.options);
  const cut = [before, after].filter(wasCut).map(({ file }) => `"${file}"`);
  return [
    ...(other.length > 0 ? [`the results were made with other options: ${other.join(', ')}`] : []),
    ...(cut.length > 0
      ? [`rows of ${cut.join(' and ')} were cut: new and gone may only have crossed the cut (--top 0)`]
      : []),
  ];
}

export const diff: Command = {
  operands: '[before] [after]',
  description:
    'Compares two results of the same command that were written with --json: values, ranks, what is new and what is gone.',
  options: ['measure', 'unchanged'],
  views: [DIFF],
  examples: [
    {
      line: 'rasid keywords fixtures/corpus --since 2025 --top 0 --json -o /tmp/rasid-2025.json && rasid keywords fixtures/corpus --until 2024 --top 0 --json -o /tmp/rasid-2024.json && rasid diff /tmp/rasid-2024.json /tmp/rasid-2025.json --measure perMillion --top 20',
      says: 'which words rose and fell from one year to the next',
    },
  ],
  run: async invocation => {
    const { operands, options } = invocation;
    if (operands.length !== 2) throw new UsageError('two results are needed: rasid diff before.json after.json');
    const [before, after] = operands.map(readSavedResult);
    if (before.schema !== after.schema)
      throw new UsageError(
        `"${before.file}" is ${before.schema}, "${after.file}" is ${after.schema}: they cannot be compared`,
      );
    const found = differencesOf(before, after, options.measure).filter(
      ({ status }) => options.unchanged || status !== 'same',
    );
    const warnings = warned(warningsOf(before, after), options);
    const result = makeResult(
      invocation,
      { corpus: after.corpus, errors: [], warnings },
      DIFF,
      topRows(found, options.top).map(row => ({ ...row })),
    );
    const facts = { schema: before.schema, before: before.file, after: after.file, measure: options.measure };
    await writeResult({ ...result, options: facts }, invocation);
    return ExitCode.Complete;
  },
};
