/**
 * Events by date: the sentences that speak of a day, month, year or interval, under that date. What has no place on the
 * calendar (a relative expression in an article without a date) is counted by reason, never dropped.
 */
import { compareCodePoints } from '../text/order.ts';
import type { TimeBasis, TimeMention } from '../time/mention.ts';
import { lengthInDays, type When, WIDTHS, whenOf } from './calendar-stretch.ts';
import type { Candidate, Evidence, Side } from './candidate.ts';
import { Sentences, type SentencesPartial } from './evidence.ts';
import type { Wording } from './wording.ts';

/** A time expression where it stands, with the sentence around it. */
export interface TimedSentence {
  readonly mention: TimeMention;
  readonly surface: string;
  readonly article: string;
  readonly path: string;
  readonly line: number;
  readonly sentence: string;
  /** It is the headline or opens the body. */
  readonly lead: boolean;
  /** For telling near-identical sentences. */
  readonly wording: Wording;
  /** Ids of entities in the sentence. */
  readonly entities: readonly string[];
  /** Publication date of the article, as precise as known. */
  readonly published: string | null;
}

/** Parts of the salience score: the sum of the first three, times the last. */
export interface Salience {
  /** Distinct articles, those with nearly the same sentence counted once. */
  readonly articles: number;
  /** Half a point for every article that writes the date out, copies counted once. */
  readonly explicit: number;
  /** A quarter for every article published on or after the day: looking back weighs more than announcing. */
  readonly after: number;
  /** 1 for a day down to 0.1 for decades: "since 2008" is no event that one could act on. */
  readonly precision: number;
}

/** What is said of one date. */
export interface TimelineEvent extends When {
  readonly mod?: string;
  readonly articles: number;
  readonly mentions: number;
  readonly score: number;
  readonly scoreParts: Salience;
  readonly scheduled?: boolean;
  readonly basis: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** Why expressions have no place on the calendar, and how many. */
export interface UnresolvedCount {
  readonly reason: string;
  readonly count: number;
}

export interface Timeline {
  /** In the order of their dates; coarser ones first, an interval behind the day on which it begins. */
  readonly events: readonly TimelineEvent[];
  /** The most frequent reason first. */
  readonly unresolved: readonly UnresolvedCount[];
}

export interface TimelineOptions {
  readonly granularity: 'day' | 'month' | 'year';
  /** Sentences shown per event. */
  readonly evidence: number;
}

/** Figures of one date. Articles come one after the other, so the last one is all that need be remembered. */
interface Figures {
  mentions: number;
  articles: number;
  explicit: number;
  /** Articles published on or after the first day, before it, and without a date that tells. */
  after: number;
  before: number;
  undated: number;
}

interface Bucket {
  readonly when: When;
  readonly mod: string | undefined;
  readonly figures: Figures;
  readonly basis: Set<TimeBasis>;
  readonly sentences: Sentences;
  /** The article that spoke of it last, and the last one that wrote the date out. */
  last: ArticleName | undefined;
  lastExplicit: ArticleName | undefined;
}

/** What tells an article from all others: two files may hold records of one id. */
interface ArticleName {
  readonly article: string;
  readonly path: string;
}

function isOf(name: ArticleName | undefined, article: string, path: string): boolean {
  return name !== undefined && name.article === article && name.path === path;
}

/** A timed sentence on offer as evidence. Its text and entities are only asked for when it is kept. */
class TimedCandidate implements Candidate {
  readonly article: string;
  readonly path: string;
  readonly line: number;
  readonly lead: boolean;
  readonly basis: TimeBasis;
  readonly side: Side;
  readonly published: string | null;
  readonly start: number;
  readonly #item: TimedSentence;

  constructor(item: TimedSentence, side: Side) {
    this.article = item.article;
    this.path = item.path;
    this.line = item.line;
    this.lead = item.lead;
    this.basis = item.mention.basis;
    this.side = side;
    this.published = item.published;
    this.start = item.mention.start;
    this.#item = item;
  }

  get wording(): Wording {
    return this.#item.wording;
  }

  get sentence(): string {
    return this.#item.sentence;
  }

  get surface(): string {
    return this.#item.surface;
  }

  get entities(): readonly string[] {
    return this.#item.entities;
  }
}

/** Plain data of one date, for merging. */
interface BucketPartial {
  readonly when: When;
  readonly mod?: string;
  readonly figures: Readonly<Figures>;
  readonly basis: readonly TimeBasis[];
  readonly sentences: SentencesPartial;
}

/** Plain data of a timeline. Partial results must come of different articles. */
export interface TimelinePartial {
  readonly buckets: readonly BucketPartial[];
  readonly unresolved: readonly UnresolvedCount[];
}

/** True for expressions that speak of a point or stretch of the calendar: no durations, sets or vague references. */
export function isEvent({ type, value }: TimeMention): boolean {
  return type !== 'DURATION' && type !== 'SET' && !value.endsWith('_REF');
}

/** Why an expression has no place on the calendar; undefined when it has one. */
export function unresolvedReason(mention: TimeMention): string | undefined {
  return stretchOf(mention) ? undefined : whyNowhere(mention);
}

/** The place of an expression on the calendar; null when it has none. */
function stretchOf({ invalid, value }: TimeMention): When | null {
  return invalid ? null : whenOf(value);
}

function whyNowhere({ invalid, value, basis }: TimeMention): string {
  if (invalid) return 'no such date';
  if (value.includes('BC')) return 'before the common era';
  return basis === 'none' ? 'no reference date' : 'no calendar date';
}

/** Whether an article came on or after a date, before it, or neither can be said. */
function sideOf(published: string | null, date: string): Side {
  if (published === null) return 'undated';
  const width = Math.min(published.length, date.length);
  const [left, right] = [published.slice(0, width), date.slice(0, width)];
  if (left === right) return published.length >= date.length ? 'after' : 'undated';
  return left > right ? 'after' : 'before';
}

function compareEvents(a: TimelineEvent, b: TimelineEvent): number {
  return (
    compareCodePoints(a.date, b.date) ||
    compareCodePoints(a.end ?? '', b.end ?? '') ||
    compareCodePoints(a.mod ?? '', b.mod ?? '')
  );
}

/** Collects the events of a corpus. Keeps per date its figures and a bounded number of sentences, nothing per article. */
export class TimelineEvents {
  readonly #buckets = new Map<string, Bucket>();
  readonly #unresolved = new Map<string, number>();
  readonly #options: TimelineOptions;

