/** What a run works with: one vocabulary, and the tables it needs, loaded when first asked for. */
import { reasonOf } from '../corpus/file-error.ts';
import { UsageError } from '../errors.ts';
import { readDataBytes } from '../lexicon/load.ts';
import { loadWords } from '../lexicon/word-table.ts';
import { Lemmatiser } from '../text/lemmatise.ts';
import { FORMS_AS_THEY_ARE, type Stemmer } from '../text/stemmer.ts';
import { parseStopWords, StopWords } from '../text/stop-words.ts';
import { Vocabulary } from '../text/vocabulary.ts';
import { WordIndex } from '../text/word-index.ts';
import type { Options } from './options.ts';
import { readUserText } from './user-file.ts';

/** The stemmer behind `--stem`; the lexicon is read only for `light`. */
export async function loadStemmer(method: Options['stem']): Promise<Stemmer> {
  if (method === 'none') return FORMS_AS_THEY_ARE;
  if (method === 'snowball') return (await import('../text/snowball.ts')).SNOWBALL;
  return new Lemmatiser(loadWords());
}

/** Our stop words and those of a file of the user's. Throws {@link UsageError} when that cannot be read. */
export function loadStopWords(file?: string): StopWords {
  const ours = parseStopWords(readDataBytes('stopwords.txt').toString('utf8'));
  if (file === undefined) return new StopWords(ours);
  try {
    return new StopWords([...ours, ...parseStopWords(readUserText(file))]);
  } catch (error) {
    throw new UsageError(`--stop-words "${file}": ${reasonOf(error)}`);
  }
}

/** A word index over a new vocabulary, by the options about words. */
export async function loadWordIndex(options: Pick<Options, 'stem' | 'stopWords'>): Promise<WordIndex> {
  return new WordIndex(new Vocabulary(), await loadStemmer(options.stem), loadStopWords(options.stopWords));
}
