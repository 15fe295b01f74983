import { describe, expect, test } from 'vitest';
import { readExamples } from './examples.ts';
import { mentionsOf, shown } from './mentions.ts';

describe('mentions', () => {
  test.each(readExamples('mentions.tsv'))('line $line: $text', ({ text, expected, published }) => {
    const mentions = mentionsOf(text, published).map(shown);
    for (const wanted of expected) {
      const met = mentions.filter(mention => mention.startsWith(wanted));
      expect(met.length > 0 ? [] : mentions, `${text}: ${wanted}`).toEqual(met.length > 0 ? [] : [wanted]);
    }
  });
});

describe('not mentions', () => {
  test.each(readExamples('not-mentions.tsv'))('line $line: $text', ({ text, expected, published }) => {
    const mentions = mentionsOf(text, published).map(shown);
    for (const unwanted of expected) {
      expect(
        mentions.filter(mention => mention.startsWith(unwanted)),
        text,
      ).toEqual([]);
    }
  });
});
