/** `rasid concordance` (`kwic`): every occurrence of a term with the words around it. */
import { ConcordanceLines } from '../../analysis/concordance.ts';
import { CONCORDANCE } from '../../report/views/workbench.ts';
import type { Command, Invocation } from '../command.ts';
import { CORPUS_OPTIONS } from '../options.ts';
import { makeResult, topRows } from '../result.ts';
import { exitCodeOf, readCorpus } from '../run.ts';
import { loadTerm, noOccurrence, sortField, warned } from '../term.ts';
import { columnsOf, formatOf, styleOf, writeResult } from '../write.ts';

const SORTS = ['position', 'left', 'right'] as const;

/** Writes the lines aligned at the match; see report/kwic.ts for what makes them readable from right to left. */
async function writeKwic(
  lines: Parameters<typeof import('../../report/kwic.ts').kwicLines>[0],
  invocation: Invocation,
) {
  const { kwicLines } = await import('../../report/kwic.ts');
  const { terminal } = invocation.output;
  const { bidi } = invocation.options;
  const style = await styleOf(invocation);
  const look = {
    columns: columnsOf(invocation),
    marks: bidi === 'lrm' || (bidi === 'auto' && terminal),
    paintMatch: style.heading,
    paintPlace: style.faint,
  };
  for (const line of kwicLines(lines, look)) await invocation.output.write(`${line}\n`);
}

export const concordance: Command = {
  operands: '[term] [paths...]',
  description:
    'Shows every occurrence of a term in context, with its place. TERM is a word (all its forms, typed with or without ال, hamza, marks), =form (as written), a pattern (سيا*), a phrase in quotes, or an entity by id or name (entity:NATO, entity:الناتو).',
  options: [...CORPUS_OPTIONS, 'stem', 'context', 'sort', 'sample', 'seed', 'gazetteer'],
  choices: { sort: SORTS },
  defaults: { context: 8, sort: 'position', seed: 0 },
  views: [CONCORDANCE],
  examples: [
    { line: 'rasid concordance وزير fixtures/corpus --sample 10', says: 'ten of the occurrences of all its forms' },
    { line: 'rasid kwic "وزير الخارجية" fixtures/corpus --sort right', says: 'a phrase, sorted by what follows' },
    { line: 'rasid kwic entity:NATO fixtures/corpus --format ndjson', says: 'every mention of NATO as records' },
  ],
  run: async invocation => {
    const { options, operands } = invocation;
    const paths = operands.slice(1);
    const bound = await loadTerm(operands, options);
    const counts = new ConcordanceLines(bound.matcher, {
      context: options.context ?? 8,
      sort: sortField(options.sort, SORTS),
      sample: options.sample ?? 0,
      seed: options.seed ?? 0,
    });
    const run = await readCorpus(paths, options, {
      vocabulary: bound.index.vocabulary,
      visit: ({ reading }) => counts.add(reading),
    });
    const { lines, found } = counts.finish();
    const told = found === 0 ? warned([noOccurrence(bound)], options) : [];
    const rows = topRows(lines, options.top);
    if (formatOf(invocation) === 'table') await writeKwic(rows, invocation);
    else {
      const result = makeResult(invocation, { ...run, warnings: [...run.warnings, ...told] }, CONCORDANCE, [
        ...rows.map(row => ({ ...row })),
      ]);
      await writeResult(
        { ...result, options: { ...result.options, term: bound.matcher.text, occurrences: found } },
        invocation,
      );
    }
    return exitCodeOf(run, options);
  },
};
