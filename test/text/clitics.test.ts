import { describe, expect, it } from 'vitest';
import { procliticReadings } from '../../src/text/clitics.ts';

const rests = (word: string): string[] => procliticReadings(word).map(({ rest, clitics }) => `${clitics}+${rest}`);

describe('procliticReadings', () => {
  it('offers the whole word first', () => {
    for (const word of ['وزير', 'والد', 'بلجيكا', 'فلسطين', 'كندا', 'ليبيا']) expect(rests(word)[0]).toBe(`+${word}`);
  });

  it('offers one clitic, then two', () => {
    expect(rests('وبفرنسا')).toEqual(['+وبفرنسا', 'و+بفرنسا', 'وب+فرنسا']);
  });

  it('offers the three readings of لل', () => {
    expect(rests('للبنان')).toEqual(['+للبنان', 'ل+البنان', 'ل+لبنان', 'ل+اللبنان']);
  });

  it('reads لل behind و and ف', () => {
    expect(rests('وللعراق')).toContain('ول+العراق');
    expect(rests('فللجنة')).toContain('فل+اللجنة');
  });

  it('leaves the article on', () => expect(rests('والعراق')).toContain('و+العراق'));

  it('takes nothing off a word of two letters', () => {
    expect(rests('بل')).toEqual(['+بل']);
    expect(rests('فك')).toEqual(['+فك']);
  });

  it('says how many letters of the word are clitics', () => {
    for (const { skip, rest, clitics } of procliticReadings('وللجنة')) {
      expect(skip).toBe(
        clitics.length +
          (clitics.endsWith('ل') &&
          rest.startsWith('ال') &&
          'وللجنة'.slice(skip) === rest.slice(2) &&
          !rest.startsWith('الل')
            ? 1
            : 0),
      );
    }
  });
});
