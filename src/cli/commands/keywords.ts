/** `rasid keywords`: frequencies of lemmas. */
import { groupOf, KeywordTables, type TableRow } from '../../analysis/keyword-tables.ts';
import { KeywordCounts, type WordFrequency } from '../../analysis/keywords.ts';
import { UNKNOWN_POS, unitsOf } from '../../analysis/units.ts';
import { UsageError } from '../../errors.ts';
import { PARTS_OF_SPEECH } from '../../lexicon/words.ts';
import type { Row } from '../../report/result.ts';
import { KEYWORDS } from '../../report/views/keywords.ts';
import type { WordIndex } from '../../text/word-index.ts';
import type { Command, Invocation } from '../command.ts';
import { loadCorpusIndex } from '../corpus-index.ts';
import { countCorpus, countOf } from '../counting.ts';
import { CORPUS_OPTIONS, type Options, WORD_OPTIONS } from '../options.ts';
import { makeResult } from '../result.ts';
import { exitCodeOf, type Run, readCorpus } from '../run.ts';
import { sortField } from '../term.ts';
import { loadWordIndex } from '../tools.ts';
import { writeResult } from '../write.ts';

const FORMS_SHOWN = 10;
const SORTS = ['count', 'articles', 'tfidf', 'dp', 'dpNorm', 'juillandD', 'arf', 'label'] as const;

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

function tagsOf({ pos }: Options): ReadonlySet<string> | undefined {
  if (!pos) return undefined;
  const tags = pos.map(tag => tag.toUpperCase());
  const known: readonly string[] = [...PARTS_OF_SPEECH, UNKNOWN_POS];
  const unknown = tags.find(tag => !known.includes(tag));
  if (unknown) throw new UsageError(`--pos "${unknown}": expected ${known.join(', ')} (X: not in the lexicon)`);
  return new Set(tags);
}

/** Counts of plain frequencies over one index. */
function wordCounting(index: WordIndex, options: Options) {
  const settings = {
    by: options.by === 'surface' ? ('surface' as const) : ('lemma' as const),
    keepStopWords: options.keepStopWords ?? false,
    labelForm: options.labelForm,
  };
  const count = () => countOf(new KeywordCounts(index, settings));
  return { vocabulary: index.vocabulary, count };
}

/** Plain frequencies: one pass that keeps nothing but counts. */
async function countWords(invocation: Invocation, index: WordIndex): Promise<[Run, Row[]]> {
  const { options } = invocation;
  const counting = wordCounting(index, options);
  const count = counting.count();
  const run = await countCorpus(invocation, counting, count);
  const { minCount, minArticles, top } = options;
  const sort = sortField(options.sort, ['count', 'articles', 'label']);
  const { words, tokens, articles } = count.aggregate.finish({ minCount, minArticles, sort, top });
  return [run, keywordRows(words, tokens, articles)];
}

function extraFields({ tfIdf, dispersion }: TableRow, { tfidf }: Options): Row {
  return { ...(tfidf ? { tfidf: tfIdf } : {}), ...dispersion };
}

/** Frequencies with what needs to know where words stand. */
async function tabulateWords(operands: readonly string[], options: Options, index: WordIndex): Promise<[Run, Row[]]> {
  const { by, keepStopWords = false, labelForm, ngrams, groupBy, dispersion = false } = options;
  const tags = tagsOf(options);
  const units = unitsOf(index, { by, keepStopWords, labelForm, ...(tags && { pos: tags }), ...(ngrams && { ngrams }) });
  const tables = new KeywordTables(units, { dispersion, ...(groupBy && { group: groupOf(groupBy) }) });
  const run = await readCorpus(operands, options, {
    vocabulary: index.vocabulary,
    visit: ({ reading }) => tables.add(reading),
  });
  const selection = {
    minCount: options.minCount ?? 1,
    minArticles: options.minArticles ?? 1,
    sort: sortField(options.sort, SORTS),
    top: options.top ?? 0,
  };
  const rows = tables.finish(selection).flatMap(({ group, tokens, articles, rows }) =>
    keywordRows(rows, tokens, articles).map((row, at) => ({
      ...(group === undefined ? {} : { group }),
      ...row,
      ...extraFields(rows[at], options),
    })),
  );
  return [run, rows];
}

/** Refuses an order by figures that were not asked for. */
function checkSort({ sort, tfidf, dispersion }: Options): void {
  if (sort === 'tfidf' && !tfidf) throw new UsageError('--sort tfidf needs --tfidf');
  if (sort && ['dp', 'dpNorm', 'juillandD', 'arf'].includes(sort) && !dispersion)
    throw new UsageError(`--sort ${sort} needs --dispersion`);
}

export const keywords: Command = {
  operands: '[paths...]',
  description:
    'Counts the words of the articles by lemma: all forms of a word together, under a label that can be read. Also by written form or part of speech, and runs of words (--ngrams).',
  options: [
    ...CORPUS_OPTIONS,
    ...WORD_OPTIONS,
    'jobs',
    'vocabulary',
    'by',
    'ngrams',
    'pos',
    'minCount',
    'minArticles',
    'groupBy',
    'dispersion',
    'tfidf',
    'sort',
  ],
  choices: { sort: SORTS },
  defaults: { top: 50, sort: 'count' },
  views: [KEYWORDS],
  examples: [
    { line: 'rasid keywords fixtures/corpus --top 20', says: 'the twenty commonest words' },
    {
      line: 'rasid keywords fixtures/corpus --by surface --keep-stop-words --json',
      says: 'written forms, stop words included, as JSON',
    },
    { line: 'rasid keywords fixtures/corpus --ngrams 2-3 --min-articles 3', says: 'runs of two and three words' },
    { line: 'rasid keywords fixtures/corpus --pos ADJ --dispersion --sort arf', says: 'adjectives, the evenest first' },
    {
      line: 'rasid keywords fixtures/corpus --group-by article --tfidf --sort tfidf --top 5',
      says: 'the five words that tell each article from the others',
    },
  ],
  counting: async options => wordCounting(await loadWordIndex(options), options),
  run: async invocation => {
    const { options, operands } = invocation;
    checkSort(options);
    const index = await loadCorpusIndex(operands, options);
    const { ngrams, pos, groupBy, dispersion, tfidf, by } = options;
    const plain = !ngrams && !pos && !groupBy && !dispersion && !tfidf && by !== 'pos';
    const [run, rows] = plain ? await countWords(invocation, index) : await tabulateWords(operands, options, index);
    await writeResult(makeResult(invocation, run, KEYWORDS, rows), invocation);
    return exitCodeOf(run, options);
  },
};
