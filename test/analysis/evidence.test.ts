/** Sentences of one date: bounded, linear, and the same in any order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/analysis/candidate.ts';
import { Sentences } from '../../src/analysis/evidence.ts';
import { similarity, type Wording, WordingFinder, WordingGroups } from '../../src/analysis/wording.ts';
import { tokenBuffer, tokenise } from '../../src/text/tokenise.ts';
import { Vocabulary } from '../../src/text/vocabulary.ts';

const vocabulary = new Vocabulary();
const finder = new WordingFinder(vocabulary);

function wordingOf(text: string): Wording {
  const tokens = tokenise(text, 0, text.length, vocabulary, tokenBuffer());
  const { id, shingles } = finder.of(tokens, 0, tokens.count);
  return { id, shingles: [...shingles] };
}

const BASES = ['explicit', 'publication', 'previous'] as const;
const SIDES = ['after', 'before', 'undated'] as const;

/** A candidate whose wording and rank follow from its number alone. */
function candidate(number: number, wordings: number): Candidate {
  const words = Array.from(
    { length: 8 },
    (_, place) => `كلمة${String.fromCharCode(0x627 + ((number % wordings) % 30))}${(number % wordings) * 8 + place}`,
  );
  return {
    article: `a${number}`,
    path: 'p',
    line: 1,
    sentence: words.join(' '),
    surface: words[0],
    entities: [],
    lead: number % 7 === 0,
    basis: BASES[number % 3],
    side: SIDES[number % 2],
    published: number % 2 === 0 ? `2024-01-${String((number % 28) + 1).padStart(2, '0')}` : null,
    start: number,
    wording: {
      id: (((number % wordings) * 2654435761) % 4294967296) * 1048576,
      shingles: [(number % wordings) * 2 + 1],
    },
  };
}

describe('wording', () => {
  const wire = 'أعلنت الوزارة اليوم افتتاح الجسر الجديد أمام حركة السير بعد أعمال استمرت عامين كاملين';

  it.each([
    ['itself', wire, 1, 1],
    [
      'marks and signs',
      'أعلنتِ الوزارةُ اليوم، افتتاح الجسر الجديد: أمام حركة السير بعد أعمال استمرت عامين كاملين!',
      1,
      1,
    ],
    ['one word changed', wire.replace('الجديد', 'القديم'), 0.6, 0.9],
    ['an ending added', `${wire} وفق البيان`, 0.7, 0.95],
    ['another report', 'قال الوزير إن الجسر الجديد سيخفف الازدحام عن وسط المدينة خلال الأشهر المقبلة', 0, 0.2],
    ['no words', '...', 0, 0],
  ])('compares a sentence with %s', (_, other, least, most) => {
    const share = similarity(wordingOf(wire), wordingOf(other));
    expect(share).toBeGreaterThanOrEqual(least);
    expect(share).toBeLessThanOrEqual(most);
  });

  it('has the same id for the same words and another for another order', () => {
    expect(wordingOf('وصل الوفد إلى عمان').id).toBe(wordingOf('وصل الوفد، إلى عمان.').id);
    expect(wordingOf('وصل الوفد إلى عمان').id).not.toBe(wordingOf('الوفد وصل إلى عمان').id);
  });

  it('groups what is nearly the same and nothing else', () => {
    const groups = new WordingGroups<number>();
    let made = 0;
    const group = (text: string): number => groups.groupOf(wordingOf(text), () => ++made);
    expect(group(wire)).toBe(1);
    expect(group(wire.replace('الجديد', 'القديم'))).toBe(1);
    expect(group('توقفت حركة السير على الطريق الساحلي بعد انهيار صخري كبير')).toBe(2);
    expect(group('نعم')).toBe(3);
    expect(group('لا')).toBe(4);
  });
});

describe('sentences of a date', () => {
  it('give the same in any order and any shards, also when there are more than are kept', () => {
    const total = 700;
    const whole = new Sentences(5);
    for (let number = 0; number < total; number++) whole.add(candidate(number, 500), true);
    const expected = whole.finish();
    const plan = fc.record({
      order: fc.shuffledSubarray([...Array(total).keys()], { minLength: total }),
      cuts: fc.array(fc.integer({ min: 0, max: total }), { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(plan, ({ order, cuts }) => {
        const merged = new Sentences(5);
        const bounds = [0, ...cuts, total].sort((a, b) => a - b);
        for (let part = 1; part < bounds.length; part++) {
          const shard = new Sentences(5);
          for (const number of order.slice(bounds[part - 1], bounds[part])) shard.add(candidate(number, 500), true);
          merged.merge(JSON.parse(JSON.stringify(shard.partial())));
        }
        expect(merged.finish()).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('name at most twenty sources', () => {
    const sentences = new Sentences(1);
    for (let number = 0; number < 100; number++) sentences.add(candidate(number * 7, 7), true);
    const { evidence, independent } = sentences.finish();
    expect(evidence[0].sources!.length).toBeLessThanOrEqual(20);
    expect(independent).toBeCloseTo(1 / 100);
  });

  it('take time in proportion to their number', () => {
    const seconds = (count: number): number => {
      const sentences = new Sentences(5);
      const candidates = Array.from({ length: count }, (_, number) => candidate(number, count));
      const begun = process.cpuUsage().user;
      for (const one of candidates) sentences.add(one, true);
      sentences.finish();
      return (process.cpuUsage().user - begun) / 1e6;
    };
    seconds(5_000);
    expect(seconds(80_000)).toBeLessThan(1.5);
  });
});
