/** Filters that look into an article: `--contains` and `--entity`. Their tables are loaded only when they are asked for. */
import { entityOf, TermMatcher } from '../analysis/term.ts';
import type { Reading } from '../article/reading.ts';
import { UsageError } from '../errors.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { WordIndex } from '../text/word-index.ts';
import { type FindMentions, loadGazetteerWith, mentionFinder } from './finders.ts';
import type { Options } from './options.ts';
import { loadStemmer, loadStopWords } from './tools.ts';

/** True for an article that every filter lets through. */
export type Accepts = (reading: Reading) => boolean;

/** The conditions of the options over one vocabulary; undefined when there are none. */
export async function loadFilters(vocabulary: Vocabulary, options: Options): Promise<Accepts | undefined> {
  const { contains, entity } = options;
  if (!contains && !entity) return undefined;
  let find: FindMentions | undefined;
  let ids: readonly string[] = [];
  if (entity || contains?.some(term => entityOf(term) !== undefined)) {
    const { entityId } = await import('./entity-name.ts');
    const gazetteer = await loadGazetteerWith(options.gazetteer);
    find = mentionFinder(vocabulary, gazetteer);
    ids = (entity ?? []).map(name => entityId(name, gazetteer));
  }
  const index = new WordIndex(vocabulary, await loadStemmer(options.stem ?? 'light'), loadStopWords());
  const terms = [...(contains ?? []), ...ids.map(id => `entity:${id}`)];
  const matchers = terms.map(term => new TermMatcher(term, index, find));
  const empty = matchers.findIndex(matcher => matcher.isEmpty);
  if (empty >= 0) throw new UsageError(`--contains "${terms[empty]}" holds no word to look for`);
  return reading => matchers.every(matcher => matcher.find(reading).length > 0);
}
