import { describe, expect, it } from 'vitest';
import { parseStopWords, StopWords } from '../../src/text/stop-words.ts';
import { light, stopWords } from './light.ts';

const isStop = (form: string): boolean => stopWords.matches(form, light.analyse(form));

describe('StopWords', () => {
  it('matches before and after clitics and by lemma', () => {
    for (const form of [
      'في',
      'وفي',
      'بأن',
      'وبأن',
      'لها',
      'ولهم',
      'عليها',
      'إليهم',
      'منهما',
      'التي',
      'والذين',
      'كانت',
      'وكان',
      'يكون',
    ])
      expect(isStop(form), form).toBe(true);
  });

  it('tells على, which stops, from the name علي', () => {
    expect(isStop('على')).toBe(true);
    expect(isStop('وعلى')).toBe(true);
    expect(isStop('علي')).toBe(false);
  });

  it('reads careless spellings: no hamza at all, ى for ي', () => {
    for (const form of ['ان', 'الى', 'او', 'فى', 'اذا', 'انه']) expect(isStop(form), form).toBe(true);
  });

  it('lets words of content pass', () => {
    for (const form of [
      'حكومة',
      'وزير',
      'والد',
      'بنك',
      'لجنة',
      'عين',
      'كلام',
      'مناطق',
      'فيلم',
      'كلمة',
      'أنباء',
      'بيان',
      'العراق',
    ])
      expect(isStop(form), form).toBe(false);
  });

  it('takes words with noise', () => {
    const words = new StopWords(['وَزيـر']);
    expect(words.has('وزير')).toBe(true);
  });

  it('matches the spelling before it folds: hamza elsewhere is another word', () => {
    const words = new StopWords(['إن']);
    expect([words.has('إن'), words.has('ان'), words.has('أن')]).toEqual([true, true, false]);
  });
});

describe('parseStopWords', () => {
  it('reads one word a line, comments and blank lines left out', () => {
    expect(parseStopWords('# ours\nفي\r\n\n من # a preposition\n')).toEqual(['في', 'من']);
  });
});
