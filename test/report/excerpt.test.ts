/** What of a long sentence stands in the last column of a terminal. */
import { describe, expect, it } from 'vitest';
import { excerptAround } from '../../src/report/excerpt.ts';
import { PLAIN_STYLE } from '../../src/report/style.ts';
import { tableLines } from '../../src/report/table.ts';
import { TIMELINE } from '../../src/report/views/timeline.ts';

const SENTENCE =
  'أعلنت الوزارة أن المصنع الذي تأخر افتتاحه مرات عدة بسبب نقص التمويل سيفتح أبوابه يوم الأحد 9 يونيو أمام الزوار';

describe('excerptAround', () => {
  it('keeps a sentence that fits', () => {
    expect(excerptAround(SENTENCE, 'يوم الأحد 9 يونيو', 200)).toBe(SENTENCE);
  });

  it('shows the words that matter, at every width that holds them', () => {
    for (let width = 20; width < 110; width++) {
      const excerpt = excerptAround(SENTENCE, 'يوم الأحد 9 يونيو', width);
      expect(excerpt.length).toBeLessThanOrEqual(width);
      expect(excerpt).toContain('يوم الأحد 9 يونيو');
    }
  });

  it('begins at the beginning where the words stand near it', () => {
    expect(excerptAround(SENTENCE, 'المصنع', 40)).toBe('أعلنت الوزارة أن المصنع الذي تأخر…');
  });

  it('cuts the words themselves when nothing else is left', () => {
    expect(excerptAround(SENTENCE, 'سيفتح أبوابه يوم الأحد', 10)).toHaveLength(10);
  });
});

describe('the last column', () => {
  const row = {
    date: '2024-06-09',
    articles: 1,
    score: 1.25,
    evidence: [{ sentence: SENTENCE, surface: 'يوم الأحد 9 يونيو' }],
  };
  const lines = (terminal: boolean, columns: number) =>
    tableLines(TIMELINE, [row], { terminal, columns, bidi: 'none', style: PLAIN_STYLE });

  it('takes what the others leave of a terminal', () => {
    for (const columns of [70, 80, 100, 120]) {
      const [, line] = lines(true, columns);
      expect(line.length).toBeLessThanOrEqual(columns);
      expect(line).toContain('يوم الأحد 9 يونيو');
    }
  });

  it('is whole when piped', () => {
    expect(lines(false, 0)[1]).toContain(SENTENCE);
  });
});