  constructor(options: TimelineOptions) {
    this.#options = options;
  }

  /** Takes one time expression; the expressions of an article must follow each other. */
  add(item: TimedSentence): void {
    const { mention } = item;
    if (!isEvent(mention)) return;
    const when = stretchOf(mention);
    if (!when) {
      this.#countUnresolved(whyNowhere(mention), 1);
      return;
    }
    const coarse = this.#coarsened(when);
    this.#count(this.#bucket(coarse, coarse.granularity === when.granularity ? mention.mod : undefined), item);
  }

  merge({ buckets, unresolved }: TimelinePartial): void {
    for (const { when, mod, figures, basis, sentences } of buckets) {
      const bucket = this.#bucket(when, mod);
      for (const name of Object.keys(figures) as (keyof Figures)[]) bucket.figures[name] += figures[name];
      for (const one of basis) bucket.basis.add(one);
      bucket.sentences.merge(sentences);
    }
    for (const { reason, count } of unresolved) this.#countUnresolved(reason, count);
  }

  partial(): TimelinePartial {
    const buckets = [...this.#buckets.values()].map(({ when, mod, figures, basis, sentences }) => ({
      when,
      ...(mod === undefined ? {} : { mod }),
      figures: { ...figures },
      basis: [...basis],
      sentences: sentences.partial(),
    }));
    return { buckets, unresolved: this.#unresolvedCounts() };
  }

  finish(): Timeline {
    const events = [...this.#buckets.values()].map(eventOf).sort(compareEvents);
    return { events, unresolved: this.#unresolvedCounts() };
  }

  #coarsened(when: When): When {
    const { granularity } = this.#options;
    if (granularity === 'day' || when.granularity === 'interval') return when;
    const width = WIDTHS[granularity];
    return when.date.length <= width ? when : { date: when.date.slice(0, width), granularity };
  }

  #bucket(when: When, mod: string | undefined): Bucket {
    const key = `${when.date}/${when.end ?? ''}/${mod ?? ''}`;
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      bucket = {
        when,
        mod,
        figures: { mentions: 0, articles: 0, explicit: 0, after: 0, before: 0, undated: 0 },
        basis: new Set(),
        sentences: new Sentences(this.#options.evidence),
        last: undefined,
        lastExplicit: undefined,
      };
      this.#buckets.set(key, bucket);
    }
    return bucket;
  }

  #count(bucket: Bucket, item: TimedSentence): void {
    const { article, path, mention, published } = item;
    const { figures } = bucket;
    figures.mentions++;
    bucket.basis.add(mention.basis);
    const side = sideOf(published, bucket.when.date);
    const fresh = !isOf(bucket.last, article, path);
    if (fresh) {
      bucket.last = { article, path };
      figures.articles++;
      figures[side]++;
    }
    if (mention.basis === 'explicit' && !isOf(bucket.lastExplicit, article, path)) {
      bucket.lastExplicit = { article, path };
      figures.explicit++;
    }
    bucket.sentences.add(new TimedCandidate(item, side), fresh);
  }

  #countUnresolved(reason: string, count: number): void {
    this.#unresolved.set(reason, (this.#unresolved.get(reason) ?? 0) + count);
  }

  #unresolvedCounts(): UnresolvedCount[] {
    const counts = [...this.#unresolved].map(([reason, count]) => ({ reason, count }));
    return counts.sort((a, b) => b.count - a.count || compareCodePoints(a.reason, b.reason));
  }
}

/** Weights by the longest span in days for which they hold. */
const PRECISIONS: readonly (readonly [days: number, weight: number])[] = [
  [1, 1],
  [7, 0.75],
  [31, 0.5],
  [366, 0.25],
];
const LEAST_PRECISION = 0.1;

function precisionOf(when: When): number {
  const days = lengthInDays(when);
  return PRECISIONS.find(([most]) => days <= most)?.[1] ?? LEAST_PRECISION;
}

/** Announced: every article that speaks of it is known to have come before. */
function isScheduled({ before, after, undated }: Figures): boolean {
  return before > 0 && after === 0 && undated === 0;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function eventOf({ when, mod, figures, basis, sentences }: Bucket): TimelineEvent {
  const { evidence, independent } = sentences.finish();
  const { articles, mentions, explicit, after } = figures;
  const scoreParts = {
    articles: rounded(articles * independent),
    explicit: rounded((explicit * independent) / 2),
    after: rounded((after * independent) / 4),
    precision: precisionOf(when),
  };
  return {
    ...when,
    ...(mod === undefined ? {} : { mod }),
    articles,
    mentions,
    score: rounded((scoreParts.articles + scoreParts.explicit + scoreParts.after) * scoreParts.precision),
    scoreParts,
    ...(isScheduled(figures) ? { scheduled: true } : {}),
    basis: [...basis].sort(compareCodePoints),
    evidence,
  };
}
