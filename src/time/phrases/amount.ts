/** An amount of a unit: «ثلاثة أيام», «يومين», «5 سنوات», «عام ونصف», «نصف ساعة», «عدة أشهر», and its TIMEX3 period. */
import type { TimeMod, Unit } from '../expression.ts';
import type { TokenView } from '../view.ts';
import { readUnit } from './direction.ts';
import { type Read, readAmount } from './number.ts';

/** `amount` null: unknown («سنوات», «بضعة أيام»). `half`: and a half more. */
export interface Amount {
  readonly unit: Unit;
  readonly amount: number | null;
  readonly half: boolean;
}

const AND = '\u0648';
const LAM = '\u0644';
const ARTICLE = '\u0627\u0644';

/** «عام ونصف», «ساعة ونصف الساعة». */
function andHalf(view: TokenView, end: number, unit: Unit): number {
  const word = view.single(end);
  if (word?.clitics !== AND || !word.senses.role?.includes('half') || view.beginsLine(end)) return -1;
  const again = view.single(end + 1);
  return again?.definite && readUnit(view, end + 1, '1') === unit ? end + 2 : end + 1;
}

function done(view: TokenView, end: number, unit: Unit, amount: number | null): Read<Amount> {
  const half = amount === null ? -1 : andHalf(view, end, unit);
  return { value: { unit, amount, half: half > 0 }, end: half > 0 ? half : end };
}

/** A fraction of a unit: «نصف ساعة», «ربع قرن». */
function fractionOf(view: TokenView, at: number): Read<Amount> | null {
  const roles = view.single(at)?.senses.role ?? [];
  const unit = readUnit(view, at + 1, '1');
  if (!unit || view.beginsLine(at + 1) || view.single(at + 1)?.clitics !== '' || view.single(at)?.definite) return null;
  const part = roles.includes('half') ? 0.5 : roles.includes('quarter') ? 0.25 : 0;
  return part > 0 && (unit === 'H' || unit === 'CE' || unit === 'Y')
    ? { value: { unit, amount: part, half: false }, end: at + 2 }
    : null;
}

function isBare(view: TokenView, at: number): boolean {
  return view.single(at)?.definite === false;
}

/** An indefinite amount. `alone` allows the bare singular and plural: «منذ عام», «قبل سنوات», never «عام» by itself. */
export function readCountedUnit(view: TokenView, at: number, alone: boolean): Read<Amount> | null {
  const fraction = fractionOf(view, at);
  if (fraction) return fraction;
  const dual = readUnit(view, at, '2');
  if (dual && isBare(view, at)) return done(view, at + 1, dual, 2);
  const some = view.is(at, 'some') ? readUnit(view, at + 1, 'n') : null;
  if (some && !view.beginsLine(at + 1)) return done(view, at + 2, some, null);
  const count = readAmount(view, at);
  if (count && !view.beginsLine(count.end)) {
    const unit = readUnit(view, count.end, 'n') ?? readUnit(view, count.end, '1');
    if (unit && isBare(view, count.end) && view.single(count.end)?.clitics === '')
      return done(view, count.end + 1, unit, count.value);
  }
  return isBare(view, at) ? readBareUnit(view, at, alone) : null;
}

/** «لسنوات، …», «لساعات قبل …», but not «لساعات أندرويد»: no noun follows. */
function endsPhrase(view: TokenView, at: number): boolean {
  if (view.beginsLine(at) || !view.isWord(at)) return true;
  const word = view.single(at);
  return (
    word?.senses.role !== undefined ||
    word?.senses.tense !== undefined ||
    (word?.clitics ?? '') !== '' ||
    view.form(at)[0] === AND
  );
}

/** «أيام التداول», «ساعات الليل»: a definite noun follows, the unit is its head. */
function headsNoun(view: TokenView, at: number): boolean {
  return !view.beginsLine(at) && view.isWord(at) && view.form(at).startsWith(ARTICLE) && view.form(at).length > 3;
}

/** «أسبوعا كاملا»: a whole one. */
const WHOLE: ReadonlySet<string> = new Set(['كامل', 'كاملا', 'كاملة']);

