import { describe, expect, it } from 'vitest';
import { Vocabulary } from '../../src/text/vocabulary.ts';

describe('Vocabulary', () => {
  it('gives the same type for the same surface and another for another', () => {
    const vocabulary = new Vocabulary();
    const first = vocabulary.internWord('وزير');
    expect(vocabulary.internWord('وزيرة')).not.toBe(first);
    expect(vocabulary.internWord('وزير')).toBe(first);
    expect(vocabulary.size).toBe(2);
  });

  it('keeps every word through all its growing', () => {
    const vocabulary = new Vocabulary();
    const words = Array.from({ length: 40_000 }, (_, i) => `كلمة${i.toString(36)}`);
    const types = words.map(word => vocabulary.internWord(word));
    expect(new Set(types).size).toBe(words.length);
    expect(words.map(word => vocabulary.internWord(word))).toEqual(types);
    expect(types.map(type => vocabulary.surface(type))).toEqual(words);
  });

  it('holds a word that is longer than its first store', () => {
    const vocabulary = new Vocabulary();
    const word = 'ا'.repeat(100_000);
    expect(vocabulary.surface(vocabulary.internWord(word))).toHaveLength(100_000);
  });

  it('tells form and key of a surface', () => {
    const vocabulary = new Vocabulary();
    const type = vocabulary.internWord('الـأَمنى');
    expect(vocabulary.form(type)).toBe('الأمنى');
    expect(vocabulary.key(type)).toBe('الامني');
  });

  it('reads numbers in all three sets of digits', () => {
    const vocabulary = new Vocabulary();
    for (const [digits, value] of [
      ['2015', 2015],
      ['٢٠١٥', 2015],
      ['۲۰۱۵', 2015],
      ['007', 7],
    ] as const)
      expect(vocabulary.number(vocabulary.internWord(digits))).toBe(value);
    expect(vocabulary.number(vocabulary.internWord('9'.repeat(16)))).toBe(Number.POSITIVE_INFINITY);
  });
});
