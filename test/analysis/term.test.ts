import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest, nearWords, similarity } from '../../src/analysis/near-words.ts';
import { TermMatcher } from '../../src/analysis/term.ts';
import { fitsWildcard } from '../../src/analysis/wildcard.ts';
import { readTable } from '../examples/read-table.ts';
import { reading, wordIndex } from './readings.ts';

describe('terms', () => {
  it.each(readTable('terms'))('%s in «%s»', async (term, text, expected) => {
    const index = await wordIndex();
    const matcher = new TermMatcher(term, index);
    const found = matcher.find(reading(index, text)).map(({ segment, from, to }) => {
      const { tokens } = segment;
      return text.slice(tokens.starts[from], tokens.ends[to]);
    });
    expect(found.join('|')).toBe(expected);
  });

  it('does not find a phrase over the end of a line', async () => {
    const index = await wordIndex();
    expect(new TermMatcher('وزير الخارجية', index).find(reading(index, 'قال وزير\nالخارجية'))).toEqual([]);
  });

  it.each(['', '   ', '""'])('%j is no term', async term => {
    const index = await wordIndex();
    const matcher = new TermMatcher(term, index);
    expect([matcher.isEmpty, matcher.find(reading(index, 'كلمة'))]).toEqual([true, []]);
  });

  it('finds the mentions of an entity by id, as whole words', async () => {
    const index = await wordIndex();
    const text = 'روسيا والناتو';
    const made = reading(index, text);
    const [segment] = made.segments;
    const mention = { id: 'NATO', segment, start: 7, end: 13 };
    const matcher = new TermMatcher('entity:NATO', index, () => [mention as never]);
    expect(matcher.find(made)).toEqual([{ segment, from: 1, to: 1 }]);
    expect(new TermMatcher('entity:EU', index, () => [mention as never]).find(made)).toEqual([]);
  });
});

describe('wildcards', () => {
  it('agree with a regular expression on any pattern', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
    const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 6 });
    fc.assert(
      fc.property(letters, patterns, (text, pattern) => {
        const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);
        expect(fitsWildcard(text, pattern)).toBe(expression.test(text));
      }),
    );
  });
  it('take no time on a hostile pattern', () => {
    expect(fitsWildcard('a'.repeat(5000), `${'*a'.repeat(30)}*b`)).toBe(false);
  });
});

describe('near words', () => {
  it('similarity is the one of Winkler (1990): martha and marhta 0.961, dixon and dicksonx 0.813', () => {
    expect(similarity('martha', 'marhta')).toBeCloseTo(0.961, 3);
    expect(similarity('dixon', 'dicksonx')).toBeCloseTo(0.813, 3);
  });
  it('suggest words of the corpus for a misspelled one, by lemma', async () => {
    const index = await wordIndex();
    reading(index, 'قالت الحكومة إن حكومتها تدرس الاقتراح');
    expect(nearWords('الحكومه', index)).not.toContain('الحكومه');
    expect(nearWords('حكوومة', index)[0]).toBe('حكومة');
  });
  it('suggest nothing where nothing is near', async () => {
    const index = await wordIndex();
    reading(index, 'قالت الحكومة إن الطقس جميل');
    expect(nearWords('زلزال', index)).toEqual([]);
  });
  it('never suggest the word itself', () => {
    expect(nearest('الامن', ['الأمن', 'الأمان'], 5)).toEqual(['الأمان']);
  });
});
