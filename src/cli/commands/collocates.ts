/** `rasid collocates`: which words stand near a term. */
import { CollocateCounts } from '../../analysis/collocates.ts';
import { COLLOCATES } from '../../report/views/workbench.ts';
import type { Command } from '../command.ts';
import { CORPUS_OPTIONS, WORD_OPTIONS } from '../options.ts';
import { makeResult, topRows } from '../result.ts';
import { exitCodeOf, readCorpus } from '../run.ts';
import { loadTerm, noOccurrence, sortedBy, sortField, warned, wordUnit } from '../term.ts';
import { writeResult } from '../write.ts';

const SORTS = ['logDice', 'count', 'left', 'right', 'mi', 'mi3', 'tScore', 'g2', 'label'] as const;

export const collocates: Command = {
  operands: '[term] [paths...]',
  description:
    'Finds the words that stand near a term more often than chance would have it, with the measures of the field and the side on which they stand. TERM as in concordance. Windows end with the sentence.',
  options: [
    ...CORPUS_OPTIONS,
    ...WORD_OPTIONS,
    'window',
    'acrossSentences',
    'by',
    'minCount',
    'minArticles',
    'sort',
    'gazetteer',
  ],
  choices: { sort: SORTS, by: ['lemma', 'surface'] },
  defaults: { top: 30, minCount: 2, sort: 'logDice' },
  views: [COLLOCATES],
  examples: [
    { line: 'rasid collocates وزير fixtures/corpus', says: 'what stands near the minister' },
    { line: 'rasid collocates وزير fixtures/corpus --window 0,1 --sort count', says: 'the word behind it' },
    { line: 'rasid collocates entity:NATO fixtures/corpus --sort g2 --json', says: 'what is said of NATO' },
  ],
  run: async invocation => {
    const { options, operands } = invocation;
    const paths = operands.slice(1);
    const by = wordUnit(options);
    const field = sortField(options.sort, SORTS);
    const bound = await loadTerm(operands, options);
    const counts = new CollocateCounts(bound.matcher, bound.index, {
      by,
      keepStopWords: options.keepStopWords ?? false,
      labelForm: options.labelForm,
      ...options.window,
      acrossSentences: options.acrossSentences ?? false,
    });
    const run = await readCorpus(paths, options, {
      vocabulary: bound.index.vocabulary,
      visit: ({ reading }) => counts.add(reading),
    });
    const { collocates: found, nodes, window } = counts.finish();
    const told = nodes === 0 ? warned([noOccurrence(bound)], options) : [];
    const wanted = found.filter(
      ({ count, articles }) => count >= (options.minCount ?? 1) && articles >= (options.minArticles ?? 1),
    );
    const sorted = field === 'logDice' ? wanted : sortedBy(wanted, field);
    const rows = topRows(sorted, options.top).map((row, index) => ({ rank: index + 1, ...row }));
    const result = makeResult(invocation, { ...run, warnings: [...run.warnings, ...told] }, COLLOCATES, rows);
    const facts = { term: bound.matcher.text, occurrences: nodes, windowTokens: window };
    await writeResult({ ...result, options: { ...result.options, ...facts } }, invocation);
    return exitCodeOf(run, options);
  },
};
