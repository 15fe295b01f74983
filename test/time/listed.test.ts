/** The quick no of the calendar: never to a word that one of its readings lists. */
import { describe, expect, it } from 'vitest';
import { loadCalendar } from '../../src/lexicon/calendar.ts';
import { procliticReadings } from '../../src/text/clitics.ts';
import { matchingKey } from '../../src/text/normalise.ts';
import { ListedWords } from '../../src/time/listed.ts';

const { exact, folded, phrases } = loadCalendar();
const words = [...exact.keys(), ...folded.keys(), ...phrases.keys()];
const listed = new ListedWords(words.map(matchingKey));
const PREFIXES = ['', 'و', 'ف', 'ب', 'ك', 'ل', 'وب', 'فل', 'ال', 'وال', 'بال', 'وبال', 'فكال', 'لل', 'ولل'];

describe('listed words', () => {
  it('are found behind all clitics and the article', () => {
    for (const word of words)
      for (const prefix of PREFIXES) expect(listed.mayHold(matchingKey(prefix + word)), prefix + word).toBe(true);
  });

  it('are found where the article is not written after ل', () => {
    const inArticle = words.filter(word => word.startsWith('ال') && word.length > 3);
    for (const word of inArticle) {
      const elided = `لل${word.slice(2)}`;
      expect(procliticReadings(elided).map(({ rest }) => rest)).toContain(word);
      expect(listed.mayHold(matchingKey(elided)), elided).toBe(true);
    }
  });

  it('are not found behind other letters', () => {
    for (const word of ['شهر', 'يوم', 'أكتوبر']) {
      expect(listed.mayHold(matchingKey(word))).toBe(true);
      expect(listed.mayHold(matchingKey(`م${word}`))).toBe(false);
    }
  });
});
