/**
 * Frequencies of words. The inner loop counts types: an array cell per token. Lemmas, labels and shares are worked out
 * once, at the end.
 */
import type { Reading } from '../article/reading.ts';
import { compareCodePoints } from '../text/order.ts';
import type { WordIndex } from '../text/word-index.ts';
import type { Aggregate } from './aggregate.ts';

/** Frequencies of one lemma or form. */
export interface WordFrequency {
  /** What people read: the lexicon's lemma, or the commonest form of an unknown word. */
  readonly label: string;
  readonly lemma: string;
  readonly pos?: string;
  readonly count: number;
  /** Articles in which it occurs. */
  readonly articles: number;
  /** Written forms with their counts, the commonest first. */
  readonly forms: readonly { readonly form: string; readonly count: number }[];
}

/** What a keyword count is asked for. */
export interface KeywordOptions {
  readonly by: 'lemma' | 'surface';
  readonly keepStopWords: boolean;
  readonly labelForm: 'lemma' | 'surface';
}

/** Plain data of a keyword count: types by their source form, document frequencies by lemma or form. */
export interface KeywordPartial {
  readonly forms: readonly (readonly [string, number])[];
  readonly articles: readonly (readonly [string, number])[];
  readonly tokens: number;
  readonly documents: number;
}

/** Outcome of a keyword count. Rows are sorted by count, then by label in code-unit order. */
export interface Keywords {
  readonly tokens: number;
  readonly articles: number;
  readonly words: readonly WordFrequency[];
}

function grown(array: Uint32Array<ArrayBuffer>, index: number): Uint32Array<ArrayBuffer> {
  if (index < array.length) return array;
  const larger = new Uint32Array(Math.max(array.length * 2, index + 1));
  larger.set(array);
  return larger;
}

/** A lemma may hold words of two tags («عربي»): the one of most tokens names it, whatever was read first. */
function commonestTag(
  index: WordIndex,
  types: readonly (readonly [type: number, count: number])[],
): string | undefined {
  const tags = new Map<string, number>();
  for (const [type, tokens] of types) {
    const { pos } = index.analysis(type);
    if (pos !== undefined) tags.set(pos, (tags.get(pos) ?? 0) + tokens);
  }
  return [...tags].sort((a, b) => b[1] - a[1] || compareCodePoints(a[0], b[0]))[0]?.[0];
}

/** The row of one lemma or form from its types with their counts: label, lemma, part of speech, forms. */
export function describeWord(
  index: WordIndex,
  { by, labelForm }: Pick<KeywordOptions, 'by' | 'labelForm'>,
  types: readonly (readonly [type: number, count: number])[],
  articles: number,
): WordFrequency {
  const forms = new Map<string, number>();
  const inner = new Map<string, number>();
  let count = 0;
  for (const [type, tokens] of types) {
    const form = index.vocabulary.form(type);
    const { start, end } = index.analysis(type);
    count += tokens;
    forms.set(form, (forms.get(form) ?? 0) + tokens);
    inner.set(form.slice(start, end), (inner.get(form.slice(start, end)) ?? 0) + tokens);
  }
  const sorted = [...forms].sort((a, b) => b[1] - a[1] || compareCodePoints(a[0], b[0]));
  const { lemma, origin } = index.lemma(index.lemmaId(types[0][0]));
  const pos = commonestTag(index, types);
  // Of forms equally frequent the lemma's own comes first: the singular before its plurals.
  const isLemma = (form: string): number => Number(form === lemma);
  const commonest = [...inner].sort(
    (a, b) => b[1] - a[1] || isLemma(b[0]) - isLemma(a[0]) || compareCodePoints(a[0], b[0]),
  )[0][0];
  const readable = labelForm === 'lemma' && origin === 'lexicon' ? lemma : commonest;
  return {
    label: by === 'surface' ? sorted[0][0] : readable,
    lemma: origin === 'lexicon' ? lemma : commonest,
    ...(pos === undefined ? {} : { pos }),
    count,
    articles,
    forms: sorted.map(([form, tokens]) => ({ form, count: tokens })),
  };
}

