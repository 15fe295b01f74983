/** «قبل ثلاثة أيام», «منذ عامين», «بعد أسبوع»: a date so far from the reference, at the grain of the unit. */
import type { Meaning, Unit } from '../expression.ts';
import { type Amount, periodValue, readApproximation, readCountedUnit } from '../phrases/amount.ts';
import type { TokenView } from '../view.ts';
import { Wake } from '../words.ts';
import type { Found, Rule } from './rule.ts';

/** After «عام», «شهر», «يوم» alone something may follow that makes it the head of a date: «قبل عام 2015», «بعد يوم الأحد». */
function headsDate(view: TokenView, end: number): boolean {
  if (view.number(end) >= 0) return true;
  const senses = view.senses(end);
  return (
    senses?.weekday !== undefined ||
    senses?.month !== undefined ||
    senses?.deictic !== undefined ||
    senses?.named !== undefined
  );
}

const ONLY: ReadonlySet<string> = new Set(['فقط', 'تقريبا']);

/** «من حكم المحكمة»: counted from an event; «من الآن», «من اليوم» count from now and belong to the span. */
function anchor(view: TokenView, end: number): { event: boolean; end: number } {
  if (ONLY.has(view.form(end)) && view.senses(end + 1)?.anchorAfter !== undefined) return { event: true, end };
  if (view.senses(end)?.anchorAfter === undefined || view.beginsLine(end)) return { event: false, end };
  const next = view.word(end + 1);
  const now = next?.senses.vague === 'PRESENT_REF' || next?.senses.deictic === 0;
  return now && next ? { event: false, end: end + 1 + next.length } : { event: true, end };
}

/** A half or unknown amount cannot move a date; the smaller unit that expresses a half can. */
function shiftOf({ unit, amount, half }: Amount): { unit: Unit; amount: number } | null {
  if (amount === null) return null;
  const total = amount + (half ? 0.5 : 0);
  if (Number.isInteger(total)) return { unit, amount: total };
  if (unit === 'Y') return { unit: 'M', amount: total * 12 };
  if (unit === 'CE') return { unit: 'Y', amount: total * 100 };
  if (unit === 'DE') return { unit: 'Y', amount: total * 10 };
  if (unit === 'H') return { unit: 'I', amount: total * 60 };
  return unit === 'D' ? { unit: 'H', amount: total * 24 } : { unit, amount: Math.floor(total) };
}

function meaningOf(role: string, amount: Amount, event: boolean): Meaning {
  const shift = shiftOf(amount);
  if (event && role !== 'since') return { kind: 'duration', value: periodValue(amount) };
  if (!shift) {
    if (role === 'since') return { kind: 'duration', value: periodValue(amount) };
    return { kind: 'vague', value: role === 'after' ? 'FUTURE_REF' : 'PAST_REF' };
  }
  return { kind: 'point', shift: { unit: shift.unit, amount: role === 'after' ? shift.amount : -shift.amount } };
}

export const offset: Rule = {
  name: 'offset',
  wakes: Wake.Offset,
  read(view, at): Found | null {
    const role = view.single(at)?.senses.role?.find(name => name === 'since' || name === 'before' || name === 'after');
    if (!role || view.beginsLine(at + 1)) return null;
    const about = readApproximation(view, at + 1);
    const amount = readCountedUnit(view, about.end, true);
    if (!amount || (view.word(about.end)?.clitics ?? '') !== '') return null;
    const alone = amount.end === about.end + 1 && amount.value.amount === 1;
    if (alone && headsDate(view, amount.end)) return null;
    const { event, end } = anchor(view, amount.end);
    return {
      first: at,
      last: end,
      meaning: meaningOf(role, amount.value, event),
      ...(about.mod && { mod: about.mod }),
    };
  },
};
