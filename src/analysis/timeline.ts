/**
 * Events by date: the sentences that speak of a day, month, year or interval, under that date. What has no date of its
 * own (a relative expression in an article without one) is kept apart with the reason, never dropped.
 */

import { compareCodePoints } from '../text/order.ts';
import type { TimeMention } from '../time/mention.ts';

/** A time expression where it stands, with the sentence around it. */
export interface TimedSentence {
  readonly mention: TimeMention;
  readonly surface: string;
  readonly article: string;
  readonly path: string;
  readonly line: number;
  readonly sentence: string;
  /** Keys of the sentence's words, for telling near-identical sentences. */
  readonly words: readonly string[];
  /** Ids of entities in the sentence. */
  readonly entities: readonly string[];
  /** Publication date of the article, as precise as known. */
  readonly published: string | null;
}

/** A sentence that speaks of an event; near-identical sentences of other articles are `sources`. */
export interface Evidence {
  readonly article: string;
  readonly path: string;
  readonly line: number;
  readonly sentence: string;
  readonly entities: readonly string[];
  readonly sources?: readonly string[];
}

/** Parts of the salience score; their sum is the score. */
export interface Salience {
  /** Distinct articles, near-identical sentences counted once. */
  readonly articles: number;
  /** Half a point for every article that writes the date out. */
  readonly explicit: number;
  /** A quarter for every article published on or after the day: looking back weighs more than announcing. */
  readonly after: number;
}

/** What is said of one date. */
export interface TimelineEvent {
  readonly date: string;
  readonly end?: string;
  readonly granularity: string;
  readonly mod?: string;
  readonly articles: number;
  readonly mentions: number;
  readonly score: number;
  readonly scoreParts: Salience;
  readonly scheduled?: boolean;
  readonly basis: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** An expression whose date is not known, and why. */
export interface Unresolved {
  readonly surface: string;
  readonly value: string;
  readonly reason: string;
  readonly article: string;
  readonly path: string;
  readonly line: number;
  readonly sentence: string;
}

export interface Timeline {
  /** In the order of their dates; an interval behind the day on which it begins. */
  readonly events: readonly TimelineEvent[];
  readonly unresolved: readonly Unresolved[];
}

export interface TimelineOptions {
  readonly granularity: 'day' | 'month' | 'year';
  /** Sentences kept per event. */
  readonly evidence: number;
  /** Unresolved expressions kept. */
  readonly unresolved: number;
}

/** A stretch of days, months or years on the calendar. */
interface When {
  readonly date: string;
  readonly end?: string;
  readonly granularity: string;
}

const WIDTHS = { day: 10, month: 7, year: 4 } as const;
const DATED = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/;

/** The stretch that a TIMEX3 value names, or null where it names none that can be put on a calendar. */
export function whenOf(value: string): When | null {
  const [from, to] = value.split('/');
  if (to !== undefined) {
    const first = whenOf(from);
    const last = whenOf(to);
    return first && last ? { date: first.date, end: last.end ?? last.date, granularity: 'interval' } : null;
  }
  const match = DATED.exec(from);
  if (!match) return periodOf(from);
  const granularity = match[3] ? 'day' : match[2] ? 'month' : 'year';
  return { date: from.slice(0, WIDTHS[granularity]), granularity };
}

const PERIODS: Readonly<Record<string, readonly [string, string]>> = {
  Q1: ['01', '03'],
  Q2: ['04', '06'],
  Q3: ['07', '09'],
  Q4: ['10', '12'],
  H1: ['01', '06'],
  H2: ['07', '12'],
};

/** Quarters, halves, decades and centuries as intervals of months or years. */
function periodOf(value: string): When | null {
  const months = PERIODS[value.slice(5)];
  if (/^\d{4}-[QH]\d$/.test(value) && months) {
    return {
      date: `${value.slice(0, 4)}-${months[0]}`,
      end: `${value.slice(0, 4)}-${months[1]}`,
      granularity: 'interval',
    };
  }
  if (/^\d{3}$/.test(value)) return { date: `${value}0`, end: `${value}9`, granularity: 'interval' };
  if (/^\d{2}$/.test(value)) return { date: `${value}00`, end: `${value}99`, granularity: 'interval' };
  return null;
}

interface Bucket {
  readonly when: When;
  readonly mod: string | undefined;
  mentions: number;
  readonly articles: Set<string>;
  readonly basis: Set<string>;
  explicit: number;
  after: number;
  before: number;
  readonly evidence: (Evidence & { readonly words: ReadonlySet<string>; readonly sources: string[] })[];
  merged: number;
}

/** Share of common words from which two sentences are the same report: agencies' texts are edited, not rewritten. */
const SAME_REPORT = 0.8;

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  const union = a.size + b.size - common;
  return union === 0 ? 1 : common / union;
}

