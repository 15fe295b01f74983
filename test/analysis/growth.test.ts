import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Growth, MATTR_WINDOW, slope, zipfExponent } from '../../src/analysis/growth.ts';
import { article, reading, wordIndex } from './readings.ts';

async function growth(texts: readonly string[]): Promise<Growth> {
  const index = await wordIndex('none');
  const followed = new Growth();
  for (const text of texts) followed.add(reading(index, article(text)));
  return followed;
}

const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';
const word = (number: number): string => [...String(number)].map(digit => letters[Number(digit) + 3]).join('');

describe('MATTR', () => {
  it('agrees with the mean of every window counted by hand', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(60), { minLength: MATTR_WINDOW, maxLength: 300 }), async numbers => {
        const ratios: number[] = [];
        for (let at = 0; at + MATTR_WINDOW <= numbers.length; at++) {
          ratios.push(new Set(numbers.slice(at, at + MATTR_WINDOW)).size / MATTR_WINDOW);
        }
        const followed = await growth([numbers.map(word).join(' ')]);
        expect(followed.mattr()).toBeCloseTo(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length, 10);
      }),
      { numRuns: 20 },
    );
  });
  it('does not run from one article into the next, and says nothing of short ones', async () => {
    const short = Array.from({ length: MATTR_WINDOW - 1 }, (_, at) => word(at)).join(' ');
    expect((await growth([short, short])).mattr()).toBeNull();
  });
});

describe('exponents', () => {
  it('slope is that of the line: 2x + 1', () => {
    expect(
      slope([
        [0, 1],
        [1, 3],
        [2, 5],
      ]),
    ).toBeCloseTo(2, 12);
    expect(slope([[1, 1]])).toBeNull();
  });
  it('Zipf is 1 where frequency is c/rank', () => {
    expect(zipfExponent(Array.from({ length: 200 }, (_, rank) => 1000 / (rank + 1)))).toBeCloseTo(1, 10);
    expect(zipfExponent([9, 8, 7])).toBeNull();
  });
  it('Heaps is 1 where every word is new, 0 where none is', async () => {
    const fresh = await growth([Array.from({ length: 4000 }, (_, at) => word(at)).join(' ')]);
    expect(fresh.heapsExponent()).toBeCloseTo(1, 6);
    const stale = await growth([Array.from({ length: 4000 }, (_, at) => word(at % 7)).join(' ')]);
    expect(stale.heapsExponent()).toBeCloseTo(0, 6);
    expect((await growth(['كلمة'])).heapsExponent()).toBeNull();
  });
});
