/** One pass over the tokens of an article: the phrases of every channel, and the tokens that wake the rules of offices. */
import type { Reading, Segment } from '../article/reading.ts';
import { Channel } from '../lexicon/gazetteer.ts';
import { sourceLength } from '../text/normalise.ts';
import { Gap } from '../text/tokenise.ts';
import { type Hit, Matcher, TRIGGERS } from './match.ts';
import type { MentionOptions } from './mention.ts';

/** What was found in one segment. Hits of a channel do not overlap and are in order. */
export interface Scan {
  readonly segment: Segment;
  readonly countries: Hit[];
  readonly alliances: Hit[];
  readonly persons: Hit[];
  readonly others: Hit[];
  /** Tokens at which a rule of offices may begin. */
  readonly triggers: number[];
}

/** An article under work: its scans, and what rules ask about tokens. */
export class ArticleScan {
  readonly reading: Reading;
  readonly matcher: Matcher;
  readonly scans: readonly Scan[];

  constructor(reading: Reading, matcher: Matcher, options: MentionOptions = {}) {
    this.reading = reading;
    this.matcher = matcher;
    this.scans = reading.segments.map(segment => scanSegment(segment, matcher, options));
  }

  get found(): boolean {
    return this.scans.some(
      scan =>
        scan.countries.length +
          scan.alliances.length +
          scan.persons.length +
          scan.others.length +
          scan.triggers.length >
        0,
    );
  }

  key(scan: Scan, token: number): string {
    return this.reading.vocabulary.key(scan.segment.tokens.types[token]);
  }

  form(scan: Scan, token: number): string {
    return this.reading.vocabulary.form(scan.segment.tokens.types[token]);
  }

  /** Word classes of a token; 0 outside the segment. */
  classes(scan: Scan, token: number): number {
    const { tokens } = scan.segment;
    return token >= 0 && token < tokens.count ? this.matcher.classes(tokens.types[token]) : 0;
  }

  /** The token before `token` when nothing but a space parts them, else -1. */
  before(scan: Scan, token: number): number {
    const { tokens } = scan.segment;
    if (token === 0 || tokens.gaps[token] > Gap.Space) return -1;
    return this.reading.vocabulary.isWord(tokens.types[token - 1]) ? token - 1 : -1;
  }

  /** The token behind `token` when nothing but a space parts them, else -1. */
  after(scan: Scan, token: number): number {
    const { tokens } = scan.segment;
    const next = token + 1;
    if (next >= tokens.count || tokens.gaps[next] > Gap.Space) return -1;
    return this.reading.vocabulary.isWord(tokens.types[next]) ? next : -1;
  }

  /** Offset of the first letter of a token behind `skip` letters of clitics. */
  startOf(scan: Scan, token: number, skip: number): number {
    const { tokens } = scan.segment;
    const start = tokens.starts[token];
    return skip === 0 ? start : start + sourceLength(this.reading.vocabulary.surface(tokens.types[token]), skip);
  }

  /** Offset behind the last letter of a token, or behind its first `cut` letters. */
  endOf(scan: Scan, token: number, cut = -1): number {
    const { tokens } = scan.segment;
    if (cut < 0) return tokens.ends[token];
    return tokens.starts[token] + sourceLength(this.reading.vocabulary.surface(tokens.types[token]), cut);
  }

  /** Span, part and surface from a token (behind clitics) to another. */
  place(scan: Scan, from: number, skip: number, to: number, cut = -1) {
    const { segment } = scan;
    const start = this.startOf(scan, from, skip);
    const end = this.endOf(scan, to, cut);
    return { segment, part: segment.part, start, end, surface: segment.text.slice(start, end) };
  }
}

function scanSegment(segment: Segment, matcher: Matcher, { isWholeWord }: MentionOptions): Scan {
  const scan: Scan = { segment, countries: [], alliances: [], persons: [], others: [], triggers: [] };
  const { tokens } = segment;
  for (let token = 0; token < tokens.count; token++) {
    if (!matcher.wakes(tokens.types[token])) continue;
    const entry = matcher.entry(tokens.types[token])!;
    if (entry.classes & TRIGGERS) scan.triggers.push(token);
    if (entry.begins & Matcher.hot) {
      matcher.longest(tokens, token, Matcher.hot, (hit, channel) => {
        const guessed = hit.skip > 0 && hit.from === hit.to && isWholeWord?.(tokens.types[token]);
        if (!guessed) file(listOf(scan, channel), hit);
      });
    }
  }
  return scan;
}

function listOf(scan: Scan, channel: number): Hit[] {
  if (channel === Channel.Country) return scan.countries;
  if (channel === Channel.Alliance) return scan.alliances;
  return channel === Channel.Person ? scan.persons : scan.others;
}

/** Adds a hit to its channel; one that begins inside an earlier one of the channel is part of that. */
function file(hits: Hit[], hit: Hit): void {
  const last = hits.at(-1);
  const inside = last !== undefined && (hit.from < last.to || (hit.from === last.to && last.cut < 0));
  if (!inside) hits.push(hit);
}
