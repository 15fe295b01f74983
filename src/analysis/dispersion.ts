/** How evenly a word is spread over the articles of a corpus: formulas over counts per article and over positions. */

/** A word's occurrences: counts in the articles where it occurs, with the sizes of just those articles in words. */
export interface Spread {
  readonly counts: readonly number[];
  readonly sizes: readonly number[];
  /** Articles of the corpus, those without the word and without any word included. */
  readonly articles: number;
  /** Words of the corpus. */
  readonly tokens: number;
  /** Words of the smallest article that is not empty. */
  readonly smallest: number;
}

/** Figures of dispersion. */
export interface Dispersion {
  /** Deviation of proportions: 0 even, towards 1 clumped. */
  readonly dp: number;
  /** DP divided by its greatest possible value. */
  readonly dpNorm: number | null;
  /** Juilland's D: 1 even, 0 clumped; null with fewer than two articles. */
  readonly juillandD: number | null;
}

/**
 * Gries' DP = ½ Σ |vᵢ − sᵢ|, vᵢ the share of the word's occurrences in article i, sᵢ the share of the corpus' words;
 * DPnorm = DP/(1 − min s). Juilland's D = 1 − V/√(n − 1), V the coefficient of variation (population) of the relative
 * frequencies per article. Only articles with the word have to be walked: the others add their sizes to DP, zeros to D.
 * Sources: Gries (2008), Dispersions and adjusted frequencies in corpora; Lijffijt & Gries (2012) for DPnorm; Juilland
 * et al. (1970) in the form for parts of unequal size, Gries (2020), Analyzing dispersion.
 */
export function dispersionOf({ counts, sizes, articles, tokens, smallest }: Spread): Dispersion {
  const frequency = counts.reduce((sum, count) => sum + count, 0);
  let differences = 0;
  let covered = 0;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < counts.length; i++) {
    differences += Math.abs(counts[i] / frequency - sizes[i] / tokens);
    covered += sizes[i] / tokens;
    const relative = counts[i] / sizes[i];
    sum += relative;
    squares += relative * relative;
  }
  const dp = Math.max(0, (differences + Math.max(0, 1 - covered)) / 2);
  const room = 1 - smallest / tokens;
  const mean = sum / articles;
  const deviation = Math.sqrt(Math.max(0, squares / articles - mean * mean));
  return {
    dp,
    dpNorm: room <= 0 ? null : Math.min(1, dp / room),
    juillandD: articles < 2 ? null : Math.max(0, 1 - deviation / mean / Math.sqrt(articles - 1)),
  };
}

/**
 * Average reduced frequency: (1/v) Σ min(dᵢ, v), v = N/f, dᵢ the distances between neighbouring occurrences, the last
 * and the first joined as on a ring. Near the frequency when even, near 1 when all occurrences stand together.
 * `positions` are ascending word positions (0 first) in the corpus of `tokens` words, articles in path order.
 * Source: Savický & Hlaváčová (2002), Measures of word commonness.
 */
export function averageReducedFrequency(positions: ArrayLike<number>, tokens: number): number {
  const { length } = positions;
  if (length === 0) return 0;
  const share = tokens / length;
  let sum = Math.min(share, tokens - positions[length - 1] + positions[0]);
  for (let i = 1; i < length; i++) sum += Math.min(share, positions[i] - positions[i - 1]);
  return sum / share;
}
