/**
 * The formulas of the workbench. Every function takes plain counts and names its source; what a formula cannot say (a
 * logarithm of nothing) is null, never a number made up in its place.
 */

/** Frequencies of one word in two corpora: `a` of `c` tokens in the first, `b` of `d` in the second. */
export interface TwoCorpora {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** Two words near each other: `o` times together; `r` and `f` times alone or together; `n` tokens in all. */
export interface Cooccurrence {
  readonly o: number;
  readonly r: number;
  readonly f: number;
  readonly n: number;
}

function information(observed: number, expected: number): number {
  return observed === 0 ? 0 : observed * Math.log(observed / expected);
}

/**
 * Log-likelihood G² of a word in two corpora, two cells: 2 (a ln(a/E₁) + b ln(b/E₂)), E₁ = c(a+b)/(c+d). Above 3.84 a
 * difference is significant at p < 0.05, above 15.13 at p < 0.0001.
 * Source: Rayson & Garside (2000), Comparing corpora using frequency profiling; ucrel.lancs.ac.uk/llwizard.html.
 */
export function keynessLogLikelihood({ a, b, c, d }: TwoCorpora): number {
  if (a + b === 0 || c + d === 0) return 0;
  const first = (c * (a + b)) / (c + d);
  const second = (d * (a + b)) / (c + d);
  return Math.max(0, 2 * (information(a, first) + information(b, second)));
}

/**
 * Log ratio: binary logarithm of the ratio of relative frequencies; 1 means twice as frequent. A count of 0 is read as
 * 0.5. Null when either corpus is empty. Source: Hardie (2014), Log Ratio: an informal introduction, CASS, Lancaster.
 */
export function logRatio({ a, b, c, d }: TwoCorpora): number | null {
  if (c === 0 || d === 0 || a + b === 0) return null;
  return Math.log2((a || 0.5) / c / ((b || 0.5) / d));
}

/**
 * %DIFF: difference of the relative frequencies in percent of the second. Null where the word is not in the second
 * corpus: the source divides by 10⁻¹⁸ instead, which gives a number that means nothing.
 * Source: Gabrielatos & Marchi (2011), Keyness: matching metrics to definitions.
 */
export function percentDifference({ a, b, c, d }: TwoCorpora): number | null {
  if (b === 0 || c === 0) return null;
  return ((a / c - b / d) / (b / d)) * 100;
}

/**
 * Bayes factor by the BIC approximation: G² − ln(c + d), one degree of freedom. 2–6 positive, 6–10 strong, above 10
 * very strong evidence of a difference; below 0 evidence of none. Source: Wilson (2013), Embracing Bayes factors for
 * key item analysis in corpus linguistics.
 */
export function bayesFactor(counts: TwoCorpora): number | null {
  const size = counts.c + counts.d;
  return size === 0 ? null : keynessLogLikelihood(counts) - Math.log(size);
}

/** Expected frequency of a pair whose words are independent: r f / n. */
export function expectedFrequency({ r, f, n }: Cooccurrence): number {
  return n === 0 ? 0 : (r * f) / n;
}

/**
 * Pointwise mutual information: log₂(o/E). Favours rare words. Null when the pair does not occur.
 * Source: Church & Hanks (1990), Word association norms; Manning & Schütze (1999), section 5.4.
 */
export function mutualInformation(pair: Cooccurrence): number | null {
  const expected = expectedFrequency(pair);
  return pair.o === 0 || expected === 0 ? null : Math.log2(pair.o / expected);
}

/** MI³: log₂(o³/E), which makes up for MI's love of rare words. Source: Daille (1994); Oakes (1998), p. 171. */
export function cubedMutualInformation(pair: Cooccurrence): number | null {
  const expected = expectedFrequency(pair);
  return pair.o === 0 || expected === 0 ? null : Math.log2(pair.o ** 3 / expected);
}

/** t-score: (o − E)/√o. Source: Church, Gale, Hanks & Hindle (1991); Manning & Schütze (1999), section 5.3.1. */
export function tScore(pair: Cooccurrence): number | null {
  return pair.o === 0 ? null : (pair.o - expectedFrequency(pair)) / Math.sqrt(pair.o);
}

/**
 * Log-likelihood G² of a pair, all four cells of the table {o, r − o; f − o, n − r − f + o}: 2 Σ O ln(O/E).
 * Source: Dunning (1993), Accurate methods for the statistics of surprise and coincidence; Evert (2008), Corpora and
 * collocations. Cells that overlapping windows make negative are read as 0.
 */
export function pairLogLikelihood({ o, r, f, n }: Cooccurrence): number {
  if (n === 0) return 0;
  const cell = (observed: number, row: number, column: number): number =>
    information(Math.max(0, observed), (row * column) / n);
  return Math.max(
    0,
    2 * (cell(o, r, f) + cell(r - o, r, n - f) + cell(f - o, n - r, f) + cell(n - r - f + o, n - r, n - f)),
  );
}

/**
 * logDice: 14 + log₂(2o/(node + collocate)), frequencies of both words in the corpus. At most 14; independent of the
 * corpus' size; a point more means twice as often. Null when the pair does not occur.
 * Source: Rychlý (2008), A lexicographer-friendly association score.
 */
export function logDice(o: number, node: number, collocate: number): number | null {
  return o === 0 ? null : 14 + Math.log2((2 * o) / (node + collocate));
}

/**
 * Inverse document frequency: 1 + ln(N/(1 + df)), as the package natural computes it (and scikit-learn without its
 * second smoothing). Source of the idea: Spärck Jones (1972).
 */
export function inverseDocumentFrequency(documents: number, documentFrequency: number): number {
  return 1 + Math.log(documents / (1 + documentFrequency));
}
