/** The country of an office that does not state one: from the gazetteer, the sentence or the article, and marked so. */
import { sentenceStarts } from '../text/sentences.ts';
import { Gap } from '../text/tokenise.ts';
import type { FoundCountry } from './countries.ts';
import { COUNTERPART_WITHIN, type Draft } from './draft.ts';
import type { CountryBasis } from './mention.ts';
import type { ArticleScan } from './scan.ts';

const STATES: ReadonlySet<string> = new Set(['name', 'demonym', 'capital']);
/** How far behind a minister with a country the next one still shares it («وزير الخارجية التركي فلان، ووزير الدفاع فلان»). */
const SHARED_WITHIN = 6;
/** How far before an office a country is taken to be its own. */
const NEAR = 3;

/** How many holders of an office before and behind a draft are asked for their countries. */
const LOOK_ROUND = 20;

/** Infers countries for the drafts of one article. */
export class CountryInference {
  readonly #article: ArticleScan;
  readonly #countries: readonly (readonly FoundCountry[])[];
  readonly #evidence: ReadonlyMap<string, number>;
  readonly #starts: (number[] | undefined)[] = [];
  readonly #drafts: readonly Draft[];
  #others: string | undefined;
  /** Office and rank → those of a sure country, in order. */
  readonly #sure = new Map<string, { order: number; country: string; holder: Draft }[]>();

  constructor(
    article: ArticleScan,
    countries: readonly (readonly FoundCountry[])[],
    evidence: ReadonlyMap<string, number>,
    drafts: readonly Draft[],
  ) {
    this.#drafts = drafts;
    for (const [order, draft] of drafts.entries()) this.#enter(draft, order);
    this.#article = article;
    this.#countries = countries;
    this.#evidence = evidence;
  }

  /** Fills in country and basis of the draft of a number; leaves them open when nothing tells. */
  infer(draft: Draft, order: number): void {
    // A counterpart is of another country, which only the text can name.
    if (draft.country !== null || draft.group || draft.counterpart || draft.scope.length > 0) return;
    const others = this.#rivals(draft, order);
    const counterparts = this.#counterparts(draft, order);
    if (counterparts !== undefined) others.add(counterparts);
    // In order of trust; each is asked only when the one before does not tell.
    const ways: readonly (readonly [CountryBasis, () => string | undefined])[] = [
      ['sentence', () => this.#shared(draft, order)],
      ['sentence', () => this.#inside(draft)],
      ['sentence', () => this.#speakers(draft)],
      ['article', () => this.#sameOffice(draft, order)],
      ['sentence', () => this.#near(draft)],
      ['sentence', () => this.#sentence(draft)],
      ['article', () => this.#main() ?? this.#ofOthers()],
    ];
    for (const [basis, ask] of ways) {
      const country = ask();
      if (country === undefined || others.has(country)) continue;
      draft.country = country;
      draft.basis = basis;
      if (basis === 'sentence') this.#enter(draft, order);
      return;
    }
  }

  /** The country of the counterpart whom the minister meets. */
  #counterparts(draft: Draft, order: number): string | undefined {
    const next = this.#drafts[order + 1];
    const meets = next?.counterpart && next.scan === draft.scan && next.from - draft.to <= COUNTERPART_WITHIN;
    return meets ? (next.country ?? undefined) : undefined;
  }

  /** Countries of which somebody else holds the office: in «استقبل وزير الخارجية فلان وزير خارجية … فلانا» the first is of another. */
  #rivals({ office, rank, former, keys }: Draft, order: number): Set<string> {
    const rivals = new Set<string>();
    if (former || keys.length === 0) return rivals;
    const list = this.#sure.get(`${office} ${rank}`) ?? [];
    const place = firstIndex(list.length, i => list[i].order > order);
    for (const { country, holder } of list.slice(Math.max(0, place - LOOK_ROUND), place + LOOK_ROUND)) {
      const isElse = holder.keys.length > 0 && !holder.former && !holder.keys.some(key => keys.includes(key));
      if (isElse) rivals.add(country);
    }
    return rivals;
  }

  #enter(draft: Draft, order: number): void {
    if (draft.country === null || draft.group || draft.counterpart) return;
    const key = `${draft.office} ${draft.rank}`;
    const list = this.#sure.get(key);
    if (list)
      list.splice(
        firstIndex(list.length, i => list[i].order > order),
        0,
        { order, country: draft.country, holder: draft },
      );
    else this.#sure.set(key, [{ order, country: draft.country, holder: draft }]);
  }

  /** The country that the same office has elsewhere in the article: the latest before, else the first behind. */
  #sameOffice(draft: Draft, order: number): string | undefined {
    const list = this.#sure.get(`${draft.office} ${draft.rank}`);
    if (!list) return undefined;
    const behind = firstIndex(list.length, i => list[i].order > order);
    return list[Math.max(0, behind - 1)].country;
  }

  #shared(draft: Draft, order: number): string | undefined {
    let at = order - 1;
    while (at >= 0 && this.#drafts[at].group && draft.from - this.#drafts[at].to <= SHARED_WITHIN) at--;
    const last = this.#drafts[at];
    if (!last || last.scan !== draft.scan || last.group || last.to >= draft.from) return undefined;
    const near = last.country !== null && last.basis !== 'article' && draft.from - last.to <= SHARED_WITHIN;
    const shares = near && this.#sentenceOf(last) === this.#sentenceOf(draft) && last.office !== draft.office;
    return shares ? last.country! : undefined;
  }

  #sentenceOf(draft: Draft): number {
    return this.#bounds(draft.scan, draft.from).from;
  }

  #bounds(index: number, token: number): { from: number; to: number } {
    const { tokens } = this.#article.scans[index].segment;
    this.#starts[index] ??= sentenceStarts(tokens, this.#article.reading.vocabulary);
    const starts = this.#starts[index];
    const low = Math.max(0, firstIndex(starts.length, i => starts[i] > token) - 1);
    return { from: starts[low], to: starts[low + 1] ?? tokens.count };
  }

  /** «مدير المخابرات السورية: أنا ووزير الدفاع لم نعلم»: who speaks says so of his own country. */
  #speakers(draft: Draft): string | undefined {
    const { tokens } = this.#article.scans[draft.scan].segment;
    let colon = draft.from - 1;
    while (colon > 0 && draft.from - colon <= NEAR && !this.#isColon(tokens.types[colon])) colon--;
    if (colon <= 0 || draft.from - colon > NEAR) return undefined;
    const found = this.#countries[draft.scan];
    const before = found[firstIndex(found.length, i => found[i].hit.to >= colon) - 1];
    const near = before !== undefined && colon - before.hit.to <= NEAR && before.mention.kind === 'demonym';
    if (!near) return undefined;
    for (let at = before.hit.to + 1; at <= draft.from; at++) if (tokens.gaps[at] > Gap.Space) return undefined;
    return before.mention.id;
  }

  #isColon(type: number): boolean {
    return this.#article.reading.vocabulary.form(type) === ':';
  }

