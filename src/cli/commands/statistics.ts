/** `rasid statistics`: size and health of a corpus. */
import { StatisticsCounts } from '../../analysis/statistics.ts';
import { STATISTICS } from '../../report/views/statistics.ts';
import type { Command } from '../command.ts';
import { loadCorpusIndex } from '../corpus-index.ts';
import { CORPUS_OPTIONS } from '../options.ts';
import { makeResult } from '../result.ts';
import { exitCodeOf, readCorpus } from '../run.ts';
import { writeResult } from '../write.ts';

export const statistics: Command = {
  operands: '[paths...]',
  description:
    'Size and health of the corpus: tokens, types, lemmas, dates, sources, encodings, and how many words the lexicon knows.',
  options: [...CORPUS_OPTIONS, 'stem', 'vocabulary', 'unknown'],
  views: [STATISTICS],
  examples: [
    { line: 'rasid statistics fixtures/corpus', says: 'the figures of the fixtures' },
    { line: 'rasid statistics fixtures/corpus --unknown 20', says: 'and the commonest words that the lexicon lacks' },
  ],
  run: async invocation => {
    const { options, operands } = invocation;
    const index = await loadCorpusIndex(operands, options);
    const counts = new StatisticsCounts(index, { growth: true });
    const run = await readCorpus(operands, options, {
      vocabulary: index.vocabulary,
      visit: ({ reading }) => counts.add(reading),
    });
    const { figures, unknown } = counts.finish(options.unknown);
    const words = unknown.map(({ form, count }) => ({
      metric: `unknown.${form}`,
      value: count,
      meaning: 'occurrences of a form that is not in the lexicon',
    }));
    const rows = [...figures, ...words].map(row => ({ ...row }));
    await writeResult(makeResult(invocation, run, STATISTICS, rows), invocation);
    return exitCodeOf(run, options);
  },
};
