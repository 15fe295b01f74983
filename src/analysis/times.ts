/** Time expressions of an article where they stand, resolved against the article's own date. */
import type { Article, Published } from '../article/article.ts';
import type { Reading, Segment } from '../article/reading.ts';
import type { Calendar } from '../lexicon/calendar.ts';
import { type Tokens, tokenBuffer, tokenisePieces } from '../text/tokenise.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { Reference, TimeContext, TimeMention } from '../time/mention.ts';
import { recogniseTimes } from '../time/recognise.ts';
import { latestExplicitDate, type RecognisedSegment, resolveTimes } from '../time/resolve.ts';

/** A resolved expression with its segment and exactly its slice of the source. */
export interface LocatedTime {
  readonly mention: TimeMention;
  readonly segment: Segment;
  readonly surface: string;
}

/** Parts of a page on which a date bounds the dates of an article that has none of its own. */
const BOUNDING_PARTS = new Set(['title', 'date', 'dateline', 'body']);

function referenceOf(published: Published | undefined): Reference | undefined {
  if (published?.date.length !== 10) return undefined;
  const basis = published.basis === 'option' ? 'reference' : 'publication';
  return { date: published.date, basis, ...(published.time === undefined ? {} : { time: published.time }) };
}

/** Finds and resolves the time expressions of readings over one vocabulary. */
export class TimeFinder {
  readonly #vocabulary: Vocabulary;
  readonly #calendar: Calendar;
  readonly #buffer = tokenBuffer();
  /** What the page at hand states: asked for every passage of its articles. */
  #page: readonly Article[] | undefined;
  #latest: string | undefined;

  constructor(vocabulary: Vocabulary, calendar: Calendar) {
    this.#vocabulary = vocabulary;
    this.#calendar = calendar;
  }

  /** The expressions of a reading in the order of the text. `page`: all articles of its document. */
  find({ article, segments }: Reading, page: readonly Article[]): LocatedTime[] {
    const recognised = segments.map(({ tokens }) => this.#recognise(tokens));
    const reference = referenceOf(article.published);
    const context = reference ? { reference } : this.#bounded(page);
    return resolveTimes(recognised, context).map(mention => {
      const segment = segments[mention.segment];
      return { mention, segment, surface: segment.text.slice(mention.start, mention.end) };
    });
  }

  #recognise(tokens: Tokens): RecognisedSegment {
    return { tokens, expressions: recogniseTimes(tokens, this.#vocabulary, this.#calendar) };
  }

  /** For an article without a date; most have no expression that asks for the bound, which is a search. */
  #bounded(page: readonly Article[]): TimeContext {
    const latest = (): string | undefined => this.#latestOn(page);
    return {
      get latestExplicit() {
        return latest();
      },
    };
  }

  /** The latest date that anything on the page states in full: its articles cannot be much older. */
  #latestOn(page: readonly Article[]): string | undefined {
    if (page !== this.#page) {
      this.#latest = this.#findLatest(page);
      this.#page = page;
    }
    return this.#latest;
  }

  #findLatest(page: readonly Article[]): string | undefined {
    let latest: string | undefined;
    const take = (date: string | undefined): void => {
      if (date !== undefined && (latest === undefined || date > latest)) latest = date;
    };
    for (const article of page) {
      if (article.published && article.published.basis !== 'option' && article.published.basis !== 'file')
        take(article.published.date);
      for (const { part, text, start, end } of article.parts) {
        if (!BOUNDING_PARTS.has(part)) continue;
        for (const tokens of tokenisePieces(text, start, end, this.#vocabulary, () => this.#buffer))
          take(latestExplicitDate([this.#recognise(tokens)]));
      }
    }
    return latest;
  }
}
