/** «ثلاثة أيام», «24 ساعة», «الأشهر الستة الماضية», «خلال عام», «على مدى عقود». */
import { periodValue, readApproximation, readCountedUnit, readDefiniteAmount } from '../phrases/amount.ts';
import { readDirection } from '../phrases/direction.ts';
import type { TokenView } from '../view.ts';
import { Wake } from '../words.ts';
import { withArticle } from './day-month.ts';
import type { Found, Rule } from './rule.ts';

/** «الأيام الماضية», «الأشهر الستة المقبلة», «الأيام القليلة الماضية»: a modifier, or at least a number, is needed. */
function definite(view: TokenView, at: number): Found | null {
  const amount = readDefiniteAmount(view, at);
  if (!amount || (view.beginsLine(at + 1) && amount.end > at + 1)) return null;
  let { end } = amount;
  if (view.single(end)?.senses.few !== undefined) end++;
  const direction = readDirection(view, end);
  if (!direction && amount.value.amount === null) return null;
  if (!direction && view.number(at + 1) < 0 && amount.end === at + 1) return null;
  return { first: at, last: direction?.end ?? end, meaning: { kind: 'duration', value: periodValue(amount.value) } };
}

/** «خلال عام», «لمدة أسبوع», «على مدى سنوات»: the preposition lets a bare unit count as one, or as some. */
function allowsBare(view: TokenView, at: number): boolean {
  if (view.beginsLine(at)) return false;
  const before = view.single(at - 1);
  const roles = before?.senses.role ?? [];
  if (roles.includes('within')) return true;
  const two = view.single(at - 2)?.senses.role ?? [];
  return view.is(at - 1, 'of') && (two.includes('more') || two.includes('less')) ? true : roles.includes('about');
}

/** «عام 2015», «يوم الأحد», «شهر رمضان»: a head noun, not an amount. */
function headsDate(view: TokenView, end: number): boolean {
  const senses = view.senses(end);
  return (
    view.number(end) >= 0 ||
    senses?.weekday !== undefined ||
    senses?.month !== undefined ||
    senses?.deictic !== undefined
  );
}

const UNDER: ReadonlySet<string> = new Set(['تحت', 'دون', 'لأقل', 'الأقل', 'لاقل']);
const OLDEST_YOUTH = 23;

/** «تحت 20 سنة», «لأقل من 17 سنة»: an age group of sport. */
function isAgeGroup(view: TokenView, at: number): boolean {
  const before = view.is(at - 1, 'of') ? at - 2 : at - 1;
  return view.number(at) > 0 && view.number(at) <= OLDEST_YOUTH && UNDER.has(view.form(before));
}

export const duration: Rule = {
  name: 'duration',
  wakes: Wake.Number | Wake.Year | Wake.Cardinal | Wake.Unit | Wake.Fraction,
  read(view, at) {
    const from = withArticle(view, at);
    const found = definite(view, from);
    if (found) return found;
    const bare = allowsBare(view, at) || aboutBefore(view, at);
    const amount = readCountedUnit(view, at, bare);
    if (!amount || (amount.value.unit === 'Y' && isAgeGroup(view, at))) return null;
    if (amount.end === at + 1 && amount.value.amount === 1 && headsDate(view, amount.end)) return null;
    const direction = amount.value.amount === 1 ? null : readDirection(view, amount.end);
    const past = direction && ['past', 'future', 'last'].includes(direction.value) ? direction.end : amount.end;
    return { first: at, last: past, meaning: { kind: 'duration', value: periodValue(amount.value) } };
  },
};

/** «أكثر من عام», «نحو شهر». */
function aboutBefore(view: TokenView, at: number): boolean {
  return readApproximation(view, at - 2).end === at || readApproximation(view, at - 1).end === at;
}
