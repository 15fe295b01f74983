/** `rasid keywords`: frequencies of lemmas. */
import { KeywordCounts, type WordFrequency } from '../../analysis/keywords.ts';
import type { Row } from '../../report/result.ts';
import { KEYWORDS } from '../../report/views/keywords.ts';
import type { Command } from '../command.ts';
import { CORPUS_OPTIONS, WORD_OPTIONS } from '../options.ts';
import { makeResult, topRows } from '../result.ts';
import { exitCodeOf, readCorpus } from '../run.ts';
import { wordUnit } from '../term.ts';
import { loadWordIndex } from '../tools.ts';
import { writeResult } from '../write.ts';

const FORMS_SHOWN = 10;

/** Rows of the keywords view, ranked. */
export function keywordRows(words: readonly WordFrequency[], tokens: number, articles: number): Row[] {
  return words.map(({ label, lemma, pos, count, articles: documents, forms }, index) => ({
    rank: index + 1,
    count,
    perMillion: tokens === 0 ? 0 : (count / tokens) * 1e6,
    articles: documents,
    articleShare: articles === 0 ? 0 : documents / articles,
    ...(pos === undefined ? {} : { pos }),
    label,
    lemma,
    forms: forms.slice(0, FORMS_SHOWN),
  }));
}

export const keywords: Command = {
  operands: '[paths...]',
  description:
    'Counts the words of the articles by lemma: all forms of a word together, under a label that can be read.',
  options: [...CORPUS_OPTIONS, ...WORD_OPTIONS, 'by', 'minCount', 'minArticles'],
  defaults: { top: 50 },
  views: [KEYWORDS],
  examples: [
    { line: 'rasid keywords fixtures/corpus --top 20', says: 'the twenty commonest words' },
    {
      line: 'rasid keywords fixtures/corpus --by surface --keep-stop-words --json',
      says: 'written forms, stop words included, as JSON',
    },
  ],
  run: async invocation => {
    const { options, operands } = invocation;
    const index = await loadWordIndex(options);
    const counts = new KeywordCounts(index, {
      by: wordUnit(options),
      keepStopWords: options.keepStopWords ?? false,
      labelForm: options.labelForm,
    });
    const run = await readCorpus(operands, options, {
      vocabulary: index.vocabulary,
      visit: ({ reading }) => counts.add(reading),
    });
    const { words, tokens, articles } = counts.finish();
    const wanted = words.filter(
      word => word.count >= (options.minCount ?? 1) && word.articles >= (options.minArticles ?? 1),
    );
    const rows = keywordRows(topRows(wanted, options.top), tokens, articles);
    await writeResult(makeResult(invocation, run, KEYWORDS, rows), invocation);
    return exitCodeOf(run, options);
  },
};
