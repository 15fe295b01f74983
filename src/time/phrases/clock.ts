/** A time of day: «6:30», «السابعة والنصف مساء», «18:00 بتوقيت غرينتش», «10,00 ت غ». */

import { Gap } from '../../text/tokenise.ts';
import type { Clock } from '../expression.ts';
import type { TokenView } from '../view.ts';
import { type Read, readNumberWords, readOrdinal } from './number.ts';

/** A clock, and whether words besides the figures prove that it is one. */
export interface ClockRead extends Read<Clock> {
  readonly proved: boolean;
  /** ص or م said which half of the day. */
  readonly settled: boolean;
}

const AND = '\u0648';

function figures(view: TokenView, at: number, headed: boolean): Read<Clock> | null {
  const hour = view.number(at);
  if (hour < 0 || hour > 24 || view.digits(at) > 2) return null;
  const sign = view.sign(at + 1);
  const minute = view.number(at + 2);
  const joined = view.tokens.gaps[at + 1] === Gap.None && view.tokens.gaps[at + 2] === Gap.None;
  if (
    (sign === ':' || (headed && (sign === '.' || sign === ','))) &&
    joined &&
    minute >= 0 &&
    minute < 60 &&
    view.digits(at + 2) === 2
  ) {
    const second = view.sign(at + 3) === ':' && view.glued(at + 4) ? view.number(at + 4) : -1;
    return second >= 0 && second < 60
      ? { value: { hour, minute, second }, end: at + 5 }
      : { value: { hour, minute }, end: at + 3 };
  }
  return headed ? { value: { hour, minute: 0 }, end: at + 1 } : null;
}

/** «الساعة 1530», «0347 بتوقيت جرينتش»: the agencies' way. */
function fourDigits(view: TokenView, at: number, headed: boolean): Read<Clock> | null {
  const value = view.number(at);
  if (view.digits(at) !== 4 || value < 0 || value >= 2400 || value % 100 > 59) return null;
  if (!headed && zoneEnd(view, at + 1) < 0) return null;
  return { value: { hour: Math.floor(value / 100), minute: value % 100 }, end: at + 1 };
}

/** «10 مساء», «8 صباحا»: an hour by figure, when a word of the day follows and no day of its own. */
function hourBeforeWord(view: TokenView, at: number): Read<Clock> | null {
  const hour = view.number(at);
  if (
    hour < 1 ||
    hour > 12 ||
    view.digits(at) > 2 ||
    meridiem(view, at + 1) === null ||
    view.word(at + 1)?.senses.partAdverb === undefined
  )
    return null;
  return { value: { hour, minute: 0 }, end: at + 1 };
}

function fraction(view: TokenView, at: number): Read<number> | null {
  if (view.beginsLine(at)) return null;
  const word = view.word(at);
  const roles = word?.senses.role ?? [];
  if (word?.clitics === AND) {
    if (roles.includes('half')) return { value: 30, end: at + 1 };
    if (roles.includes('quarter')) return { value: 15, end: at + 1 };
    if (roles.includes('third')) return { value: 20, end: at + 1 };
    const count = readNumberWords(view, at);
    if (count && count.value < 60 && view.is(count.end, 'minuteWord'))
      return { value: count.value, end: count.end + 1 };
  }
  if (word && roles.includes('quarterTo')) return { value: -15, end: at + word.length };
  if (word && roles.includes('thirdTo')) return { value: -20, end: at + word.length };
  if (view.form(at) === AND && view.number(at + 1) >= 0 && view.number(at + 1) < 60 && view.is(at + 2, 'minuteWord'))
    return { value: view.number(at + 1), end: at + 3 };
  return null;
}

function words(view: TokenView, at: number): Read<Clock> | null {
  const twelve = view.single(at)?.definite ? twelveOrEleven(view, at) : null;
  const ordinal = twelve ?? readOrdinal(view, at);
  return ordinal && ordinal.value <= 12 && view.single(at)?.definite
    ? { value: { hour: ordinal.value, minute: 0 }, end: ordinal.end }
    : null;
}

