/**
 * The sentences that speak of one date: how many reports there are when copies count once, and the best few to show.
 * Bounded however many articles come, and the same in whatever order they come and partial results merge.
 */
import { compareCodePoints } from '../text/order.ts';
import { type Candidate, compareCandidates, type Evidence, keptCandidate } from './candidate.ts';
import { type Wording, WordingGroups } from './wording.ts';

/** What is known of one wording. */
interface Report {
  /** Its best sentence. */
  best: Candidate;
  /** Articles whose first sentence about the date this is. */
  articles: number;
  /** Articles that have it, the first few in code-point order. */
  readonly sources: string[];
}

/** Plain data for merging. */
export interface SentencesPartial {
  readonly reports: readonly Readonly<Report>[];
  readonly best: readonly Candidate[];
  readonly limit: number;
}

/** Near-identical wordings. */
interface Group {
  articles: number;
  readonly sources: string[];
}

/**
 * Wordings kept per date; beyond it those with the lowest hashes stand for all, which is a random sample that does not
 * depend on the order (k minimum values: Bar-Yossef et al. 2002).
 */
const REPORTS_KEPT = 96;
/** Wordings beyond that before the sample is drawn anew: a few more in memory for far fewer sorts. */
const SLACK = 32;
const SOURCES_KEPT = 20;
/** Candidates kept per sentence shown, since some will prove to be copies. */
const SPARE = 4;

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
    const kept = this.#count(candidate, fresh ? 1 : 0, [candidate.article]);
    this.#offer(candidate, kept);
  }

  merge({ reports, best, limit }: SentencesPartial): void {
    this.#limit = Math.min(this.#limit, limit);
    for (const report of reports) this.#count(report.best, report.articles, report.sources);
    for (const candidate of best) this.#offer(candidate);
  }

  partial(): SentencesPartial {
    this.#sample();
    const reports = [...this.#reports.values()].map(report => ({ ...report, sources: [...report.sources] }));
    return { reports, best: [...this.#best], limit: this.#limit };
  }

  /** Evidence: leads first, among them what most articles have, then by rank; and the share of articles that report by themselves (0 to 1]. */
  finish(): { readonly evidence: Evidence[]; readonly independent: number } {
    this.#sample();
    const reports = [...this.#reports.values()];
    const groups = new WordingGroups<Group>();
    const groupOf = (wording: Wording): Group => groups.groupOf(wording, () => ({ articles: 0, sources: [] }));
    const heads = new Map<Group, Candidate>();
    for (const candidate of [...this.#best, ...reports.map(({ best }) => best)].sort(compareCandidates)) {
      const group = groupOf(candidate.wording);
      addSource(group.sources, candidate.article);
      if (!heads.has(group)) heads.set(group, candidate);
    }
    for (const { best, articles, sources } of reports) {
      const group = groupOf(best.wording);
      group.articles += articles;
      for (const source of sources) addSource(group.sources, source);
    }
    return { evidence: this.#evidence(heads), independent: independence([...heads.keys()]) };
  }

  #evidence(heads: ReadonlyMap<Group, Candidate>): Evidence[] {
    const ranked = [...heads].sort(
      ([one, a], [other, b]) =>
        Number(b.lead) - Number(a.lead) || other.sources.length - one.sources.length || compareCandidates(a, b),
    );
    return ranked.slice(0, this.#shown).map(([{ sources }, candidate]) => shownEvidence(candidate, sources));
  }

  /** Counts a wording; gives the candidate as it was kept, if it was. */
  #count(candidate: Candidate, articles: number, sources: readonly string[]): Candidate | undefined {
    const { id } = candidate.wording;
    if (id > this.#limit) return undefined;
    let report = this.#reports.get(id);
    const better = report === undefined || compareCandidates(candidate, report.best) < 0;
    const kept = better ? keptCandidate(candidate) : undefined;
    if (!report) this.#reports.set(id, (report = { best: kept!, articles: 0, sources: [] }));
    else if (kept) report.best = kept;
    report.articles += articles;
    for (const source of sources) addSource(report.sources, source);
    if (this.#reports.size > REPORTS_KEPT + SLACK) this.#sample();
    return kept;
  }

  /** Keeps the wordings with the lowest hashes; what is left out can never come back, so no count is lost. */
  #sample(): void {
    const ids = [...this.#reports.keys()].filter(id => id <= this.#limit).sort((a, b) => a - b);
    if (ids.length > REPORTS_KEPT) this.#limit = ids[REPORTS_KEPT - 1];
    else if (ids.length === this.#reports.size) return;
    this.#reports = new Map(ids.slice(0, REPORTS_KEPT).map(id => [id, this.#reports.get(id)!]));
  }

  /** Keeps the best candidates, one per wording: the sample alone might miss them. `kept`: the candidate as kept already. */
  #offer(candidate: Candidate, kept?: Candidate): void {
    const best = this.#best;
    const room = this.#shown * SPARE;
    if (best.length >= room && compareCandidates(best[room - 1], candidate) <= 0) return;
    const { id } = candidate.wording;
    const known = best.findIndex(({ wording }) => wording.id === id);
    if (known >= 0) {
      if (compareCandidates(best[known], candidate) <= 0) return;
      best.splice(known, 1);
    }
    const place = best.findIndex(other => compareCandidates(other, candidate) > 0);
    best.splice(place < 0 ? best.length : place, 0, kept ?? keptCandidate(candidate));
    if (best.length > room) best.pop();
  }
}

/** Groups of copies per article; 1 where nothing is copied. */
function independence(groups: readonly Group[]): number {
  const reporting = groups.filter(({ articles }) => articles > 0);
  const articles = reporting.reduce((sum, group) => sum + group.articles, 0);
  return articles === 0 ? 1 : reporting.length / articles;
}

function shownEvidence(candidate: Candidate, sources: readonly string[]): Evidence {
  const { article, path, line, sentence, surface, entities } = candidate;
  const others = sources.filter(source => source !== article);
  return { article, path, line, sentence, surface, entities, ...(others.length > 0 ? { sources: others } : {}) };
}
