/** The country of an office that does not state one: from the gazetteer, the sentence or the article, and marked so. */
import { sentenceStarts } from '../text/sentences.ts';
import type { FoundCountry } from './countries.ts';
import { type Draft, precedes } from './draft.ts';
import type { CountryBasis } from './mention.ts';
import type { ArticleScan } from './scan.ts';

const STATES: ReadonlySet<string> = new Set(['name', 'demonym', 'capital']);
/** How far behind a minister with a country the next one still shares it («وزير الخارجية التركي فلان، ووزير الدفاع فلان»). */
const SHARED_WITHIN = 6;
/** How far before an office a country is taken to be its own. */
const NEAR = 3;

/** Infers countries for the drafts of one article. */
export class CountryInference {
  readonly #article: ArticleScan;
  readonly #countries: readonly (readonly FoundCountry[])[];
  readonly #evidence: ReadonlyMap<string, number>;
  readonly #starts: (number[] | undefined)[] = [];

  constructor(
    article: ArticleScan,
    countries: readonly (readonly FoundCountry[])[],
    evidence: ReadonlyMap<string, number>,
  ) {
    this.#article = article;
    this.#countries = countries;
    this.#evidence = evidence;
  }

  /** Fills in country and basis of a draft; leaves them open when nothing tells. */
  infer(draft: Draft, drafts: readonly Draft[]): void {
    if (draft.country !== null || draft.group) return;
    // In order of trust; each is asked only when the one before does not tell.
    const ways: readonly (readonly [CountryBasis, () => string | undefined])[] = [
      ['sentence', () => this.#shared(draft, drafts)],
      ['article', () => sameOffice(draft, drafts)],
      ['sentence', () => this.#near(draft)],
      ['sentence', () => this.#sentence(draft)],
      ['article', () => this.#main()],
    ];
    for (const [basis, ask] of ways) {
      const country = ask();
      if (country === undefined) continue;
      draft.country = country;
      draft.basis = basis;
      return;
    }
  }

  #shared(draft: Draft, drafts: readonly Draft[]): string | undefined {
    const last = drafts.filter(other => other.scan === draft.scan && other.to < draft.from && !other.group).at(-1);
    const near = last && last.country !== null && last.basis !== 'article' && draft.from - last.to <= SHARED_WITHIN;
    return near && this.#sentenceOf(last) === this.#sentenceOf(draft) && last.office !== draft.office
      ? last.country!
      : undefined;
  }

  #sentenceOf(draft: Draft): number {
    return this.#bounds(draft.scan, draft.from).from;
  }

  #bounds(index: number, token: number): { from: number; to: number } {
    const { tokens } = this.#article.scans[index].segment;
    this.#starts[index] ??= sentenceStarts(tokens, this.#article.reading.vocabulary);
    const starts = this.#starts[index];
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= token) low = middle;
      else high = middle;
    }
    return { from: starts[low], to: starts[low + 1] ?? tokens.count };
  }

  /** A country a few words before («ووفد أمريكي برئاسة مساعد وزير الدفاع»). */
  #near(draft: Draft): string | undefined {
    const { from } = this.#bounds(draft.scan, draft.from);
    const before = this.#countries[draft.scan].filter(({ hit }) => hit.to < draft.from && hit.from >= from).at(-1);
    return before && draft.from - before.hit.to <= NEAR && STATES.has(before.mention.kind)
      ? before.mention.id
      : undefined;
  }

  /** The only country of the sentence, if it stands before the office or the article is about it, too. */
  #sentence(draft: Draft): string | undefined {
    const { from, to } = this.#bounds(draft.scan, draft.from);
    const ids = new Set<string>();
    let before = false;
    for (const { hit, mention } of this.#countries[draft.scan]) {
      if (hit.from < from || hit.to >= to || !STATES.has(mention.kind)) continue;
      ids.add(mention.id);
      before ||= hit.from < draft.from;
    }
    const [id] = ids;
    return ids.size === 1 && (before || this.#main() === id) ? id : undefined;
  }

  /** The country of which the article says most; of two alike the one named first. */
  #main(): string | undefined {
    let best: string | undefined;
    let most = 0;
    for (const [id, weight] of this.#evidence) if (weight > most) [best, most] = [id, weight];
    return best;
  }
}

/** The country that the same office has elsewhere in the article: the latest before, else the first behind. */
function sameOffice(draft: Draft, drafts: readonly Draft[]): string | undefined {
  let found: string | undefined;
  for (const other of drafts) {
    const sure = other.basis === 'stated' || other.basis === 'gazetteer';
    if (
      other === draft ||
      other.office !== draft.office ||
      other.rank !== draft.rank ||
      !sure ||
      other.country === null
    )
      continue;
    if (precedes(other, draft)) found = other.country;
    else return found ?? other.country;
  }
  return found;
}
