import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/report/bidi.ts';
import { kwicLines as eachLine, type KwicLine, type KwicLook } from '../../src/report/kwic.ts';
import { bar, plotLines } from '../../src/report/plot.ts';

const kwicLines = (lines: readonly KwicLine[], look: KwicLook): string[] => [...eachLine(lines, look)];
const asIs = (text: string): string => text;
const PLAIN = { columns: 0, marks: false, paintMatch: asIs, paintPlace: asIs };
const RLM = '\u200f';
const LINES = [
  { path: 'a.txt', line: 3, left: 'قال أمس', match: 'الوزير', right: 'إن القمة' },
  { path: 'long-name.txt', line: 12, left: 'وصل', match: 'وزير', right: 'الخارجية إلى عمان' },
];

describe('concordance lines', () => {
  it('are aligned at the match when piped, without any mark', () => {
    const lines = kwicLines(LINES, PLAIN);
    expect(lines[0].indexOf('الوزير')).toBe(lines[1].indexOf('وزير'));
    expect(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(lines.join(''))).toBe(false);
    expect(lines[0].indexOf('قال')).toBeLessThan(lines[0].indexOf('الوزير'));
  });
  it('are one right-to-left run of equal width on a terminal, padding inside it', () => {
    const lines = kwicLines(LINES, { ...PLAIN, marks: true });
    const runs = lines.map(line => line.slice(line.indexOf(RLM) + 1, line.lastIndexOf(RLM)));
    expect(displayWidth(runs[0])).toBe(displayWidth(runs[1]));
    expect(runs[0].indexOf('الوزير')).toBe(runs[1].indexOf('وزير'));
    expect(lines.every(line => line.endsWith(RLM))).toBe(true);
  });
  it('are embedded as right-to-left text where a Latin word would cut the run', () => {
    const [line] = kwicLines([{ ...LINES[0], right: 'من شركة BP أمس' }], { ...PLAIN, marks: true });
    expect([line.includes('\u202b'), line.endsWith('\u202c')]).toEqual([true, true]);
    expect(kwicLines(LINES, { ...PLAIN, marks: true }).join('')).not.toContain('\u202b');
  });
  it('fit the terminal: context is cut away from the match', () => {
    const long = { ...LINES[0], left: `${'كلمة '.repeat(40)}قبل`, right: `بعد ${'كلمة '.repeat(40)}` };
    const [line] = kwicLines([long], { ...PLAIN, columns: 80, marks: true });
    expect(displayWidth(line.replace(/[\u200f\u202b\u202c]/gu, ''))).toBeLessThanOrEqual(80);
    expect(line).toContain('قبل  الوزير  بعد');
  });
  it('show nothing that could steer a terminal', () => {
    const [line] = kwicLines([{ ...LINES[0], left: 'أ\u001b[2Jب\u202e' }], PLAIN);
    expect(line).toContain('<U+001B>[2Jب<U+202E>');
  });
});

describe('plots', () => {
  it('draw eighths, and show the smallest value that is not nothing', () => {
    expect(bar(1, 4)).toBe('████');
    expect(bar(0.5, 4)).toBe('██');
    expect(bar(1e-9, 4)).toBe('▏');
    expect(bar(0, 4)).toBe('');
  });
  it('tell a gap from nothing', () => {
    const bars = [
      { label: '2024', value: 2, text: '2' },
      { label: '2025', value: null, text: '' },
      { label: '2026', value: 0, text: '0' },
    ];
    expect(plotLines(bars, asIs)).toEqual([`2024  2  ${'█'.repeat(40)}`, '2025     ·', '2026  0']);
  });
});
