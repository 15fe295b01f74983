/**
 * Frequencies of words. The inner loop counts types: an array cell per token. Lemmas, labels and shares are worked out
 * once, at the end.
 */
import type { Reading } from '../article/reading.ts';
import { grown } from '../text/grown.ts';
import { compareCodePoints } from '../text/order.ts';
import type { WordIndex } from '../text/word-index.ts';
import type { Aggregate } from './aggregate.ts';
import { atLeastAsGreat } from './first-rows.ts';

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

/** Which rows are wanted: the first `top` (0 for all) by a figure, of those that are frequent enough. */
export interface WordSelection {
  readonly minCount?: number | undefined;
  readonly minArticles?: number | undefined;
  readonly sort?: 'count' | 'articles' | 'label';
  readonly top?: number | undefined;
}

/** Outcome of a keyword count. Rows are sorted as asked (by count unless otherwise), ties by count, then by label in code-point order. */
export interface Keywords {
  readonly tokens: number;
  readonly articles: number;
  readonly words: readonly WordFrequency[];
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

const FIRST_TYPES = 1 << 12;
/** Cells of a type: its count, the last article that holds it, and its unit (0 not yet known, -1 not counted). */
const TYPE_CELLS = 4;
const SEEN = 1;
const UNIT = 2;
/** Cells of a unit, which is what is counted together: the last article that holds it, and how many do. */
const UNIT_CELLS = 2;

/** Counts lemmas (or forms) with document frequency. */
export class KeywordCounts implements Aggregate<KeywordPartial, Keywords> {
  readonly #index: WordIndex;
  readonly #options: KeywordOptions;
  /** Per type {@link TYPE_CELLS} cells side by side, so that a token costs one look into memory. */
  #types = new Int32Array(FIRST_TYPES * TYPE_CELLS);
  /** Per unit the last article that holds it, and how many do. */
  #units = new Int32Array(FIRST_TYPES * UNIT_CELLS);
  #tokens = 0;
  #documents = 0;
  /** Unit ids by form, for `--by surface`: types that differ in noise only are one form. */
  readonly #formIds = new Map<string, number>();

  constructor(index: WordIndex, options: KeywordOptions) {
    this.#index = index;
    this.#options = options;
  }

  add(reading: Reading): void {
    const article = ++this.#documents;
    this.#types = grown(this.#types, this.#index.vocabulary.size * TYPE_CELLS);
    const cells = this.#types;
    for (const { tokens } of reading.segments) {
      const { types, count } = tokens;
      this.#tokens += tokens.words;
      for (let i = 0; i < count; i++) {
        const cell = types[i] * TYPE_CELLS;
        cells[cell]++;
        if (cells[cell + SEEN] === article) continue;
        cells[cell + SEEN] = article;
        const unit = cells[cell + UNIT] || this.#findUnit(types[i]);
        if (unit > 0) this.#addArticle(unit, article);
      }
    }
  }

  merge(other: KeywordPartial): void {
    const { vocabulary } = this.#index;
    for (const [form, count] of other.forms) {
      const type = vocabulary.internWord(form);
      this.#types = grown(this.#types, (type + 1) * TYPE_CELLS);
      this.#types[type * TYPE_CELLS] += count;
      this.#unit(type);
    }
    for (const [name, documents] of other.articles) this.#units[this.#unitNamed(name) * UNIT_CELLS + 1] += documents;
    this.#tokens += other.tokens;
    this.#documents += other.documents;
  }

