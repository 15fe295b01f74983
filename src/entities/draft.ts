/** A minister mention in the making: tokens instead of offsets, open questions still open. */
import type { CountryBasis, MinisterMention, PersonReference, Rank } from './mention.ts';
import type { FoundName } from './person-name.ts';

/** Farthest that «نظيره» stands behind the minister it belongs to. */
export const COUNTERPART_WITHIN = 40;

export interface Draft {
  /** Index of the segment, first and last token, letters of clitics before the first. */
  readonly scan: number;
  readonly from: number;
  readonly skip: number;
  to: number;
  kind: MinisterMention['kind'];
  office: string;
  country: string | null;
  basis?: CountryBasis;
  readonly rank: Rank;
  former: boolean;
  readonly acting: boolean;
  readonly group: boolean;
  readonly scope: readonly string[];
  name?: FoundName;
  /** Word keys of the name. */
  keys: readonly string[];
  /** Id of the gazetteer, once known. */
  personId?: string;
  /** The name as it was introduced, of one who stands here by a part of it and is in no list. */
  fullName?: string;
  /** The person meant by a mention without a name: set by coreference. */
  person?: PersonReference;
  /** The bare «الوزير»: office and country are those of the minister it refers to. */
  readonly bare: boolean;
  /** The office is named in the feminine («وزيرة»). */
  readonly feminine?: boolean;
  /** «نظيره»: somebody else than the minister before. */
  readonly counterpart?: boolean;
  /** «وزيرا للخارجية»: said of somebody, and of nobody who held the office otherwise. */
  readonly predicative?: boolean;
  /** Country and basis of «الوزير فلان», should nothing else tell them. */
  guess?: Pick<Draft, 'country' | 'basis'>;
  /** The next or last draft, when it names the person of this one («رئيس الوزراء ووزير الداخلية فلان»). */
  same?: Draft;
}

/** Position order inside an article. */
export function precedes(a: Pick<Draft, 'scan' | 'from'>, b: Pick<Draft, 'scan' | 'from'>): boolean {
  return a.scan < b.scan || (a.scan === b.scan && a.from < b.from);
}

/** The drafts of single ministers by the tokens they stand on: nothing is taken twice, and no list is searched. */
export class DraftIndex {
  readonly #byToken: Map<number, Draft>[] = [];

  /** Enters a draft; groups are not entered, for names may stand in them. */
  add(draft: Draft): void {
    if (draft.group) return;
    this.#byToken[draft.scan] ??= new Map();
    for (let token = draft.from; token <= draft.to; token++) this.#byToken[draft.scan].set(token, draft);
    // «وزيري الدفاع والداخلية فلان وفلان»: the name stands apart from its office.
    const { from, to } = draft.name ?? draft;
    for (let token = Math.max(from, draft.to + 1); token <= to; token++) this.#byToken[draft.scan].set(token, draft);
  }

  at(scan: number, token: number): Draft | undefined {
    return this.#byToken[scan]?.get(token);
  }

  isTaken(scan: number, from: number, to: number): boolean {
    for (let token = from; token <= to; token++) if (this.at(scan, token)) return true;
    return false;
  }

  /** The nearest draft that ends at most `within` tokens before a token. */
  before(scan: number, token: number, within: number): Draft | undefined {
    for (let at = token - 1; at >= 0 && token - at <= within; at--) {
      const draft = this.at(scan, at);
      if (draft) return draft;
    }
    return undefined;
  }
}
