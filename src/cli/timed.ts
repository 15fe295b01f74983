/** From readings to the timed sentences of a timeline. */
import { type Sentence, SentenceFinder } from '../analysis/sentence.ts';
import type { TimedSentence } from '../analysis/timeline.ts';
import { type LocatedTime, TimeFinder } from '../analysis/times.ts';
import { type Wording, WordingFinder } from '../analysis/wording.ts';
import { lineAt, type Reading, type Segment } from '../article/reading.ts';
import type { Mention } from '../entities/mention.ts';
import { loadCalendar } from '../lexicon/calendar.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { FindMentions } from './finders.ts';
import type { Visit } from './run.ts';

/** A sentence with what is worked out once however many times stand in it. */
interface KnownSentence extends Sentence {
  readonly segment: Segment;
  readonly lead: boolean;
  readonly wording: Wording;
  readonly entities: readonly string[];
}

/** Finds times with their sentences over one vocabulary. */
export class TimedSentences {
  readonly #times: TimeFinder;
  readonly #sentences: SentenceFinder;
  readonly #wordings: WordingFinder;
  readonly #mentions: FindMentions | undefined;

  /** With `mentions`, the entities of each sentence are named too. */
  constructor(vocabulary: Vocabulary, mentions?: FindMentions) {
    this.#times = new TimeFinder(vocabulary, loadCalendar());
    this.#sentences = new SentenceFinder(vocabulary);
    this.#wordings = new WordingFinder(vocabulary);
    this.#mentions = mentions;
  }

  /** The resolved expressions of an article. */
  times({ reading, page }: Visit): LocatedTime[] {
    return this.#times.find(reading, page);
  }

  /** The expressions with sentence, place and entities; those of date lines only when asked for. */
  *sentences(visit: Visit, publicationDates: boolean): Generator<TimedSentence> {
    const { article } = visit.reading;
    let mentions: ReadonlyMap<Segment, readonly Mention[]> | undefined;
    let known: KnownSentence | undefined;
    for (const { mention, segment, surface } of this.times(visit)) {
      const { part } = segment;
      if (!publicationDates && (part === 'date' || part === 'dateline')) continue;
      mentions ??= this.#mentionsOf(visit.reading);
      if (known?.segment !== segment || mention.first < known.first || mention.first >= known.last) {
        known = this.#sentence(visit.reading, segment, mention.first, mentions.get(segment) ?? []);
      }
      yield {
        mention,
        surface,
        article: article.id,
        path: article.path,
        line: lineAt(article, segment, mention.start),
        sentence: known.text,
        lead: known.lead,
        wording: known.wording,
        entities: known.entities,
        published: article.published?.date ?? null,
      };
    }
  }

  #sentence(reading: Reading, segment: Segment, token: number, mentions: readonly Mention[]): KnownSentence {
    const sentence = this.#sentences.around(segment, token);
    const wording = this.#wordings.of(segment.tokens, sentence.first, sentence.last);
    const lead = isLead(reading, segment, sentence);
    return { ...sentence, segment, lead, wording, entities: entitiesWithin(mentions, sentence) };
  }

  /** Mentions by segment, in the order of the text. */
  #mentionsOf(reading: Reading): Map<Segment, Mention[]> {
    const bySegment = new Map<Segment, Mention[]>();
    for (const mention of this.#mentions?.(reading) ?? []) {
      const list = bySegment.get(mention.segment);
      if (list) list.push(mention);
      else bySegment.set(mention.segment, [mention]);
    }
    for (const list of bySegment.values()) list.sort((a, b) => a.start - b.start || a.end - b.end);
    return bySegment;
  }
}

/** Ids of the entities in a sentence: alliances, ministers, countries by name or demonym. */
function entitiesWithin(mentions: readonly Mention[], { start, end }: Sentence): string[] {
  const found = new Set<string>();
  let low = 0;
  for (let high = mentions.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (mentions[middle].start < start) low = middle + 1;
    else high = middle;
  }
  for (; low < mentions.length && mentions[low].start < end; low++) {
    const mention = mentions[low];
    if (mention.id === null || mention.end > end) continue;
    if (mention.type !== 'country' || mention.kind === 'name' || mention.kind === 'demonym') found.add(mention.id);
  }
  return [...found];
}

/** Fewer tokens than this say that something was, not what: «الخميس..», «الأسرع منذ 2010». */
const LEAST_LEAD = 6;

/** True for a headline and for the sentence that opens the body. */
function isLead(reading: Reading, segment: Segment, { first, last }: Sentence): boolean {
  if (last - first < LEAST_LEAD) return false;
  return segment.part === 'title' || (first === 0 && opensBody(reading, segment));
}

function opensBody({ segments }: Reading, segment: Segment): boolean {
  return segment === segments.find(({ part }) => part === 'body');
}
