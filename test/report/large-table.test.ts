import { describe, expect, it } from 'vitest';
import { PLAIN_STYLE } from '../../src/report/style.ts';
import { tableLines } from '../../src/report/table.ts';
import { KEYWORDS } from '../../src/report/views/keywords.ts';

function rows(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    rank: index + 1,
    count: count - index,
    perMillion: 1.5,
    articles: 1,
    articleShare: 1,
    label: index === count - 1 ? 'كلمة أطول من غيرها' : 'كلمة',
    lemma: 'كلمة',
    forms: [],
  }));
}

const look = { terminal: false, columns: 80, bidi: 'none', style: PLAIN_STYLE } as const;

describe('a table of thousands of rows', () => {
  it('has the same columns from the first row to the last', () => {
    const lines = tableLines(KEYWORDS, rows(1234), look);
    expect(lines.length).toBe(1235);
    const column = lines[0].indexOf('word');
    expect(lines.slice(1).every(line => line.indexOf('كلمة') === column)).toBe(true);
  });
  it('takes time in proportion to its rows', () => {
    const time = (count: number): number => {
      const start = performance.now();
      tableLines(KEYWORDS, rows(count), look);
      return performance.now() - start;
    };
    time(1000);
    expect(time(4000)).toBeLessThan(12 * time(1000) + 100);
  });
});
