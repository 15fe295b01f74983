/** The one screen of `report` keeps to the window, and shows everything when piped. */
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/report/bidi.ts';
import { type DashboardStyle, dashboardLines } from '../../src/report/dashboard.ts';
import { fittedWidths } from '../../src/report/fit.ts';
import type { Row, Section } from '../../src/report/result.ts';
import { PLAIN_STYLE } from '../../src/report/style.ts';
import { tableLines } from '../../src/report/table.ts';
import { REPORT_SECTIONS } from '../../src/report/views/index.ts';
import { TIMELINE } from '../../src/report/views/timeline.ts';

const TEN = Array.from({ length: 10 }, (_, index) => index);
const LONG = 'وزير الشؤون البلدية والقروية والتنمية المحلية في حكومة الوحدة الوطنية';
const SENTENCE = 'قال الوزير إن القمة تبدأ غدا '.repeat(12);

const entity = (label: string) =>
  TEN.map(at => ({ mentions: 2000 - at, articles: 300 - at, share: 0.5, label: at === 3 ? LONG : label }));
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  statistics: [
    { metric: 'articles', value: 1294 },
    { metric: 'date.first', value: '2024-01-02' },
    { metric: 'date.last', value: '2024-01-02' },
  ],
  keywords: TEN.map(at => ({ rank: at + 1, count: 2000 - 100 * at, articleShare: 0.5, label: 'كلمة' })),
  countries: entity('مصر'),
  ministers: entity('وزير الخارجية'),
  alliances: entity('الأمم المتحدة'),
  timeline: TEN.map(at => ({
    date: `2024-01-${at + 10}`,
    ...(at === 0 ? { end: '2024-02-01' } : {}),
    articles: at,
    score: at,
    evidence: [{ sentence: SENTENCE, surface: SENTENCE.slice(0, 5) }],
  })),
  density: TEN.map(at => ({ period: `2023-0${at}`, dates: 1, mentions: at, height: at / 9 })),
};
const sections = new Map<string, Section>(
  [...REPORT_SECTIONS].map(([name, view]) => [name, { view, title: name, rows: ROWS[name] }]),
);
const heading = { articles: 1294, tokens: 1, duplicates: 1, errors: 0 };
const look: DashboardStyle = { terminal: true, bidi: 'auto', style: PLAIN_STYLE };
const drawn = (style: Partial<DashboardStyle>): string[] => dashboardLines(sections, heading, { ...look, ...style });

describe('the screen of report', () => {
  it.each([
    [80, 24],
    [80, 30],
    [100, 30],
    [120, 50],
    [200, 50],
  ])('fits %i columns and %i lines, prompt included', (columns, rows) => {
    const lines = drawn({ columns, rows });
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(columns);
    expect(lines.length + 1).toBeLessThanOrEqual(rows);
    for (const name of ['keywords', 'density', 'countries', 'ministers', 'alliances', 'timeline'])
      expect(lines.join('\n')).toContain(name);
  });

  it('leaves out the dates least spoken of where lines are few', () => {
    const dates = drawn({ columns: 80, rows: 24 }).filter(line => line.startsWith('2024-01-'));
    expect(dates.map(line => line.slice(0, 10))).toEqual(['2024-01-16', '2024-01-17', '2024-01-18', '2024-01-19']);
  });

  it('keeps the blocks in their columns however long a name is', () => {
    const lines = drawn({ columns: 120, rows: 50 });
    const header = lines.findIndex(line => line.includes('ministers'));
    const second = lines
      .slice(header + 1, header + 11)
      .map(line => displayWidth(line.slice(0, line.lastIndexOf(line.trim().split(/\s{2,}/u)[2]))));
    expect(new Set(second).size).toBe(1);
  });

  it('cuts nothing when it is piped', () => {
    const text = drawn({ terminal: false }).join('\n');
    expect(text).toContain(LONG);
    expect(text).toContain(SENTENCE.trim());
    expect(text).not.toContain('…');
    expect(text).not.toContain('\u200e');
  });

  it('tells one day of publication once', () => {
    expect(drawn({}).join('\n')).toContain('published 2024-01-02\n');
  });
});

describe('tables on a terminal', () => {
  it('give text columns the room that numbers leave', () => {
    const rows = ROWS.timeline.map(row => ({ ...row, granularity: 'day', mentions: 2 }));
    for (const columns of [90, 120]) {
      const lines = tableLines(TIMELINE, rows, { ...look, columns });
      const widest = Math.max(...lines.map(displayWidth));
      expect(widest).toBeLessThanOrEqual(columns);
      expect(widest).toBeGreaterThan(columns - 10); // a sentence is cut at a word
    }
  });
});

describe('widths that share a room', () => {
  it('stay as they are where there is room', () => expect(fittedWidths([5, 9, 30], 44)).toEqual([5, 9, 30]));
  it('give way from the widest down', () => {
    expect(fittedWidths([5, 20, 30], 45)).toEqual([5, 20, 20]);
    expect(fittedWidths([16, 40, 40], 60)).toEqual([16, 22, 22]);
    expect(fittedWidths([16, 40, 41], 61).reduce((sum, width) => sum + width)).toBe(61);
  });
  it('never below the least', () => expect(fittedWidths([50, 50], 5)).toEqual([10, 10]));
});
