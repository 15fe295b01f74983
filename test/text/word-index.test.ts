import { describe, expect, it } from 'vitest';
import { FORMS_AS_THEY_ARE } from '../../src/text/stemmer.ts';
import { Vocabulary } from '../../src/text/vocabulary.ts';
import { WordIndex } from '../../src/text/word-index.ts';
import { light, stopWords } from './light.ts';

function indexOf(...words: string[]): { index: WordIndex; ids: number[] } {
  const index = new WordIndex(new Vocabulary(), light, stopWords);
  return { index, ids: words.map(word => index.lemmaId(index.vocabulary.internWord(word))) };
}

describe('WordIndex', () => {
  it('gives one id to the forms of a lemma', () => {
    const { ids } = indexOf('والوزراء', 'للوزير', 'وزيرين', 'الوزيـر');
    expect(new Set(ids).size).toBe(1);
  });

  it('gives unknown words one id whatever their hamza', () => {
    const { ids } = indexOf('إزبرقة', 'ازبرقة', 'الازبرقة');
    expect(new Set(ids).size).toBe(1);
  });

  it('names a lemma by the lexicon whichever form is met first', () => {
    for (const words of [
      ['المشمشم', 'عمل', 'يعمل'],
      ['يعمل', 'عمل', 'المشمشم'],
    ]) {
      const { index } = indexOf(...words);
      expect(index.lemma(index.idOf('عمل'))).toEqual({ lemma: 'عمل', origin: 'lexicon' });
    }
  });

  it('tells stop words', () => {
    const { index } = indexOf('وفي', 'وفد');
    expect([0, 1].map(type => index.isStop(type))).toEqual([true, false]);
  });

  it('keeps its answers while it grows', () => {
    const index = new WordIndex(new Vocabulary(), FORMS_AS_THEY_ARE, stopWords);
    const ids = Array.from({ length: 10_000 }, (_, i) =>
      index.lemmaId(index.vocabulary.internWord(`كلمة${i.toString(36)}`)),
    );
    expect(ids).toEqual(Array.from({ length: 10_000 }, (_, i) => i));
    expect(index.lemmaId(9_999)).toBe(9_999);
    expect(index.idOf('كلمة0')).toBe(0);
    expect(index.idOf('غائب')).toBe(-1);
  });
});
