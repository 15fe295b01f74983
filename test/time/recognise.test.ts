import { describe, expect, it } from 'vitest';
import { contextOf, readExamples, timesOf, trace, written } from './examples.ts';

describe('dates.tsv', () => {
  it.each(readExamples('dates.tsv'))('$note: $input', ({ input, reference, expected }) => {
    const found = written(input, timesOf(input, contextOf(reference)));
    expect(found, trace(input)).toBe(expected);
  });
});

describe('not-dates.tsv', () => {
  it.each(readExamples('not-dates.tsv'))('$input', ({ input }) => {
    expect(written(input, timesOf(input, contextOf('2024-05-31'))), trace(input)).toBe('');
  });
});

describe('spans', () => {
  it('leave clitics out, counted in the source with its marks and tatweel', () => {
    const text = 'وَالـخَمِيس الماضي';
    const [mention] = timesOf(text, contextOf('2024-05-31'));
    expect(text.slice(mention.start, mention.end)).toBe('الـخَمِيس الماضي');
  });

  it('never cross a line', () => {
    expect(timesOf('وصل الأحد\n15 أكتوبر 2023').map(({ value }) => value)).toEqual(['XXXX-WXX-7', '2023-10-15']);
  });
});

describe('any text', () => {
  it('is read without error, in order and without overlap', () => {
    const pieces = [
      '15',
      'أكتوبر',
      'من',
      '/',
      '-',
      '99999999999',
      'العام',
      'الماضي',
      '(',
      'يوم',
      'الخميس',
      'الساعة',
      '2015',
      'إلى',
      'و',
      'هـ',
      '.',
      '\n',
      'القرن',
      'ثلاثة',
      'أيام',
      '0',
      'رمضان',
    ];
    let seed = 7;
    for (let round = 0; round < 300; round++) {
      let text = '';
      for (let i = 0; i < 30; i++) {
        seed = (seed * 1103515245 + 12345) & 0x7fffffff;
        text += pieces[seed % pieces.length] + (seed % 3 === 0 ? '' : ' ');
      }
      const mentions = timesOf(text, contextOf(round % 2 === 0 ? '2024-05-31' : ''));
      for (let i = 1; i < mentions.length; i++) expect(mentions[i].start).toBeGreaterThanOrEqual(mentions[i - 1].end);
      for (const { start, end, value } of mentions) {
        expect(end).toBeGreaterThan(start);
        expect(value, text.slice(start, end)).not.toMatch(/NaN|undefined|null|Infinity/u);
      }
    }
  });
});
