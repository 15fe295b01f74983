/** A stand-in for the time room's date lines until it is merged: the common written forms, no more. */
import type { Tokens } from '../text/tokenise.ts';
import { TypeKind, type Vocabulary } from '../text/vocabulary.ts';
import type { DateReader, LineDate } from './date-reader.ts';

const SERIES = [
  'يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر',
  'كانون_الثاني شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين_الاول تشرين_الثاني كانون_الاول',
  'جانفي فيفري مارس افريل ماي جوان جويليه اوت سبتمبر اكتوبر نوفمبر ديسمبر',
  'يناير فبراير مارس ابريل ماي يونيو يوليوز غشت شتنبر اكتوبر نونبر دجنبر',
  'january february march april may june july august september october november december',
  'jan feb mar apr may jun jul aug sep oct nov dec',
];
const MONTHS = new Map(SERIES.flatMap(series => series.split(' ').map((name, index) => [name, index + 1] as const)));
const OTHER = new Set(
  (
    'السبت الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه سبت احد اثنين ثلاثاء اربعاء خميس جمعه الساعه ص م صباحا مساء هـ ه بتوقيت غرينتش القاهره ' +
    'gmt th st nd rd am pm t utc في يوم الموافق كانون تشرين الاول الثاني محرم صفر ربيع جمادي رجب شعبان رمضان شوال القعده ذو ذي الحجه ' +
    'saturday sunday monday tuesday wednesday thursday friday اليوم'
  ).split(' '),
);

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

interface Units {
  readonly numbers: number[];
  month: number | undefined;
  monthAt: number;
  time: string | undefined;
}

function unitsOf(tokens: Tokens, vocabulary: Vocabulary): Units {
  const units: Units = { numbers: [], month: undefined, monthAt: 0, time: undefined };
  const signAt = (index: number): string =>
    index >= 0 && index < tokens.count && vocabulary.kind(tokens.types[index]) === TypeKind.Sign
      ? vocabulary.form(tokens.types[index])
      : '';
  for (let i = 0; i < tokens.count; i++) {
    const type = tokens.types[i];
    if (vocabulary.kind(type) === TypeKind.Number) {
      if (signAt(i + 1) === ':' && i + 2 < tokens.count && !units.time) {
        units.time = `${pad(vocabulary.number(type))}:${pad(vocabulary.number(tokens.types[i + 2]))}`;
        i += 2;
      } else if (signAt(i - 1) !== ':' || tokens.gaps[i] > 0) units.numbers.push(vocabulary.number(type));
    } else if (vocabulary.kind(type) === TypeKind.Word && units.month === undefined) {
      const two = i + 1 < tokens.count ? `${vocabulary.key(type)}_${vocabulary.key(tokens.types[i + 1])}` : '';
      const month = MONTHS.get(two) ?? MONTHS.get(vocabulary.key(type)) ?? MONTHS.get(fold(vocabulary.key(type)));
      if (month) [units.month, units.monthAt] = [month, units.numbers.length];
    }
  }
  return units;
}

function fold(key: string): string {
  return key.replaceAll('\u0629', '\u0647');
}

function made(year: number, month: number, day: number | undefined, time: string | undefined): LineDate | null {
  if (year < 1900 || year > 2100 || month < 1 || month > 12) return null;
  if (day === undefined) return { date: `${year}-${pad(month)}` };
  if (day < 1 || day > daysIn(year, month)) return null;
  return { date: `${year}-${pad(month)}-${pad(day)}`, time };
}

/** The stand-in. */
export const simpleDates: DateReader = {
  parse(tokens, vocabulary) {
    const { numbers, month, monthAt, time } = unitsOf(tokens, vocabulary);
    if (month !== undefined) {
      const year = numbers.slice(monthAt).find(number => number >= 1900 && number <= 2100);
      return year === undefined ? null : made(year, month, numbers[monthAt - 1] ?? numbers.find(n => n <= 31), time);
    }
    for (let i = 0; i + 1 < numbers.length; i++) {
      const [a, b, c] = [numbers[i], numbers[i + 1], numbers[i + 2]];
      if (a >= 1900 && a <= 2100) return made(a, b, c, time);
      if (c >= 1900 && c <= 2100) return b > 12 ? made(c, a, b, time) : made(c, b, a, time);
    }
    return null;
  },
  isDateWord(type, vocabulary) {
    const key = fold(vocabulary.key(type));
    return MONTHS.has(key) || OTHER.has(key);
  },
};
