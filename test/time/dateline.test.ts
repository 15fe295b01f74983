import { describe, expect, it } from 'vitest';
import { tokenBuffer, tokenise } from '../../src/text/tokenise.ts';
import { Vocabulary } from '../../src/text/vocabulary.ts';
import { type DateLine, parseDateLine } from '../../src/time/dateline.ts';
import { calendar } from './examples.ts';

function read(line: string, reference?: { date: string; time?: string }): DateLine | null {
  const vocabulary = new Vocabulary();
  return parseDateLine(tokenise(line, 0, line.length, vocabulary, tokenBuffer()), vocabulary, calendar, reference);
}

/** `date time precision` or `-`. */
function short(line: string): string {
  const found = read(line);
  return found
    ? [found.date, found.time, found.precision, found.hijri && 'hijri', found.conflict && 'conflict']
        .filter(Boolean)
        .join(' ')
    : '-';
}

describe('date lines', () => {
  it.each([
    ['تاريخ النشر: 24th, October 2023 GMT', '2023-10-24 day'],
    ['الجمعة، 31 مايو 2024 10:15 م', '2024-05-31 22:15 day'],
    ['الجمعة , 31 مايو 2024 - 10:15 صباحاً', '2024-05-31 10:15 day'],
    ['تم نشره الأحد 3 كانون الأول / ديسمبر 2023 10:15 مساءً', '2023-12-03 22:15 day'],
    ['10:15 م الجمعة 31 مايو 2024', '2024-05-31 22:15 day'],
    ['آخر تحديث السبت 10:15 5-11-2022', '2022-11-05 10:15 day'],
    ['تاريخ: 10:15 05-11-2022 المصدر: الوكالة', '2022-11-05 10:15 day'],
    ['29-11-2022 | 09:49', '2022-11-29 09:49 day'],
    ['• 29-11-2022, 09:49', '2022-11-29 09:49 day'],
    ['الخميس 05/مارس/2020 - 03:12 م', '2020-03-05 15:12 day'],
    ['جمعة, 05/31/2024 - 10:00', '2024-05-31 10:00 day'],
    ['ثلاثاء, 04/09/2024 - 10:00', '2024-04-09 10:00 day'],
    ['جمعة, 2024-05-31 10:00', '2024-05-31 10:00 day'],
    ['Fri - 2024/5/31 الجمعة', '2024-05-31 day'],
    ['2024/05/31 الساعة 10:15', '2024-05-31 10:15 day'],
    ['2024-05-31 10:15:30', '2024-05-31 10:15 day'],
    ['دبي 31.05.2024', '2024-05-31 day'],
    ['2024-05-31T10:15+0000', '2024-05-31 10:15 day'],
    ['2024-05-31T10:15:00.000Z', '2024-05-31 10:15 day'],
    ['آخر تحديث: الجمعة 31 مايو 2024 - 3:12 م بتوقيت أبوظبي', '2024-05-31 15:12 day'],
    ['آخر تحديث: 2024/5/31 الساعة 10:15 (مكة المكرمة) الموافق 1445/11/23 هـ', '2024-05-31 10:15 day'],
    ['نشرت في: 31 مايو 2024', '2024-05-31 day'],
    ['٣١ مايو ٢٠٢٤', '2024-05-31 day'],
    ['23 ذو القعدة 1445', '2024-05-31 day hijri'],
    ['الجمعة 23 ذو القعدة 1445 ﻫ - 31 مايو 2024 |', '2024-05-31 day'],
    ['الجمعة 31 مايو 2024 م - 23 ذو القعدة 1445 هـ', '2024-05-31 day'],
    ['الجمعة 31 مايو 2024 الموافق لـ 23 ذو القعدة 1445', '2024-05-31 day'],
    ['الجمعة , مايو 31 2024', '2024-05-31 day'],
    ['عمّان - 30 أيار 2024 (بترا)', '2024-05-30 day'],
    ['الرباط، المغرب 12 شتنبر 2021 (وكالة)', '2021-09-12 day'],
    ['مشاهدات 12Nov2023 تعليق', '2023-11-12 day'],
    ['Tue, 04 Aug 2015 10:00:00 +0300', '2015-08-04 10:00 day'],
    ['date 2015-08', '2015-08 month'],
    ['الخميس 31 مايو 2024', '2024-05-31 day conflict'],
    ['مايو 2024', '2024-05 month'],
    ['2015', '-'],
    ['منذ 3 ساعات', '-'],
    ['القاهرة في 30 مايو /وكالة/', '-'],
    ['31 فبراير 2024', '-'],
    ['بقلم: أحمد صالح', '-'],
  ])('%s', (line, expected) => {
    expect(short(line)).toBe(expected);
  });

  it('counts an age from the time of the crawl, when that is known', () => {
    expect(read('منذ 3 أيام', { date: '2024-05-31' })?.date).toBe('2024-05-28');
  });
});