/** A unit without an amount: «يوم واحد», «أشهر طويلة», «لسنوات»; and, where `alone` allows it, «عام», «سنوات». */
function readBareUnit(view: TokenView, at: number, alone: boolean): Read<Amount> | null {
  const after = view.beginsLine(at + 1) ? null : view.single(at + 1);
  const many = readUnit(view, at, 'n');
  if (many) {
    if (headsNoun(view, at + 1)) return null;
    const long = after?.senses.long !== undefined && after.clitics === '';
    return long || alone || ((view.single(at)?.clitics ?? '').endsWith(LAM) && endsPhrase(view, at + 1))
      ? done(view, at + (long ? 2 : 1), many, null)
      : null;
  }
  const one = readUnit(view, at, '1');
  const single =
    (after?.senses.cardinal === 1 && after.clitics === '') ||
    (!view.beginsLine(at + 1) && WHOLE.has(view.form(at + 1)));
  const half = one && isBare(view, at) && andHalf(view, at + 1, one) > 0; // «ساعة ونصف»
  return one && (alone || single || half) ? done(view, at + (single ? 2 : 1), one, 1) : null;
}

/** «الأيام الثلاثة», «السنوات العشر», «الساعات الـ24», «الـ24 ساعة», «اليومين»: definite, so a modifier is to follow. */
export function readDefiniteAmount(view: TokenView, at: number): Read<Amount> | null {
  if (view.form(at).endsWith(ARTICLE) && view.form(at).length <= 3 && view.number(at + 1) >= 0) {
    const unit = readUnit(view, at + 2, '1') ?? readUnit(view, at + 2, 'n');
    return unit && isBare(view, at + 2)
      ? { value: { unit, amount: view.number(at + 1), half: false }, end: at + 3 }
      : null;
  }
  if (view.single(at)?.definite !== true) return null;
  const dual = readUnit(view, at, '2');
  if (dual) return { value: { unit: dual, amount: 2, half: false }, end: at + 1 };
  const many = readUnit(view, at, 'n');
  if (!many) return null;
  if (view.form(at + 1) === ARTICLE && view.number(at + 2) >= 0)
    return { value: { unit: many, amount: view.number(at + 2), half: false }, end: at + 3 };
  const word = view.single(at + 1);
  const count =
    word?.clitics === '' && word.definite && !view.beginsLine(at + 1) ? readDefiniteCount(view, at + 1) : null;
  if (count) return { value: { unit: many, amount: count.value, half: false }, end: count.end };
  if (word?.senses.few !== undefined) return { value: { unit: many, amount: null, half: false }, end: at + 2 };
  return { value: { unit: many, amount: null, half: false }, end: at + 1 };
}

function readDefiniteCount(view: TokenView, at: number): Read<number> | null {
  const value = view.single(at)?.senses.cardinal;
  if (value === undefined) return null;
  const next = view.single(at + 1);
  if (next?.senses.cardinal === 10 && next.clitics === '' && value < 10) return { value: value + 10, end: at + 2 };
  if (next?.clitics === AND && (next.senses.cardinal ?? 0) >= 20 && value < 10)
    return { value: value + next.senses.cardinal!, end: at + 2 };
  return { value, end: at + 1 };
}

/** «نحو», «أكثر من», «أقل من» before an amount: what they mean, and the place after. */
export function readApproximation(view: TokenView, at: number): { mod?: TimeMod; end: number } {
  const word = view.word(at);
  const roles = word?.senses.role ?? [];
  if (!word) return { end: at };
  if (roles.includes('about')) return { mod: 'APPROX', end: at + word.length };
  if (roles.includes('more')) return { mod: 'BEFORE', end: at + word.length };
  if (roles.includes('less')) return { mod: 'AFTER', end: at + word.length };
  return { end: at };
}

const CLOCK_UNITS: ReadonlySet<Unit> = new Set<Unit>(['H', 'I', 'S']);

/** TIMEX3 value of a duration: P3D, PT1H30M, P18M, PXM. A half year is months, half a century is years. */
export function periodValue({ unit, amount, half }: Amount): string {
  const letter = unit === 'I' ? 'M' : unit;
  const prefix = CLOCK_UNITS.has(unit) ? 'PT' : 'P';
  if (amount === null) return `${prefix}X${letter}`;
  const total = amount + (half ? 0.5 : 0);
  if (Number.isInteger(total)) return `${prefix}${total}${letter}`;
  if (unit === 'H') return total < 1 ? `PT${total * 60}M` : `PT${Math.floor(total)}H30M`;
  if (unit === 'Y') return `P${total * 12}M`;
  if (unit === 'CE') return `P${total * 100}Y`;
  if (unit === 'DE') return `P${total * 10}Y`;
  if (unit === 'D') return `PT${total * 24}H`;
  return `${prefix}${total}${letter}`;
}