/** «الحادية عشرة», «الثانية عشرة»: ordinal + ten. */
function twelveOrEleven(view: TokenView, at: number): Read<number> | null {
  const unit = view.single(at)?.senses.ordinal;
  const ten = view.single(at + 1);
  return unit !== undefined && unit <= 2 && ten?.senses.cardinal === 10 && ten.clitics === ''
    ? { value: unit + 10, end: at + 2 }
    : null;
}

/** Applies the words of morning and evening to an hour of twelve. */
export function settleHour(clock: Clock, half: string): Clock {
  const { hour } = clock;
  if (hour > 12) return clock;
  if (half === 'AM' || half === 'MO') return { ...clock, hour: hour === 12 ? 0 : hour };
  if (half === 'NIGHT' || half === 'NI')
    return { ...clock, hour: hour === 12 ? (clock.minute === 0 ? 24 : 0) : hour >= 6 ? hour + 12 : hour };
  if (half === 'MI') return { ...clock, hour: hour >= 10 ? hour : hour + 12 };
  return { ...clock, hour: hour === 12 ? 12 : hour + 12 };
}

function meridiem(view: TokenView, at: number): Read<string> | null {
  if (view.beginsLine(at)) return null;
  const word = view.word(at);
  if (word?.clitics !== '') return null;
  const { meridiem: half, partAdverb } = word.senses;
  const value = partAdverb ?? half;
  if (value === undefined) return null;
  const following = view.word(at + word.length);
  const startsDay =
    word.senses.part !== undefined &&
    (following?.senses.weekday !== undefined ||
      following?.senses.deictic !== undefined ||
      view.is(at + word.length, 'dayHead'));
  return startsDay && following?.clitics === ''
    ? null
    : { value: word.senses.role?.includes('gregorian') ? 'PM' : value, end: at + word.length };
}

/** «بتوقيت غرينتش», «(بتوقيت مكة)», «ت غ», «(ت.غ)», «GMT». */
export function zoneEnd(view: TokenView, at: number): number {
  if (view.beginsLine(at)) return -1;
  const open = view.sign(at) === '(' ? 1 : 0;
  let end = -1;
  const word = view.word(at + open);
  if (word?.senses.zoneAbbreviation !== undefined || word?.senses.zoneName === 'gmt') end = at + open + word.length;
  else if (view.form(at + open) === 'ت' && view.sign(at + open + 1) === '.' && view.form(at + open + 2) === 'غ')
    end = at + open + 3;
  else if (word?.senses.zone !== undefined && view.isWord(at + open + 1))
    end =
      at + open + 1 + (view.word(at + open + 1)?.senses.zoneName !== undefined ? view.word(at + open + 1)!.length : 1);
  if (end < 0) return -1;
  if (open === 1) return view.sign(end) === ')' ? end + 1 : -1;
  return end;
}

/** The clock at a place. `headed`: الساعة stood before it. */
export function readClock(view: TokenView, at: number, headed: boolean): ClockRead | null {
  const base = figures(view, at, headed) ?? fourDigits(view, at, headed) ?? hourBeforeWord(view, at) ?? words(view, at);
  if (!base) return null;
  let { value, end } = base;
  const part = fraction(view, end);
  if (part) {
    value =
      part.value > 0
        ? { ...value, minute: part.value }
        : { hour: value.hour === 1 ? 12 : value.hour - 1, minute: 60 + part.value };
    end = part.end;
  }
  const half = meridiem(view, end);
  if (half) {
    value = settleHour(value, half.value);
    end = half.end;
  }
  const zone = zoneEnd(view, end);
  if (zone > 0) end = zone;
  const latin = base.end === at + 1 && view.number(at) >= 0;
  return {
    value,
    end,
    proved: zone > 0 || (half !== null && !latin) || (half !== null && headed),
    settled: half !== null,
  };
}
