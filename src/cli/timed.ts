/** From readings to the timed sentences of a timeline. */
import { type Sentence, SentenceFinder, shownText } from '../analysis/sentence.ts';
import type { TimedSentence } from '../analysis/timeline.ts';
import { type LocatedTime, TimeFinder } from '../analysis/times.ts';
import { type Wording, WordingFinder } from '../analysis/wording.ts';
import type { Article } from '../article/article.ts';
import { lineAt, passagesOf, type Reading, type Segment } from '../article/reading.ts';
import type { Mention } from '../entities/mention.ts';
import { loadCalendar } from '../lexicon/calendar.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { TimeMention } from '../time/mention.ts';
import type { FindMentions } from './finders.ts';
import type { Visit } from './run.ts';

/** Mentions of one passage by segment, in the order of the text; found when first asked for. */
class PassageMentions {
  readonly #reading: Reading;
  readonly #find: FindMentions | undefined;
  #bySegment: Map<Segment, Mention[]> | undefined;

  constructor(reading: Reading, find: FindMentions | undefined) {
    this.#reading = reading;
    this.#find = find;
  }

  in(segment: Segment): readonly Mention[] {
    this.#bySegment ??= this.#sorted();
    return this.#bySegment.get(segment) ?? [];
  }

  #sorted(): Map<Segment, Mention[]> {
    const bySegment = new Map<Segment, Mention[]>();
    for (const mention of this.#find?.(this.#reading) ?? []) {
      const list = bySegment.get(mention.segment);
      if (list) list.push(mention);
      else bySegment.set(mention.segment, [mention]);
    }
    for (const list of bySegment.values()) list.sort((a, b) => a.start - b.start || a.end - b.end);
    return bySegment;
  }
}

/** A sentence with what is worked out once, when first asked for, however many times stand in it. */
class KnownSentence {
  readonly segment: Segment;
  readonly sentence: Sentence;
  readonly lead: boolean;
  readonly #wordings: WordingFinder;
  readonly #mentions: PassageMentions;
  #wording: Wording | undefined;
  #entities: readonly string[] | undefined;

  constructor(segment: Segment, sentence: Sentence, lead: boolean, wordings: WordingFinder, mentions: PassageMentions) {
    this.segment = segment;
    this.sentence = sentence;
    this.lead = lead;
    this.#wordings = wordings;
    this.#mentions = mentions;
  }

  holds(segment: Segment, token: number): boolean {
    return segment === this.segment && token >= this.sentence.first && token < this.sentence.last;
  }

  get wording(): Wording {
    const { first, last } = this.sentence;
    return (this.#wording ??= this.#wordings.of(this.segment.tokens, first, last));
  }

  get entities(): readonly string[] {
    return (this.#entities ??= entitiesWithin(this.#mentions.in(this.segment), this.sentence));
  }
}

/** A time in its sentence. Most are asked for little more than their rank. */
class TimeInSentence implements TimedSentence {
  readonly mention: TimeMention;
  readonly surface: string;
  readonly article: string;
  readonly path: string;
  readonly line: number;
  readonly lead: boolean;
  readonly published: string | null;
  readonly #known: KnownSentence;

  constructor(article: Article, { mention, segment, surface }: LocatedTime, known: KnownSentence) {
    this.mention = mention;
    this.surface = surface;
    this.article = article.id;
    this.path = article.path;
    this.line = lineAt(article, segment, mention.start);
    this.lead = known.lead;
    this.published = article.published?.date ?? null;
    this.#known = known;
  }

  get sentence(): string {
    return shownText(this.#known.segment, this.#known.sentence, this.mention);
  }

  get wording(): Wording {
    return this.#known.wording;
  }

  get entities(): readonly string[] {
    return this.#known.entities;
  }
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

  /** The resolved expressions of an article in the order of the text. */
  *times({ reading, page }: Visit): Generator<LocatedTime> {
    for (const passage of passagesOf(reading)) yield* this.#times.find(passage, page);
  }

  /**
   * The expressions with sentence, place and entities, to be looked at before the next article is read; those of date
   * lines only when asked for.
   */
  *sentences({ reading, page }: Visit, publicationDates: boolean): Generator<TimedSentence> {
    for (const passage of passagesOf(reading)) {
      const mentions = new PassageMentions(passage, this.#mentions);
      let known: KnownSentence | undefined;
      for (const time of this.#times.find(passage, page)) {
        const { segment, mention } = time;
        if (!publicationDates && (segment.part === 'date' || segment.part === 'dateline')) continue;
        if (!known?.holds(segment, mention.first)) {
          const sentence = this.#sentences.around(segment, mention.first);
          const lead = isLead(reading, segment, sentence);
          known = new KnownSentence(segment, sentence, lead, this.#wordings, mentions);
        }
        yield new TimeInSentence(reading.article, time, known);
      }
    }
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
