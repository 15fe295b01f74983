import { describe, expect, it } from 'vitest';
import { explainWord, labelOf } from '../../src/text/explain-word.ts';
import { SNOWBALL } from '../../src/text/snowball.ts';
import { light } from './light.ts';

describe('explainWord', () => {
  it('shows form, key, readings and label', () => {
    const { form, key, readings, label, analysis } = explainWord('والـوُزراءُ', light);
    expect([form, key, label, analysis.pos]).toEqual(['والوزراء', 'والوزراء', 'وزير', 'NOUN']);
    expect(readings[0]).toMatchObject({ proclitics: 'وال', form: 'وزراء', enclitic: '', lemma: 'وزير' });
  });

  it('puts the chosen reading first', () => {
    for (const word of ['للجنة', 'يعد', 'وصول', 'كتب', 'تقدمها', 'فهم']) {
      const { readings, analysis } = explainWord(word, light);
      expect([readings[0].lemma, readings[0].cost], word).toEqual([analysis.lemma, analysis.cost]);
    }
  });

  it('shows the readings that lost', () => {
    expect(explainWord('فهم', light).readings.map(({ lemma }) => lemma)).toContain('هم');
  });

  it('has no readings for unknown words and other stemmers', () => {
    expect(explainWord('زبرقة', light).readings).toEqual([]);
    expect(explainWord('الحكومة', SNOWBALL).readings).toEqual([]);
  });
});

describe('labelOf', () => {
  it('is the lemma with its hamza, or the form without clitics: never a folded key', () => {
    for (const [form, label] of [
      ['الامن', 'أمن'],
      ['والإزبرقة', 'إزبرقة'],
      ['الزبرقات', 'زبرقات'],
    ])
      expect(labelOf(form, light.analyse(form))).toBe(label);
  });
});