/** Counts lemmas (or forms) with document frequency. */
export class KeywordCounts implements Aggregate<KeywordPartial, Keywords> {
  readonly #index: WordIndex;
  readonly #options: KeywordOptions;
  #typeCounts = new Uint32Array(1 << 12);
  #documentCounts = new Uint32Array(1 << 12);
  #lastSeen = new Uint32Array(1 << 12);
  #tokens = 0;
  #documents = 0;
  /** Unit ids by form, for `--by surface`: types that differ in noise only are one form. */
  readonly #formIds = new Map<string, number>();
  readonly #unitOfType: number[] = [];

  constructor(index: WordIndex, options: KeywordOptions) {
    this.#index = index;
    this.#options = options;
  }

  add(reading: Reading): void {
    const { vocabulary } = this.#index;
    const stamp = ++this.#documents;
    for (const { tokens } of reading.segments) {
      const { types, count } = tokens;
      this.#typeCounts = grown(this.#typeCounts, vocabulary.size);
      const counts = this.#typeCounts;
      for (let i = 0; i < count; i++) {
        const type = types[i];
        if (!vocabulary.isWord(type)) continue;
        this.#tokens++;
        counts[type]++;
        const unit = this.#unit(type);
        if (unit >= this.#lastSeen.length) this.#growUnits(unit);
        if (this.#lastSeen[unit] !== stamp) {
          this.#lastSeen[unit] = stamp;
          this.#documentCounts[unit]++;
        }
      }
    }
  }

  merge(other: KeywordPartial): void {
    const { vocabulary } = this.#index;
    for (const [form, count] of other.forms) {
      const type = vocabulary.internWord(form);
      this.#typeCounts = grown(this.#typeCounts, type);
      this.#typeCounts[type] += count;
      this.#unit(type);
    }
    for (const [name, documents] of other.articles) {
      const unit = this.#options.by === 'lemma' ? this.#index.idOf(name) : this.#formIds.get(name)!;
      if (unit >= this.#lastSeen.length) this.#growUnits(unit);
      this.#documentCounts[unit] += documents;
    }
    this.#tokens += other.tokens;
    this.#documents += other.documents;
  }

  partial(): KeywordPartial {
    const { vocabulary } = this.#index;
    const forms: [string, number][] = [];
    const units = new Map<string, number>();
    for (let type = 0; type < vocabulary.size; type++) {
      const count = this.#typeCounts[type] ?? 0;
      if (count === 0) continue;
      forms.push([vocabulary.surface(type), count]);
      const unit = this.#unit(type);
      units.set(this.#unitName(type, unit), this.#documentCounts[unit]);
    }
    return { forms, articles: [...units], tokens: this.#tokens, documents: this.#documents };
  }

  finish(): Keywords {
    const { vocabulary } = this.#index;
    const typesOf = new Map<number, number[]>();
    for (let type = 0; type < vocabulary.size; type++) {
      if (!this.#typeCounts[type]) continue;
      if (!this.#options.keepStopWords && this.#index.isStop(type)) continue;
      const unit = this.#unit(type);
      const types = typesOf.get(unit);
      if (types) types.push(type);
      else typesOf.set(unit, [type]);
    }
    const words = [...typesOf].map(([unit, types]) => {
      const counts = types.map(type => [type, this.#typeCounts[type]] as const);
      return describeWord(this.#index, this.#options, counts, this.#documentCounts[unit]);
    });
    words.sort(
      (a, b) => b.count - a.count || compareCodePoints(a.label, b.label) || compareCodePoints(a.lemma, b.lemma),
    );
    return { tokens: this.#tokens, articles: this.#documents, words };
  }

  /** Id of what is counted together with `type`: its lemma's, or its form's. */
  #unit(type: number): number {
    if (this.#options.by === 'lemma') return this.#index.lemmaId(type);
    const known = this.#unitOfType[type];
    if (known !== undefined) return known;
    const form = this.#index.vocabulary.form(type);
    let id = this.#formIds.get(form);
    if (id === undefined) this.#formIds.set(form, (id = this.#formIds.size));
    this.#unitOfType[type] = id;
    return id;
  }

  #unitName(type: number, unit: number): string {
    return this.#options.by === 'lemma' ? this.#index.lemma(unit).lemma : this.#index.vocabulary.form(type);
  }

  #growUnits(unit: number): void {
    this.#lastSeen = grown(this.#lastSeen, unit);
    this.#documentCounts = grown(this.#documentCounts, unit);
  }
}
