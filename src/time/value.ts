/** TIMEX3 values from fields. Unknown digits are X; see ISO-TimeML (TIMEX3 `value`). */
import type { Clock } from './expression.ts';

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/** `2024-05-31`, `2024-05`, `2024`, `XXXX-05-31`, `XXXX-05`. */
export function dateValue(year: number | undefined, month?: number, day?: number): string {
  let value = year === undefined ? 'XXXX' : pad(year, 4);
  if (month !== undefined || day !== undefined) value += `-${month === undefined ? 'XX' : pad(month, 2)}`;
  if (day !== undefined) value += `-${pad(day, 2)}`;
  return value;
}

/** `2024-W22`. */
export function weekValue(year: number, week: number): string {
  return `${pad(year, 4)}-W${pad(week, 2)}`;
}

/** `T06:30`, `T06:30:15`. */
export function clockValue({ hour, minute, second }: Clock): string {
  return `T${pad(hour, 2)}:${pad(minute, 2)}${second === undefined ? '' : `:${pad(second, 2)}`}`;
}

/** `TMO` … `TNI`; midnight is a clock time. */
export function partValue(part: string): string {
  return part === 'MN' ? 'T24:00' : `T${part}`;
}

/** Century `19` (the 20th), decade `199` (the nineties). */
export function centuryValue(century: number): string {
  return pad(century - 1, 2);
}