  partial(): KeywordPartial {
    const { vocabulary } = this.#index;
    const forms: [string, number][] = [];
    const units = new Map<string, number>();
    for (const type of this.#counted()) {
      forms.push([vocabulary.surface(type), this.#count(type)]);
      const unit = this.#unit(type);
      units.set(this.#unitName(type, unit), this.#articles(unit));
    }
    return { forms, articles: [...units], tokens: this.#tokens, documents: this.#documents };
  }

  finish({ minCount = 1, minArticles = 1, sort = 'count', top = 0 }: WordSelection = {}): Keywords {
    const rated = this.#rated();
    const { units, counts } = this.#countsByUnit(rated);
    const wanted = units.filter(unit => counts[unit] >= minCount && this.#articles(unit) >= minArticles);
    // Labels cost more than counts: only rows that can be among the first get one.
    const figure = sort === 'articles' ? (unit: number) => this.#articles(unit) : (unit: number) => counts[unit];
    const chosen = atLeastAsGreat(wanted, sort === 'label' ? 0 : top, figure);
    const typesOf = this.#typesOf(chosen, rated);
    const words = chosen.map(unit =>
      describeWord(this.#index, this.#options, typesOf.get(unit)!, this.#articles(unit)),
    );
    const byLabel = (a: WordFrequency, b: WordFrequency): number =>
      compareCodePoints(a.label, b.label) || compareCodePoints(a.lemma, b.lemma);
    words.sort((a, b) => (sort === 'label' ? byLabel(a, b) : b[sort] - a[sort] || b.count - a.count || byLabel(a, b)));
    return { tokens: this.#tokens, articles: this.#documents, words: top === 0 ? words : words.slice(0, top) };
  }

  /** Word types that occur and are no stop words, unless these are kept. */
  #rated(): number[] {
    const { keepStopWords } = this.#options;
    return this.#counted().filter(type => keepStopWords || !this.#index.isStop(type));
  }

  /** The units of types in the order of their first types, and the sums of their counts by unit. */
  #countsByUnit(types: readonly number[]): { units: number[]; counts: Float64Array } {
    const units: number[] = [];
    const counts = new Float64Array(this.#units.length / UNIT_CELLS);
    for (const type of types) {
      const unit = this.#unit(type);
      if (counts[unit] === 0) units.push(unit);
      counts[unit] += this.#count(type);
    }
    return { units, counts };
  }

  /** The types of each of these units with their counts. */
  #typesOf(units: readonly number[], types: readonly number[]): Map<number, (readonly [number, number])[]> {
    const typesOf = new Map(units.map(unit => [unit, [] as (readonly [number, number])[]]));
    for (const type of types) typesOf.get(this.#unit(type))?.push([type, this.#count(type)]);
    return typesOf;
  }

  /** Word types that occur, in the order of their ids. */
  #counted(): number[] {
    const { vocabulary } = this.#index;
    const size = Math.min(vocabulary.size, this.#types.length / TYPE_CELLS);
    const types: number[] = [];
    for (let type = 0; type < size; type++) if (this.#count(type) > 0 && vocabulary.isWord(type)) types.push(type);
    return types;
  }

  #count(type: number): number {
    return this.#types[type * TYPE_CELLS];
  }

  #articles(unit: number): number {
    return this.#units[unit * UNIT_CELLS + 1];
  }

  #addArticle(unit: number, article: number): void {
    const cell = unit * UNIT_CELLS;
    if (this.#units[cell] === article) return;
    this.#units[cell] = article;
    this.#units[cell + 1]++;
  }

  /** What is counted together with a word type: the id of its lemma, or of its form, from 1. */
  #unit(type: number): number {
    return this.#types[type * TYPE_CELLS + UNIT] || this.#findUnit(type);
  }

  #findUnit(type: number): number {
    const { vocabulary } = this.#index;
    let unit = -1;
    if (vocabulary.isWord(type))
      unit = this.#options.by === 'lemma' ? this.#index.lemmaId(type) + 1 : this.#formId(vocabulary.form(type));
    this.#types[type * TYPE_CELLS + UNIT] = unit;
    this.#units = grown(this.#units, (unit + 1) * UNIT_CELLS);
    return unit;
  }

  #formId(form: string): number {
    const known = this.#formIds.get(form);
    if (known !== undefined) return known;
    this.#formIds.set(form, this.#formIds.size + 1);
    return this.#formIds.size;
  }

  #unitName(type: number, unit: number): string {
    return this.#options.by === 'lemma' ? this.#index.lemma(unit - 1).lemma : this.#index.vocabulary.form(type);
  }

  #unitNamed(name: string): number {
    return this.#options.by === 'lemma' ? this.#index.idOf(name) + 1 : this.#formIds.get(name)!;
  }
}
