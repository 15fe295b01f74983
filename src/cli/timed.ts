/** From readings to the timed sentences of a timeline. */
import { SentenceFinder } from '../analysis/sentence.ts';
import type { TimedSentence } from '../analysis/timeline.ts';
import { type LocatedTime, TimeFinder } from '../analysis/times.ts';
import { lineAt, type Reading } from '../article/reading.ts';
import { loadCalendar } from '../lexicon/calendar.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { FindMentions } from './finders.ts';
import type { Visit } from './run.ts';

/** Finds times with their sentences over one vocabulary. */
export class TimedSentences {
  readonly #vocabulary: Vocabulary;
  readonly #times: TimeFinder;
  readonly #sentences: SentenceFinder;
  readonly #mentions: FindMentions | undefined;

  /** With `mentions`, the entities of each sentence are named too. */
  constructor(vocabulary: Vocabulary, mentions?: FindMentions) {
    this.#vocabulary = vocabulary;
    this.#times = new TimeFinder(vocabulary, loadCalendar());
    this.#sentences = new SentenceFinder(vocabulary);
    this.#mentions = mentions;
  }

  /** The resolved expressions of an article. */
  times({ reading, page }: Visit): LocatedTime[] {
    return this.#times.find(reading, page);
  }

  /** The expressions with sentence, place and entities; those of date lines only when asked for. */
  *sentences(visit: Visit, publicationDates: boolean): Generator<TimedSentence> {
    const { article } = visit.reading;
    for (const time of this.times(visit)) {
      const { part } = time.segment;
      if (!publicationDates && (part === 'date' || part === 'dateline')) continue;
      const sentence = this.#sentences.around(time.segment, time.mention.first);
      yield {
        mention: time.mention,
        surface: time.surface,
        article: article.id,
        path: article.path,
        line: lineAt(article, time.segment, time.mention.start),
        sentence: sentence.text,
        words: this.#words(time, sentence.first, sentence.last),
        entities: this.#entities(visit.reading, time, sentence.start, sentence.end),
        published: article.published?.date ?? null,
      };
    }
  }

  #words({ segment }: LocatedTime, first: number, last: number): string[] {
    const words: string[] = [];
    for (let token = first; token < last; token++) {
      const type = segment.tokens.types[token];
      if (this.#vocabulary.isWord(type)) words.push(this.#vocabulary.key(type));
    }
    return words;
  }

  #entities(reading: Reading, { segment }: LocatedTime, start: number, end: number): string[] {
    const found = new Set<string>();
    for (const mention of this.#mentions?.(reading) ?? []) {
      if (mention.segment !== segment || mention.start < start || mention.end > end) continue;
      if (mention.id !== null && (mention.type !== 'country' || mention.kind === 'name' || mention.kind === 'demonym'))
        found.add(mention.id);
    }
    return [...found];
  }
}
