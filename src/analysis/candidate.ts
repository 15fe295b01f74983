/** A sentence on offer as evidence of a date, and which of two is the better one. */
import { detached } from '../text/detached.ts';
import { compareCodePoints } from '../text/order.ts';
import type { TimeBasis } from '../time/mention.ts';
import type { Wording } from './wording.ts';

/** A sentence that speaks of an event; near-identical sentences of other articles are `sources`. */
export interface Evidence {
  readonly article: string;
  readonly path: string;
  readonly line: number;
  readonly sentence: string;
  /** The time expression as written. */
  readonly surface: string;
  readonly entities: readonly string[];
  readonly sources?: readonly string[];
}

/** Whether an article came on or after the date that it speaks of, before it, or neither can be said. */
export type Side = 'after' | 'before' | 'undated';

/** A sentence with what decides its rank. Plain data once it is kept. */
export interface Candidate extends Evidence {
  /** It is the headline or opens the body: that is where news says what happened. */
  readonly lead: boolean;
  readonly basis: TimeBasis;
  readonly side: Side;
  /** Publication date of the article, as precise as known. */
  readonly published: string | null;
  /** UTF-16 offset of the time expression. */
  readonly start: number;
  readonly wording: Wording;
}

/** From the surest to the weakest. */
const BASES: readonly TimeBasis[] = ['explicit', 'weekday', 'publication', 'reference', 'previous', 'none'];
const SIDES: readonly Side[] = ['after', 'before', 'undated'];

/** The first report of what happened, but the last announcement of what will. */
function comparePublished(a: Candidate, b: Candidate): number {
  const order = compareCodePoints(a.published ?? '~', b.published ?? '~');
  return a.side === 'before' ? -order : order;
}

/**
 * Best first: headlines and opening sentences; dates written out; reports before announcements; the article nearest to
 * the day; then code-point order, so that the order is total.
 */
export function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    Number(b.lead) - Number(a.lead) ||
    BASES.indexOf(a.basis) - BASES.indexOf(b.basis) ||
    SIDES.indexOf(a.side) - SIDES.indexOf(b.side) ||
    comparePublished(a, b) ||
    compareCodePoints(a.article, b.article) ||
    compareCodePoints(a.path, b.path) ||
    a.line - b.line ||
    a.start - b.start
  );
}

/** The candidate as it can be kept: nothing in it holds on to its document. */
export function keptCandidate(candidate: Candidate): Candidate {
  const { article, path, line, entities, lead, basis, side, published, start, wording } = candidate;
  const sentence = detached(candidate.sentence);
  const surface = detached(candidate.surface);
  const { id, shingles } = wording;
  // Written out: spreading so many fields takes ten times as long.
  return {
    article,
    path,
    line,
    sentence,
    surface,
    entities,
    lead,
    basis,
    side,
    published,
    start,
    wording: { id, shingles },
  };
}
