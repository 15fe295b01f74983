/** Texts that have broken other programs: each is generated to about a number of characters. All are ours. */

const WORD = 'وزير';
const SENTENCE = 'قال وزير الخارجية المصري إن الحكومة تدرس القرار، وأضاف أن العمل مستمر في البلاد. ';

function repeated(unit: string, characters: number): string {
  return unit.repeat(Math.max(1, Math.ceil(characters / unit.length)));
}

/** Head of a page, so that the flood stands in a body. */
const HEAD = 'وزير الخارجية يزور عمان\n2024-05-31\n';

export type Flood = (characters: number) => string;

/** Lines that are all different, to about a number of characters. */
function numbered(characters: number, line: (number: number) => string): string {
  return Array.from({ length: Math.ceil(characters / line(1).length) }, (_, i) => line(i)).join('');
}

/** Floods by name. */
export const FLOODS: Readonly<Record<string, Flood>> = {
  'one line': n => HEAD + repeated(SENTENCE, n),
  'one word': n => HEAD + repeated('كتب', n),
  'one word of ASCII': n => HEAD + repeated('a', n),
  'one word of tatweel': n => `${HEAD}ك${repeated('\u0640', n)}تب`,
  'combining marks': n => `${HEAD}ك${repeated('\u064e\u0651', n)}`,
  'marks without a letter': n => HEAD + repeated('\u0650', n),
  'a million and': n => HEAD + repeated('و', n),
  'separate ands': n => HEAD + repeated('و ', n),
  'clitics without a word': n => HEAD + repeated('وبال', n),
  digits: n => HEAD + repeated('1', n),
  'digits and slashes': n => HEAD + repeated('1/', n),
  'spaced digits and slashes': n => HEAD + repeated('1 / ', n),
  dates: n => HEAD + repeated('12/05/2024 ', n),
  'dates on lines': n => HEAD + repeated('في 12 مايو 2024.\n', n),
  'dates on lines of their own': n =>
    HEAD +
    numbered(
      n,
      i =>
        `وقال ${letters(i * 31)} في يوم ${(i % 28) + 1} مايو ${1900 + (i % 200)} إن مصر ${letters(i * 7919)} تنتظر ${letters(i)} القادم.\n`,
    ),
  'dates without a stop': n => HEAD + repeated('في 12 مايو ', n),
  'many dates without a stop': n => HEAD + numbered(n, i => `في ${(i % 28) + 1} مايو ${1990 + (i % 40)} `),
  'dates and countries without a stop': n => HEAD + repeated('مصر 12 مايو 2024 فرنسا ', n),
  months: n => HEAD + repeated('كانون الثاني يناير ', n),
  weekdays: n => HEAD + repeated('الأربعاء ', n),
  'years and ranges': n => HEAD + repeated('2020-2021 من عام 2022 إلى ', n),
  'relative dates': n => repeated('أمس وغدا قبل يومين بعد أسبوع ', n),
  'hijri dates': n => HEAD + repeated('15 رمضان 1445 هـ ', n),
  'number words': n => HEAD + repeated('ألف ومئة وخمسة وعشرون ', n),
  brackets: n => HEAD + repeated('(', n),
  'nested brackets': n => HEAD + repeated('(', n / 2) + repeated(')', n / 2),
  quotes: n => HEAD + repeated('«', n),
  'signs of ends': n => HEAD + repeated('؟!.', n),
  spaces: n => HEAD + repeated(' ', n),
  'line feeds': n => HEAD + repeated('\n', n),
  'carriage returns': n => HEAD + repeated('\r', n),
  tabs: n => HEAD + repeated('\t', n),
  'zero-width characters': n => HEAD + repeated('\u200b\u200c\u200d', n),
  'direction controls': n => HEAD + repeated('\u202e\u2066', n),
  'short lines': n => HEAD + repeated(`${WORD}\n`, n),
  'equal lines': n => HEAD + repeated(`${SENTENCE}\n`, n),
  'distinct words': n => HEAD + Array.from({ length: n / 6 }, (_, i) => letters(i)).join(' '),
  'labels of related articles': n => HEAD + repeated(`${SENTENCE}\nاقرأ أيضا: ${SENTENCE}\n`, n),
  'related articles without dates': n =>
    numbered(n, i => `وقال يوم الأربعاء 15 أكتوبر إن رقم ${i}\nاقرأ أيضا:\nالناتو في يوم الخميس ${i}\n`),
  'labels of sources': n => HEAD + repeated('المصدر: وكالة\n', n),
  'labels of tags': n => HEAD + repeated('الكلمات المفتاحية: مصر، فرنسا\n', n),
  'hash tags': n => HEAD + repeated('#وسم ', n),
  bullets: n => HEAD + repeated('• خبر\n', n),
  addresses: n => HEAD + repeated('https://example.org/a?b=c&d=%D8 ', n),
  'titles of ministers': n => HEAD + repeated('وزير خارجية ', n),
  'ministers and names': n => HEAD + repeated('وزير الخارجية الأمريكي أنتوني بلينكن ونظيره المصري سامح شكري ', n),
  'groups of ministers': n => HEAD + repeated('وزراء خارجية مصر والأردن والعراق و', n),
  alliances: n => HEAD + repeated('حلف شمال الأطلسي (الناتو) والحلف ', n),
  anaphors: n => `${HEAD}الناتو ${repeated('الحلف ', n)}`,
  'halves of names': n => HEAD + repeated('الولايات المتحدة جمهورية ', n),
  'prototype names': n => HEAD + repeated('__proto__ constructor toString hasOwnProperty valueOf ', n),
  'surrogate halves': n => HEAD + repeated('\u{1f600}\u{10400}', n),
};

const LETTERS = 'بتثجحخدذرزسشصضطظعغفقكلمنه';

/** A word of letters for a number, different for different numbers. */
function letters(number: number): string {
  let word = 'ك';
  for (let rest = number; rest > 0; rest = Math.floor(rest / LETTERS.length)) word += LETTERS[rest % LETTERS.length];
  return word;
}
