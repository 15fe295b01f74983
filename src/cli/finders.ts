/** Mentions and times of an article, found once however many counts ask for them. */
import { passagesOf, type Reading } from '../article/reading.ts';
import { reasonOf } from '../corpus/file-error.ts';
import { MentionFinder } from '../entities/find.ts';
import { lexiconHooks } from '../entities/lexicon-hooks.ts';
import type { Mention } from '../entities/mention.ts';
import { UsageError } from '../errors.ts';
import { type Gazetteer, loadGazetteer } from '../lexicon/gazetteer.ts';
import { loadWords } from '../lexicon/word-table.ts';
import { Lemmatiser } from '../text/lemmatise.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { readUserText } from './user-file.ts';

/** Finds the mentions of a reading in the order of the text, passage by passage. */
export type FindMentions = (reading: Reading) => Iterable<Mention>;

/** The program's gazetteer with the user's own entries on top. Throws `LexiconError` naming file and pointer. */
export async function loadGazetteerWith(file: string | undefined): Promise<Gazetteer> {
  const gazetteer = loadGazetteer();
  if (file === undefined) return gazetteer;
  const { parseUserGazetteer } = await import('../lexicon/user-gazetteer.ts');
  let text: string;
  try {
    text = readUserText(file);
  } catch (error) {
    throw new UsageError(`--gazetteer "${file}": ${reasonOf(error)}`);
  }
  gazetteer.extend(parseUserGazetteer(text, file));
  return gazetteer;
}

/** A finder over one vocabulary. Names end where the lexicon knows a common word, whatever `--stem` says. */
export function mentionFinder(vocabulary: Vocabulary, gazetteer: Gazetteer): FindMentions {
  const lemmatiser = new Lemmatiser(loadWords());
  const finder = new MentionFinder(vocabulary, gazetteer, lexiconHooks(lemmatiser, vocabulary));
  // Several counts of one run ask for the same passage in turn.
  let last: Reading | undefined;
  let mentions: readonly Mention[] = [];
  const find = (passage: Reading): readonly Mention[] => {
    if (passage !== last) {
      mentions = finder.find(passage);
      last = passage;
    }
    return mentions;
  };
  return function* (reading) {
    for (const passage of passagesOf(reading)) yield* find(passage);
  };
}
