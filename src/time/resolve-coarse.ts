/** Centuries and decades; quarters, halves and seasons whose year has to be found. */
import type { Point } from './expression.ts';
import { pointerOf } from './infer.ts';
import type { Resolved, Surroundings } from './mention.ts';
import { inYear } from './resolved-day.ts';
import { centuryValue } from './value.ts';

/** A decade or century; null for anything finer. */
export function resolveCentury(point: Point, around: Surroundings): Resolved | null {
  const { reference } = around;
  if (point.decade !== undefined) {
    const shiftedCentury =
      point.shift?.unit === 'CE' && reference ? Math.floor(reference.year / 100) + 1 + point.shift.amount : 0;
    const century = point.century ?? (shiftedCentury || 20);
    return {
      value: `${point.bc ? 'BC' : ''}${centuryValue(century)}${point.decade}`,
      basis: point.century ? 'explicit' : shiftedCentury ? around.referenceBasis : 'none',
      granularity: 'decade',
    };
  }
  if (point.century === undefined) return null;
  return { value: (point.bc ? 'BC' : '') + centuryValue(point.century), basis: 'explicit', granularity: 'century' };
}

const SEASON_MONTHS: Readonly<Record<string, number>> = { WI: 12, SP: 3, SU: 6, FA: 9 };

/** A quarter, half or season without a year: the reference's year, moved by modifier or verb. */
export function resolveUndatedCoarse(point: Point, around: Surroundings): Resolved {
  const { reference, tense } = around;
  const name = point.quarter ? `Q${point.quarter}` : point.half ? `H${point.half}` : point.season;
  const granularity = point.season ? 'season' : point.half ? 'half' : 'quarter';
  if (!reference)
    return {
      value: `XXXX-${point.quarter === 0 ? 'QX' : name}`,
      basis: 'none',
      granularity,
      parts: { year: 'unknown' },
    };
  const { pointer } = pointerOf(point.direction, tense);
  if (point.quarter === 0) {
    const step = pointer === 'past' ? -1 : pointer === 'future' && point.direction !== 'present' ? 1 : 0;
    const index = reference.year * 4 + Math.ceil(reference.month / 3) - 1 + step;
    return inYear({ kind: 'point', quarter: (index % 4) + 1 }, Math.floor(index / 4), around.referenceBasis);
  }
  const start = point.season
    ? SEASON_MONTHS[point.season]
    : point.quarter
      ? point.quarter * 3 - 2
      : point.half! * 6 - 5;
  const span = point.half ? 6 : 3;
  return inYear(point, reference.year + yearStep(point, start, span, reference.month, pointer), around.referenceBasis);
}

function yearStep(point: Point, start: number, span: number, month: number, pointer: string | undefined): number {
  if (point.direction === 'present') return point.season === 'WI' && month <= 2 ? -1 : 0;
  if (point.direction !== undefined && pointer === 'past') return start + span <= month ? 0 : -1;
  if (point.direction !== undefined && pointer === 'future') return start > month ? 0 : 1;
  return start > month && pointer !== 'future' ? -1 : 0;
}