/** Why an expression has no place on the calendar. */
function reasonOf(mention: TimeMention): string {
  if (mention.invalid) return 'no such date';
  if (mention.basis === 'none') return 'no reference date';
  return 'no calendar date';
}

/** Collects the events of a corpus. Keeps per date its figures and a few sentences, nothing per article. */
export class TimelineEvents {
  readonly #buckets = new Map<string, Bucket>();
  readonly #unresolved: Unresolved[] = [];
  readonly #options: TimelineOptions;

  constructor(options: TimelineOptions) {
    this.#options = options;
  }

  /** Takes one time expression. Durations, sets and vague references are no events. */
  add(item: TimedSentence): void {
    const { mention } = item;
    if (mention.type === 'DURATION' || mention.type === 'SET' || mention.value.endsWith('_REF')) return;
    const when = mention.invalid ? null : whenOf(mention.value);
    if (!when) {
      this.#keepUnresolved(item);
      return;
    }
    const coarse = this.#coarsened(when);
    const mod = coarse.granularity === when.granularity ? mention.mod : undefined;
    this.#count(this.#bucket(coarse, mod), item);
  }

  finish(): Timeline {
    const events = [...this.#buckets.values()].map(bucket => this.#event(bucket));
    events.sort(
      (a, b) =>
        compareCodePoints(a.date, b.date) ||
        compareCodePoints(a.end ?? '', b.end ?? '') ||
        compareCodePoints(a.mod ?? '', b.mod ?? ''),
    );
    return { events, unresolved: this.#unresolved };
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
      const sets = { articles: new Set<string>(), basis: new Set<string>(), evidence: [] };
      bucket = { when, mod, mentions: 0, explicit: 0, after: 0, before: 0, merged: 0, ...sets };
      this.#buckets.set(key, bucket);
    }
    return bucket;
  }

  #count(bucket: Bucket, item: TimedSentence): void {
    bucket.mentions++;
    bucket.basis.add(item.mention.basis);
    const fresh = !bucket.articles.has(item.article);
    if (fresh) {
      bucket.articles.add(item.article);
      if (item.mention.basis === 'explicit') bucket.explicit++;
      const { published } = item;
      if (published !== null && published.length === 10) {
        if (published >= bucket.when.date) bucket.after++;
        else bucket.before++;
      }
    }
    this.#keepEvidence(bucket, item, fresh);
  }

  #keepEvidence(bucket: Bucket, item: TimedSentence, fresh: boolean): void {
    const words = new Set(item.words);
    const same = bucket.evidence.find(known => similarity(known.words, words) >= SAME_REPORT);
    if (same) {
      if (same.article !== item.article && !same.sources.includes(item.article)) same.sources.push(item.article);
      if (fresh && same.article !== item.article) bucket.merged++;
      return;
    }
    if (bucket.evidence.length >= this.#options.evidence) return;
    const { article, path, line, sentence, entities } = item;
    bucket.evidence.push({ article, path, line, sentence, entities, words, sources: [] });
  }

  #keepUnresolved({ mention, surface, article, path, line, sentence }: TimedSentence): void {
    if (this.#unresolved.length >= this.#options.unresolved) return;
    this.#unresolved.push({
      surface,
      value: mention.value,
      reason: reasonOf(mention),
      article,
      path,
      line,
      sentence,
    });
  }

  #event({ when, mod, mentions, articles, basis, explicit, after, before, evidence, merged }: Bucket): TimelineEvent {
    const scoreParts = { articles: articles.size - merged, explicit: explicit / 2, after: after / 4 };
    return {
      ...when,
      ...(mod === undefined ? {} : { mod }),
      articles: articles.size,
      mentions,
      score: scoreParts.articles + scoreParts.explicit + scoreParts.after,
      scoreParts,
      ...(before > 0 && after === 0 ? { scheduled: true } : {}),
      basis: [...basis].sort(compareCodePoints),
      evidence: evidence.map(({ words: _, sources, ...rest }) => (sources.length > 0 ? { ...rest, sources } : rest)),
    };
  }
}
