/** Modifiers and the units they modify: «الماضي», «العام الماضي», «هذا الشهر», «ذلك العام», «الشهر الجاري». */
import type { Direction, Unit } from '../expression.ts';
import type { TokenView } from '../view.ts';
import type { Read } from './number.ts';

/** A modifier at a place; clitics before it make it another word's. */
export function readDirection(view: TokenView, at: number): Read<Direction> | null {
  if (view.beginsLine(at)) return null;
  const word = view.word(at);
  const direction = word?.senses.direction;
  return word && direction !== undefined && word.clitics === ''
    ? { value: direction as Direction, end: at + word.length }
    : null;
}

/** Steps from the reference that a modifier asks for. */
export function stepsOf(direction: Direction): number {
  if (direction === 'past' || direction === 'previous' || direction === 'last') return -1;
  if (direction === 'past2') return -2;
  if (direction === 'future2') return 2;
  return direction === 'present' || direction === 'same' ? 0 : 1;
}

/** The unit at a place, singular, with the grammatical number wanted: '1', '2' or 'n'. */
export function readUnit(view: TokenView, at: number, number: string): Unit | null {
  const [unit, count] = (view.single(at)?.senses.unit ?? '').split('.');
  return unit !== '' && count === number ? (unit as Unit) : null;
}

/** A unit pointed at: which unit, how many steps, and whether from the reference or from the date said before. */
export interface Period {
  readonly unit: Unit;
  readonly direction: Direction;
}

const PERIOD_UNITS: ReadonlySet<Unit> = new Set<Unit>(['D', 'W', 'M', 'Y', 'DE', 'CE']);

function pointed(view: TokenView, at: number): Read<Period> | null {
  const sense = view.single(at)?.senses.this;
  const unit = readUnit(view, at + 1, '1');
  const word = view.single(at + 1);
  if (sense === undefined || !unit || !word?.definite || word.clitics !== '' || view.beginsLine(at + 1)) return null;
  if (!PERIOD_UNITS.has(unit)) return null;
  const academic = view.is(at + 2, 'academic') ? 1 : 0;
  const after = readDirection(view, at + 2 + academic);
  return { value: { unit, direction: (after?.value ?? sense) as Direction }, end: after?.end ?? at + 2 + academic };
}

/** «العام الماضي», «الشهر الجاري», «هذا الأسبوع», «السنة الدراسية المقبلة»; null when no modifier points. */
export function readPeriod(view: TokenView, at: number): Read<Period> | null {
  const before = pointed(view, at);
  if (before) return before;
  const word = view.single(at);
  const unit = readUnit(view, at, '1');
  if (!word?.definite || !unit || !PERIOD_UNITS.has(unit)) return null;
  const academic = view.is(at + 1, 'academic') && !view.beginsLine(at + 1) ? 1 : 0;
  const direction = readDirection(view, at + 1 + academic);
  if (!direction) {
    const trailing = view.single(at + 1);
    if (
      trailing?.senses.this === 'present' &&
      trailing.clitics === '' &&
      unit !== 'D' &&
      !view.beginsLine(at + 1) &&
      !view.senses(at + 2)?.unit
    )
      return { value: { unit, direction: 'present' }, end: at + 2 };
    return null;
  }
  if (direction.value === 'last' || (direction.value === 'new' && unit !== 'Y')) return null;
  if (unit === 'D' && !['same', 'next', 'previous', 'past', 'future'].includes(direction.value)) return null;
  return { value: { unit, direction: direction.value }, end: direction.end };
}

/** A definite unit with no modifier: «نهاية العام», «الربع الأول من السنة»; means the present one. */
export function readPlainPeriod(view: TokenView, at: number): Read<Period> | null {
  const word = view.single(at);
  const unit = readUnit(view, at, '1');
  if (!word?.definite || !unit || word.clitics !== '' || !['W', 'M', 'Y'].includes(unit)) return null;
  const academic = view.is(at + 1, 'academic') && !view.beginsLine(at + 1) ? 1 : 0;
  return { value: { unit, direction: 'present' }, end: at + 1 + academic };
}
