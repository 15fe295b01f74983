import { describe, expect, it } from 'vitest';
import { tokenBuffer, tokenise } from '../../src/text/tokenise.ts';
import { Vocabulary } from '../../src/text/vocabulary.ts';
import { explainTime } from '../../src/time/explain.ts';
import { recogniseTimes } from '../../src/time/recognise.ts';
import { latestExplicitDate, resolveTimes } from '../../src/time/resolve.ts';
import { calendar, contextOf, timesOf } from './examples.ts';

describe('basis and conflict', () => {
  it('keeps a full date against a wrong weekday and says so', () => {
    const [mention] = timesOf('وصل الخميس 31 مايو 2024 إلى بيروت');
    expect(mention).toMatchObject({
      value: '2024-05-31',
      basis: 'explicit',
      conflict: expect.stringContaining('Thursday'),
    });
  });

  it('lets the weekday win over a stamp that is a day late', () => {
    const [mention] = timesOf('قال اليوم الخميس', contextOf('2024-05-31'));
    expect(mention).toMatchObject({
      value: '2024-05-30',
      basis: 'weekday',
      conflict: expect.stringContaining('Thursday'),
    });
  });

  it('takes the first agreeing year after the latest date of the page', () => {
    const [mention] = timesOf('يجتمعون الأربعاء 15 أكتوبر في المقر', { latestExplicit: '2024-05-31' });
    expect(mention).toMatchObject({ value: '2025-10-15', basis: 'weekday' });
  });

  it('lends the year to a day that follows', () => {
    const values = timesOf('يجتمعون الأربعاء 15 أكتوبر، وتكشف الخطة في 16 أكتوبر', { latestExplicit: '2024-05-31' });
    expect(values.map(({ value, basis }) => [value, basis])).toEqual([
      ['2025-10-15', 'weekday'],
      ['2025-10-16', 'previous'],
    ]);
  });

  it('finds the year of the same day said later, and leaves a bare weekday open', () => {
    const found = timesOf('مساء الأحد بدأت المحاولة التي حدد لها 15 شتنبر موعدا. وكان هذا الأحد، 15 سبتمبر، هادئا', {
      latestExplicit: '2023-02',
    });
    expect(found.map(({ value, basis }) => [value, basis])).toEqual([
      ['XXXX-WXX-7TEV', 'none'],
      ['2024-09-15', 'previous'],
      ['2024-09-15', 'weekday'],
    ]);
  });

  it('says which parts are written and which inferred', () => {
    const [mention] = timesOf('وقع الحادث في 15 أكتوبر', contextOf('2024-05-31'));
    expect(mention.parts).toEqual({ year: 'implied', month: 'certain', day: 'certain' });
  });

  it('proves the order of a numeric date by its weekday', () => {
    expect(timesOf('الثلاثاء 04/09/2024')[0].value).toBe('2024-04-09');
    expect(timesOf('الثلاثاء 09/04/2024')[0].value).toBe('2024-04-09');
    expect(timesOf('في 04/09/2024')[0].value).toBe('2024-09-04');
  });

  it('reports a Hijri date that is another day', () => {
    expect(timesOf('15 شعبان 1444هـ الموافق 7 مارس 2023م')[0].conflict).toBeUndefined();
    expect(timesOf('15 شعبان 1444هـ الموافق 7 مايو 2023م')[0].conflict).toContain('2023-03-07');
  });

  it('resolves hours against the time of publication', () => {
    const context = { reference: { date: '2024-05-31', time: '01:30', basis: 'publication' as const } };
    expect(timesOf('وقع الانفجار قبل ثلاث ساعات', context)[0].value).toBe('2024-05-30T22:30');
  });

  it('marks a date that does not exist', () => {
    expect(timesOf('في 31 فبراير 2024')[0]).toMatchObject({ invalid: true, value: '2024-02-31' });
    expect(timesOf('في 31 فبراير', contextOf('2024-05-31'))[0]).toMatchObject({ invalid: true, value: 'XXXX-02-31' });
  });

  it('gives the reference its own basis', () => {
    expect(timesOf('أمس', { reference: { date: '2024-05-31', basis: 'reference' } })[0].basis).toBe('reference');
  });
});

describe('segments of one article', () => {
  it('go together', () => {
    const vocabulary = new Vocabulary();
    const segments = ['اجتماع 15 أكتوبر', 'عقد الاجتماع في 15 أكتوبر 2023'].map(text => {
      const tokens = tokenise(text, 0, text.length, vocabulary, tokenBuffer());
      return { tokens, expressions: recogniseTimes(tokens, vocabulary, calendar) };
    });
    expect(resolveTimes(segments, {}).map(({ segment, value }) => [segment, value])).toEqual([
      [0, '2023-10-15'],
      [1, '2023-10-15'],
    ]);
    expect(latestExplicitDate(segments)).toBe('2023-10-15');
  });
});

describe('explainTime', () => {
  it('names classes, rules and reasons', () => {
    const { tokens, times } = explainTime('وصل الخميس 12 شتنبر', calendar, {
      date: '2024-09-13',
      basis: 'publication',
    });
    expect(tokens[3].classes).toContain('month 9 moroccan');
    expect(times[0]).toMatchObject({ surface: 'الخميس 12 شتنبر', value: '2024-09-12' });
    expect(times[0].parts).toMatchObject({ year: 'implied', weekday: 'certain' });
    expect(times[0].why).toContain('Thursday in 2024');
  });

  it.each([
    ['31 مايو 2024', 'the text says all of it'],
    ['الأربعاء 15 أكتوبر', 'the day is a Wednesday in 2025, of such years the one nearest to 2024-05-31'],
    ['قبل ثلاثة أيام', '3 days before 2024-05-31'],
    ['الشهر الجاري', 'the month of 2024-05-31'],
    ['سيصل الأحد', 'the verb points ahead from 2024-05-31'],
    ['الأحد الماضي', 'the modifier points back from 2024-05-31'],
    ['في 3 يونيو', 'nothing points: the nearest to 2024-05-31'],
    ['31 فبراير 2024', 'the calendar has no such date: it is never rolled over'],
    ['لمدة ثلاثة أيام', 'an amount of time, on no calendar'],
    ['حتى الآن', 'it names no date'],
  ])('says why «%s» has its value', (text, why) => {
    const { times } = explainTime(text, calendar, { date: '2024-05-31', basis: 'reference' });
    expect(times.map(time => time.why)).toEqual([why]);
  });

  it('says what stays open', () => {
    expect(explainTime('وصل أمس', calendar).times[0].why).toBe('there is nothing to count from: left open');
  });
});
