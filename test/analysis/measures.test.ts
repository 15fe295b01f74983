import { describe, expect, it } from 'vitest';
import {
  bayesFactor,
  cubedMutualInformation,
  expectedFrequency,
  inverseDocumentFrequency,
  keynessLogLikelihood,
  logDice,
  logRatio,
  mutualInformation,
  pairLogLikelihood,
  percentDifference,
  tScore,
} from '../../src/analysis/measures.ts';

// Dunning (1993), Table 1: bigrams of 31,777 words of bank news, cells k(AB), k(A~B), k(~AB), k(~A~B) and −2 log λ.
const DUNNING = [
  { pair: 'the swiss', cells: [110, 2442, 111, 29114], value: 270.72 },
  { pair: 'can be', cells: [29, 13, 123, 31612], value: 263.9 },
  { pair: 'previous year', cells: [31, 23, 139, 31584], value: 256.84 },
  { pair: 'mineral water', cells: [10, 0, 3, 31764], value: 167.23 },
] as const;

describe('pairs of words', () => {
  it.each(DUNNING)('G² of "$pair" is the one of Dunning (1993), Table 1', ({ cells: [o, a, b, rest], value }) => {
    expect(pairLogLikelihood({ o, r: o + a, f: o + b, n: o + a + b + rest })).toBeCloseTo(value, 1);
  });

  // Manning & Schütze (1999), Table 5.14: bigrams of 14,307,668 words of the New York Times.
  it.each([
    { pair: 'Ayatollah Ruhollah', r: 42, f: 20, o: 20, value: 18.38 },
    { pair: 'Bette Midler', r: 41, f: 27, o: 20, value: 17.98 },
    { pair: 'Agatha Christie', r: 30, f: 117, o: 20, value: 16.31 },
    { pair: 'over many', r: 13484, f: 10570, o: 20, value: 1.01 },
    { pair: 'time last', r: 15019, f: 15629, o: 20, value: 0.29 },
  ])('MI of "$pair" is the one of Manning & Schütze, Table 5.14', ({ r, f, o, value }) => {
    expect(mutualInformation({ o, r, f, n: 14307668 })).toBeCloseTo(value, 2);
  });

  // Manning & Schütze (1999), section 5.3.1, "new companies", and Table 5.6.
  it('t of "new companies" is 0.9999, as in Manning & Schütze', () => {
    expect(tScore({ o: 8, r: 15828, f: 4675, n: 14307668 })).toBeCloseTo(0.999932, 3);
  });
  it.each([
    { pair: 'Ayatollah Ruhollah', r: 42, f: 20, o: 20, value: 4.4721 },
    { pair: 'unsalted butter', r: 24, f: 320, o: 20, value: 4.4721 },
    { pair: 'over many', r: 13484, f: 10570, o: 20, value: 2.2446 },
    { pair: 'time last', r: 15019, f: 15629, o: 20, value: 0.8036 },
  ])('t of "$pair" is the one of Manning & Schütze, Table 5.6', ({ r, f, o, value }) => {
    expect(tScore({ o, r, f, n: 14307668 })).toBeCloseTo(value, 3);
  });

  it('MI³ adds twice the logarithm of the count to MI (Oakes 1998)', () => {
    const pair = { o: 20, r: 42, f: 20, n: 14307668 };
    expect(cubedMutualInformation(pair)! - mutualInformation(pair)!).toBeCloseTo(2 * Math.log2(20), 10);
  });

  // Rychlý (2008), section 3: the maximum is 14; 0 means less than one in 16,000; plus 1 means twice as often.
  it('logDice has the properties that Rychlý (2008) gives it', () => {
    expect(logDice(500, 500, 500)).toBe(14);
    expect(logDice(1, 16384, 16384)).toBe(0);
    expect(logDice(40, 900, 700)! - logDice(20, 900, 700)!).toBeCloseTo(1, 12);
  });

  it('a pair that never occurs has no MI, t or logDice', () => {
    const never = { o: 0, r: 5, f: 7, n: 100 };
    expect([mutualInformation(never), cubedMutualInformation(never), tScore(never), logDice(0, 5, 7)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(expectedFrequency(never)).toBeCloseTo(0.35, 12);
  });
});

describe('two corpora', () => {
  // Formula of ucrel.lancs.ac.uk/llwizard.html worked by hand: E₁ = 30·1000/3000 = 10, E₂ = 20,
  // G² = 2 (20 ln 2 + 10 ln ½) = 20 ln 2.
  const counts = { a: 20, b: 10, c: 1000, d: 2000 };
  it('G² is the sum over the two observed cells', () => {
    expect(keynessLogLikelihood(counts)).toBeCloseTo(20 * Math.log(2), 12);
  });
  // Example of Lancaster's page on the log-likelihood test (corpora.lancs.ac.uk/sigtest), also in its course slides.
  it('G² of 52 in 50,000 words against 57 in 75,000 is 2.65', () => {
    expect(keynessLogLikelihood({ a: 52, b: 57, c: 50_000, d: 75_000 })).toBeCloseTo(2.65, 2);
  });
  it('G² of equal relative frequencies is 0, and of a word in neither corpus too', () => {
    expect(keynessLogLikelihood({ a: 10, b: 20, c: 1000, d: 2000 })).toBeCloseTo(0, 12);
    expect(keynessLogLikelihood({ a: 0, b: 0, c: 1000, d: 2000 })).toBe(0);
  });
  it('log ratio: four times as frequent is 2 (Hardie 2014: every point doubles)', () => {
    expect(logRatio(counts)).toBeCloseTo(2, 12);
    expect(logRatio({ a: 8, b: 0, c: 1000, d: 1000 })).toBeCloseTo(4, 12);
    expect(logRatio({ a: 0, b: 0, c: 1000, d: 1000 })).toBeNull();
  });
  it('%DIFF: four times as frequent is +300, half as frequent −50', () => {
    expect(percentDifference(counts)).toBeCloseTo(300, 10);
    expect(percentDifference({ a: 5, b: 10, c: 1000, d: 1000 })).toBeCloseTo(-50, 10);
    expect(percentDifference({ a: 5, b: 0, c: 1000, d: 1000 })).toBeNull();
  });
  it('the Bayes factor takes ln N off G² (Wilson 2013)', () => {
    expect(bayesFactor(counts)).toBeCloseTo(20 * Math.log(2) - Math.log(3000), 12);
  });
});

describe('inverse document frequency', () => {
  it('is 1 for a word in all documents but one, more for rarer words', () => {
    expect(inverseDocumentFrequency(10, 9)).toBe(1);
    expect(inverseDocumentFrequency(10, 1)).toBeCloseTo(1 + Math.log(5), 12);
  });
});
