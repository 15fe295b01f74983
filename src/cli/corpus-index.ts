/** The word index of a command that reads a corpus: by the lexicon alone, or by the corpus's own words as well. */
import { UsageError } from '../errors.ts';
import { CorpusStemmer, CorpusWords } from '../text/corpus-words.ts';
import { Vocabulary } from '../text/vocabulary.ts';
import { WordIndex } from '../text/word-index.ts';
import type { Options } from './options.ts';
import { readCorpus } from './run.ts';
import { loadStemmer, loadStopWords, loadWordIndex } from './tools.ts';

/**
 * An index by `--stem` and `--vocabulary`. With `--vocabulary corpus` the input is read twice, first to see which words
 * are written in it. Throws {@link UsageError} where that cannot be: for standard input, or another stemmer.
 */
export async function loadCorpusIndex(operands: readonly string[], options: Options): Promise<WordIndex> {
  if (options.vocabulary !== 'corpus') return loadWordIndex(options);
  if (options.stem !== 'light') throw new UsageError('--vocabulary corpus goes with --stem light');
  if (operands.includes('-') || options.filesFrom === '-') {
    throw new UsageError('--vocabulary corpus reads the input twice: standard input cannot be');
  }
  const vocabulary = new Vocabulary();
  await readCorpus(operands, { ...options, silent: true }, { vocabulary, visit: () => {} });
  const words = new CorpusWords();
  words.add(vocabulary);
  const stemmer = new CorpusStemmer(await loadStemmer('light'), words);
  return new WordIndex(vocabulary, stemmer, loadStopWords(options.stopWords));
}