  /** A country a few words before («ووفد أمريكي برئاسة مساعد وزير الدفاع»). */
  #near(draft: Draft): string | undefined {
    const { from } = this.#bounds(draft.scan, draft.from);
    const found = this.#countries[draft.scan];
    const before = found[firstIndex(found.length, i => found[i].hit.to >= draft.from) - 1];
    if (!before || before.hit.from < from) return undefined;
    return draft.from - before.hit.to <= NEAR && STATES.has(before.mention.kind) ? before.mention.id : undefined;
  }

  /** «وزير الصحة في لبنان»: the country behind the office. */
  #inside({ scan, to, name }: Draft): string | undefined {
    if (name && name.to === to) return undefined;
    const at = this.#article.after(this.#article.scans[scan], to);
    if (at < 0 || this.#article.key(this.#article.scans[scan], at) !== 'في') return undefined;
    const found = this.#countries[scan];
    const behind = found[firstIndex(found.length, i => found[i].hit.from > at)];
    return behind?.hit.from === at + 1 && behind.mention.kind === 'name' ? behind.mention.id : undefined;
  }

  /** The country of most other ministers: a text that names no country tells it by the ministers it names. */
  #ofOthers(): string | undefined {
    this.#others ??= mostFrequent(
      this.#drafts.flatMap(({ country, group }) => (country !== null && !group ? country : [])),
    );
    return this.#others === '' ? undefined : this.#others;
  }

  /** The only country of the sentence, if it stands before the office or the article is about it, too. */
  #sentence(draft: Draft): string | undefined {
    const { from, to } = this.#bounds(draft.scan, draft.from);
    const ids = new Set<string>();
    let before = false;
    const found = this.#countries[draft.scan];
    for (
      let i = firstIndex(found.length, j => found[j].hit.from >= from);
      i < found.length && found[i].hit.to < to;
      i++
    ) {
      const { hit, mention } = found[i];
      if (!STATES.has(mention.kind)) continue;
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

/** The first of the most frequent; '' of none. */
function mostFrequent(ids: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  let best = '';
  for (const [id, count] of counts) if (count > (counts.get(best) ?? 0)) best = id;
  return best;
}

/** The first of `count` ordered things for which `holds` is true (and stays so); `count` when it never is. */
function firstIndex(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
