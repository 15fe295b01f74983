/**
 * Umm al-Qura, the Hijri calendar of the Gulf's newspapers, through ICU (`islamic-umalqura`). ICU tells the Hijri date
 * of a day; the way back is found by estimating the day and correcting, so no table of our own can go stale.
 */
import { civilDay, dayNumber } from './civil.ts';

/** One day of the Hijri calendar. */
export interface HijriDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MEAN_YEAR = 354.36707;
const MEAN_MONTH = MEAN_YEAR / 12;
/** Day number of 1 Muharram 1 AH, 16 July 622 Julian = 19 July 622 Gregorian. */
const EPOCH = dayNumber(622, 7, 19);

let format: Intl.DateTimeFormat | undefined;
const firstDays = new Map<number, number>();

function askIcu(number: number): HijriDay {
  format ??= new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const part = { year: 0, month: 0, day: 0 };
  for (const { type, value } of format.formatToParts(number * 86_400_000)) {
    if (type === 'year' || type === 'month' || type === 'day') part[type] = Number.parseInt(value, 10);
  }
  return part;
}

const KEPT = 4096;
const asked = new Map<number, HijriDay>();

/** The Hijri date of a Gregorian day number. Asking ICU is slow; the days of one corpus are few. */
export function hijriOf(number: number): HijriDay {
  const known = asked.get(number);
  if (known) return known;
  if (asked.size >= KEPT) asked.clear();
  const day = askIcu(number);
  asked.set(number, day);
  return day;
}

/** Day number of the first day of a Hijri month. */
export function hijriMonthStart(year: number, month: number): number {
  const slot = year * 12 + month;
  const known = firstDays.get(slot);
  if (known !== undefined) return known;
  let day = Math.round(EPOCH + (year - 1) * MEAN_YEAR + (month - 1) * MEAN_MONTH) + 10;
  for (let round = 0; round < 6; round++) {
    const at = hijriOf(day);
    const months = (year - at.year) * 12 + month - at.month;
    if (months === 0) {
      day -= at.day - 1;
      break;
    }
    day += Math.round(months * MEAN_MONTH);
  }
  firstDays.set(slot, day);
  return day;
}

/** Length of a Hijri month, 29 or 30 days. */
export function hijriMonthLength(year: number, month: number): number {
  return hijriMonthStart(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1) - hijriMonthStart(year, month);
}

/** Gregorian date of a Hijri day; null where the month has no such day or the year is beyond 1–1600 AH. */
export function fromHijri({ year, month, day }: HijriDay): ReturnType<typeof civilDay> | null {
  if (year < 1 || year > 1600 || month < 1 || month > 12 || day < 1 || day > 30) return null;
  if (day > Math.max(29, hijriMonthLength(year, month))) return null;
  return civilDay(hijriMonthStart(year, month) + day - 1);
}
