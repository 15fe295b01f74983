import { describe, expect, it } from 'vitest';
import { averageReducedFrequency, dispersionOf } from '../../src/analysis/dispersion.ts';

// Gries (2008), Dispersions and adjusted frequencies in corpora, Table 1: a corpus of 50 letters in five parts.
const PARTS = ['bamnibeup', 'basatbewqn', 'bcagabesta', 'baghabeaat', 'bahaabeaxat'];

function spread(letter: string, parts = PARTS) {
  const found = parts.map(part => [...part].filter(other => other === letter).length);
  const sizes = parts.map(part => part.length);
  return {
    counts: found.filter(count => count > 0),
    sizes: sizes.filter((_, index) => found[index] > 0),
    articles: parts.length,
    tokens: sizes.reduce((sum, size) => sum + size, 0),
    smallest: Math.min(...sizes),
  };
}

describe('dispersion', () => {
  it('of the letter a is the one of Gries (2008): DP 0.18, DPnorm 0.22, D 0.785', () => {
    const { dp, dpNorm, juillandD } = dispersionOf(spread('a'));
    expect(dp).toBeCloseTo(0.18, 10);
    expect(dpNorm).toBeCloseTo(0.2195, 3);
    expect(juillandD).toBeCloseTo(0.785, 2);
  });
  it('of three equal parts with 2/3, 1/3 and nothing is DP 1/3, DPnorm 1/2 (Lijffijt & Gries 2012, Table 1)', () => {
    const { dp, dpNorm } = dispersionOf(spread('x', ['xx..', 'x...', '....']));
    expect(dp).toBeCloseTo(1 / 3, 10);
    expect(dpNorm).toBeCloseTo(1 / 2, 10);
  });
  it('of a word spread evenly is 0, 0 and 1', () => {
    expect(dispersionOf(spread('x', ['x...', 'x...']))).toEqual({ dp: 0, dpNorm: 0, juillandD: 1 });
  });
  it('of a word of the smallest part alone is DPnorm 1 and D 0', () => {
    const { dpNorm, juillandD } = dispersionOf(spread('x', ['xx', '....', '....']));
    expect(dpNorm).toBeCloseTo(1, 10);
    expect(juillandD).toBeCloseTo(0, 10);
  });
  it('says nothing of D and DPnorm where there is one article', () => {
    expect(dispersionOf(spread('x', ['x..x']))).toEqual({ dp: 0, dpNorm: null, juillandD: null });
  });
});

describe('average reduced frequency', () => {
  const ring = (tokens: number, positions: number[]): number => averageReducedFrequency(positions, tokens);
  it('is the frequency when the distances are equal, whatever the first position', () => {
    expect(ring(100, [0, 25, 50, 75])).toBeCloseTo(4, 12);
    expect(ring(100, [7, 32, 57, 82])).toBeCloseTo(4, 12);
  });
  it('is near 1 when all occurrences stand together: distances 1, 1, 1, 97 and v = 25', () => {
    expect(ring(100, [40, 41, 42, 43])).toBeCloseTo(28 / 25, 12);
  });
  it('is 1 for one occurrence and 0 for none', () => {
    expect(ring(100, [40])).toBe(1);
    expect(ring(100, [])).toBe(0);
  });
});
