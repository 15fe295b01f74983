/**
 * The sentences that speak of one date: how many reports there are when copies count once, and the best few to show.
 * Bounded however many articles come, and the same in whatever order they come and partial results merge.
 */
import { detached } from '../text/detached.ts';
import { compareCodePoints } from '../text/order.ts';
import type { TimeBasis } from '../time/mention.ts';
import { type Wording, WordingGroups } from './wording.ts';

/** A sentence that speaks of an event; near-identical sentences of other articles are `sources`. */
export interface Evidence {
  readonly article: string;
  readonly path: string;
  readonly line: number;
  readonly sentence: string;
  readonly entities: readonly string[];
  readonly sources?: readonly string[];
}

/** Whether an article came on or after the date that it speaks of, before it, or neither can be said. */
export type Side = 'after' | 'before' | 'undated';

/** A sentence on offer, with what decides its rank. */
export interface Candidate extends Evidence {
  /** UTF-16 offset of the time expression. */
  readonly start: number;
  readonly basis: TimeBasis;
  /** Publication date of the article, as precise as known. */
  readonly published: string | null;
  readonly side: Side;
  readonly wording: Wording;
}

/** What is known of one wording. */
interface Report {
  readonly wording: Wording;
  /** Articles whose first sentence about the date this is. */
  articles: number;
  /** Articles that have it, the first few in code-point order. */
  readonly sources: string[];
}

/** Near-identical wordings. */
interface Group {
  articles: number;
  readonly sources: string[];
}

/** Plain data for merging. */
export interface SentencesPartial {
  readonly reports: readonly {
    readonly wording: Wording;
    readonly articles: number;
    readonly sources: readonly string[];
  }[];
  readonly best: readonly Candidate[];
  readonly limit: number;
}

/** Wordings kept per date. Beyond it those with the lowest hashes stand for all: a random sample (KMV, Bar-Yossef 2002). */
const REPORTS_KEPT = 128;
const SOURCES_KEPT = 20;
/** Candidates kept per sentence shown, since some will prove to be copies. */
const SPARE = 4;

/** From the surest to the weakest. */
const BASES: readonly TimeBasis[] = ['explicit', 'weekday', 'publication', 'reference', 'previous', 'none'];

const SIDES: readonly Side[] = ['after', 'before', 'undated'];

/** The first report of what happened, but the last announcement of what will. */
function comparePublished(a: Candidate, b: Candidate): number {
  const order = compareCodePoints(a.published ?? '~', b.published ?? '~');
  return a.side === 'before' ? -order : order;
}

/** Best first: a date written out, then reports before announcements, then code-point order, so that it is total. */
function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    BASES.indexOf(a.basis) - BASES.indexOf(b.basis) ||
    SIDES.indexOf(a.side) - SIDES.indexOf(b.side) ||
    comparePublished(a, b) ||
    compareCodePoints(a.article, b.article) ||
    compareCodePoints(a.path, b.path) ||
    a.line - b.line ||
    a.start - b.start
  );
}

function addSource(sources: string[], article: string): void {
  if (sources.includes(article)) return;
  const place = sources.findIndex(source => compareCodePoints(source, article) > 0);
  if (place < 0) sources.push(article);
  else sources.splice(place, 0, article);
  if (sources.length > SOURCES_KEPT) sources.pop();
}

/** The sentences of one date. */
export class Sentences {
  #reports = new Map<number, Report>();
  /** Wordings with a higher hash are outside the sample. */
  #limit = Number.MAX_SAFE_INTEGER;
  readonly #best: Candidate[] = [];
  readonly #shown: number;

  /** @param shown number of sentences that {@link finish} gives */
  constructor(shown: number) {
    this.#shown = shown;
  }

  /** Takes a sentence. `fresh`: the article had none about this date before. */
  add(candidate: Candidate, fresh: boolean): void {
    this.#count(candidate.wording, fresh ? 1 : 0, [candidate.article]);
    this.#offer(candidate);
  }

  merge({ reports, best, limit }: SentencesPartial): void {
    this.#limit = Math.min(this.#limit, limit);
    for (const { wording, articles, sources } of reports) this.#count(wording, articles, sources);
    for (const candidate of best) this.#offer(candidate);
  }

  partial(): SentencesPartial {
    this.#sample();
    return { reports: [...this.#reports.values()], best: [...this.#best], limit: this.#limit };
  }

  /** Evidence, best first, and the share of articles that report by themselves (0 to 1]. */
  finish(): { readonly evidence: Evidence[]; readonly independent: number } {
    this.#sample();
    const groups = new WordingGroups<Group>();
    const groupOf = (wording: Wording): Group => groups.groupOf(wording, () => ({ articles: 0, sources: [] }));
    const heads = new Map<Group, Candidate>();
    for (const candidate of this.#best) {
      const group = groupOf(candidate.wording);
      addSource(group.sources, candidate.article);
      if (!heads.has(group)) heads.set(group, candidate);
    }
    const reporting = new Set<Group>();
    let articles = 0;
    for (const report of [...this.#reports.values()].sort((a, b) => a.wording.id - b.wording.id)) {
      const group = groupOf(report.wording);
      group.articles += report.articles;
      articles += report.articles;
      for (const source of report.sources) addSource(group.sources, source);
      if (group.articles > 0) reporting.add(group);
    }
    const shown = [...heads].slice(0, this.#shown);
    return {
      evidence: shown.map(([{ sources }, candidate]) => shownEvidence(candidate, sources)),
      independent: articles === 0 ? 1 : reporting.size / articles,
    };
  }

  #count(wording: Wording, articles: number, sources: readonly string[]): void {
    if (wording.id > this.#limit) return;
    let report = this.#reports.get(wording.id);
    if (!report) {
      this.#reports.set(wording.id, (report = { wording, articles: 0, sources: [] }));
      if (this.#reports.size > 2 * REPORTS_KEPT) this.#sample();
    }
    report.articles += articles;
    for (const source of sources) addSource(report.sources, source);
  }

  /** Keeps the wordings with the lowest hashes; what is left out can never come back, so no count is lost. */
  #sample(): void {
    const ids = [...this.#reports.keys()].filter(id => id <= this.#limit).sort((a, b) => a - b);
    if (ids.length > REPORTS_KEPT) this.#limit = ids[REPORTS_KEPT - 1];
    else if (ids.length === this.#reports.size) return;
    this.#reports = new Map(ids.slice(0, REPORTS_KEPT).map(id => [id, this.#reports.get(id)!]));
  }

  /** Keeps the best candidates, one per wording. */
  #offer(candidate: Candidate): void {
    const best = this.#best;
    const known = best.findIndex(({ wording }) => wording.id === candidate.wording.id);
    if (known >= 0) {
      if (compareCandidates(best[known], candidate) <= 0) return;
      best.splice(known, 1);
    }
    const room = this.#shown * SPARE;
    if (best.length >= room && compareCandidates(best[room - 1], candidate) <= 0) return;
    const place = best.findIndex(other => compareCandidates(other, candidate) > 0);
    const kept = { ...candidate, sentence: detached(candidate.sentence) };
    if (place < 0) best.push(kept);
    else best.splice(place, 0, kept);
    if (best.length > room) best.pop();
  }
}

function shownEvidence({ article, path, line, sentence, entities }: Candidate, sources: readonly string[]): Evidence {
  const others = sources.filter(source => source !== article);
  return { article, path, line, sentence, entities, ...(others.length > 0 ? { sources: others } : {}) };
}
