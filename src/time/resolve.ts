/**
 * Gives every expression of an article its value. All segments go together, because a year may come from a date said
 * before or after. Where there is no reference date two passes are made: the first finds the years that the text and its
 * weekdays prove, the second lends them.
 */
import type { Tokens } from '../text/tokenise.ts';
import { type CivilDay, civilDay, dayNumber, parseIsoDay } from './civil.ts';
import type { Point, TimeExpression } from './expression.ts';
import type { Known, Resolved, Surroundings, TimeContext, TimeMention } from './mention.ts';
import { isFullDay, resolvePoint } from './resolve-point.ts';
import { dateValue } from './value.ts';

/** The expressions of one segment, in order. */
export interface RecognisedSegment {
  readonly tokens: Tokens;
  readonly expressions: readonly TimeExpression[];
}

/** Tokens within which a bare hour belongs to the day said before. */
const NEAR = 15;

/** What is known so far on the way through the article. */
class Walk {
  previous: Known | null = null;
  nearDay: CivilDay | null = null;
  #nearSegment = -1;
  #nearToken = -1;

  note(resolved: Resolved, segment: number, token: number): void {
    const { known } = resolved;
    if (!known || resolved.invalid) return;
    this.previous = known;
    if (isFullDay(known)) {
      this.nearDay = known;
      this.#nearSegment = segment;
      this.#nearToken = token;
    }
  }

  near(segment: number, token: number): CivilDay | null {
    return segment === this.#nearSegment && token - this.#nearToken <= NEAR ? this.nearDay : null;
  }
}

function boundOf(text: string | undefined): CivilDay | null {
  if (text === undefined) return null;
  const padded = text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text.slice(0, 10);
  return parseIsoDay(padded);
}

const numberOf = ({ year, month, day }: CivilDay): number => dayNumber(year, month, day);

/** Latest date with year and month written in full; a bare year («رؤية 2030») is no bound. */
function latestOf(points: readonly Point[]): CivilDay | null {
  let latest: CivilDay | null = null;
  for (const { year, month, day, calendar, bc } of points) {
    if (year === undefined || month === undefined || calendar || bc || month > 12) continue;
    const date = { year, month, day: day ?? 1 };
    if (!latest || numberOf(date) > numberOf(latest)) latest = date;
  }
  return latest;
}

function pointsOf(segments: readonly RecognisedSegment[]): Point[] {
  const points: Point[] = [];
  for (const { expressions } of segments) {
    for (const { meaning } of expressions) {
      if (meaning.kind === 'point') points.push(meaning);
      else if (meaning.kind === 'interval') points.push(meaning.from, meaning.to);
    }
  }
  return points;
}

/** The latest explicit date in these segments as `YYYY-MM-DD` or `YYYY-MM`; undefined when there is none. */
export function latestExplicitDate(segments: readonly RecognisedSegment[]): string | undefined {
  const latest = latestOf(pointsOf(segments));
  return latest ? dateValue(latest.year, latest.month, latest.day) : undefined;
}

function later(a: CivilDay | null, b: CivilDay | null): CivilDay | null {
  if (!a || !b) return a ?? b;
  return numberOf(a) >= numberOf(b) ? a : b;
}

function explicitYears(points: readonly Point[]): Map<string, number> {
  const years = new Map<string, number>();
  for (const { year, month, day, calendar } of points) {
    if (year !== undefined && month !== undefined && day !== undefined && !calendar) {
      const key = dateValue(undefined, month, day);
      if (!years.has(key)) years.set(key, year);
    }
  }
  return years;
}

type Fixed = Omit<Surroundings, 'tense' | 'previous' | 'nearDay' | 'years' | 'borrow'>;

function resolveMeaning(expression: TimeExpression, around: Surroundings): Resolved {
  const { meaning } = expression;
  if (meaning.kind === 'point') return resolvePoint(meaning, around);
  if (meaning.kind === 'interval') return resolveInterval(meaning.from, meaning.to, around);
  const value = meaning.kind === 'name' ? '' : meaning.value;
  if (meaning.kind === 'vague') return { value, basis: 'none', granularity: 'vague' };
  return { value, basis: 'explicit', granularity: meaning.kind === 'set' ? 'set' : 'duration' };
}

/** Two bare weekdays: the range must not run backwards, and the end that the verb points at is found first. */
function weekdayRange(from: Point, to: Point, around: Surroundings): [Resolved, Resolved] | null {
  const bare = (point: Point): boolean => point.weekday !== undefined && point.day === undefined && !point.shift;
  if (!bare(from) || !bare(to)) return null;
  const first = resolvePoint(from, around);
  const last = resolvePoint(to, around);
  if (!isFullDay(first.known) || !isFullDay(last.known)) return null;
  const days = (to.weekday! - from.weekday! + 7) % 7;
  const future = numberOf(last.known) - numberOf(first.known) > 0;
  if (future) return [first, last];
  const start = civilDay(numberOf(last.known) - days);
  const ahead = around.tense === 'future' || from.direction === 'future';
  if (!ahead) return [{ ...first, value: dateValue(start.year, start.month, start.day), known: start }, last];
  const end = civilDay(numberOf(first.known) + days);
  return [first, { ...last, value: dateValue(end.year, end.month, end.day), known: end }];
}

/** «من 28 ديسمبر إلى 3 يناير»: the year that both inferred alike is one too late for the first end. */
function unrolled(from: Point, first: Resolved, last: Resolved, around: Surroundings): Resolved {
  if (
    !first.known ||
    !last.known ||
    from.year !== undefined ||
    from.month === undefined ||
    !isFullDay(first.known) ||
    !isFullDay(last.known)
  )
    return first;
  if (numberOf(first.known) <= numberOf(last.known)) return first;
  return resolvePoint(
    {
      ...from,
      year:
        last.known.month <= first.known.month
          ? last.known.year - (last.known.month < first.known.month ? 1 : 0)
          : last.known.year,
    },
    around,
  );
}

function resolveInterval(from: Point, to: Point, around: Surroundings): Resolved {
  const pair = weekdayRange(from, to, around);
  const last = pair?.[1] ?? resolvePoint(to, around);
  const withYear =
    from.month !== undefined &&
    from.year === undefined &&
    last.known &&
    to.month === from.month &&
    !from.shift &&
    !from.calendar;
  const first =
    pair?.[0] ??
    (withYear
      ? { ...resolvePoint({ ...from, year: last.known!.year }, around), basis: last.basis }
      : unrolled(from, resolvePoint(from, around), last, around));
  const invalid = first.invalid || last.invalid;
  const conflict = first.conflict ?? last.conflict;
  return {
    value: first.value,
    end: last.end ?? last.value,
    basis: first.basis === 'explicit' && from.year === undefined ? last.basis : first.basis,
    granularity: 'interval',
    ...(last.known && { known: last.known }),
    ...(first.parts && { parts: first.parts }),
    ...(conflict && { conflict }),
    ...(invalid && { invalid }),
  };
}

function mentionOf(segment: number, expression: TimeExpression, resolved: Resolved): TimeMention {
  const { first, last, start, end, rule } = expression;
  const interval = resolved.end !== undefined;
  const mod = expression.mod ?? resolved.mod;
  return {
    segment,
    first,
    last,
    start,
    end,
    type: interval ? 'INTERVAL' : expression.type,
    value: interval ? `${resolved.value}/${resolved.end}` : resolved.value,
    ...(mod && { mod }),
    basis: resolved.basis,
    granularity: resolved.granularity,
    rule,
    parts: resolved.parts ?? {},
    ...(resolved.conflict && { conflict: resolved.conflict }),
    ...(resolved.invalid && { invalid: resolved.invalid }),
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function learn({ known }: Resolved, learnt: Map<string, number>): void {
  if (!isFullDay(known)) return;
  const key = dateValue(undefined, known.month, known.day);
  if (!learnt.has(key)) learnt.set(key, known.year);
}

function pass(
  segments: readonly RecognisedSegment[],
  fixed: Fixed,
  years: ReadonlyMap<string, number>,
  borrow: boolean,
  learnt?: Map<string, number>,
): TimeMention[] {
  const walk = new Walk();
  const mentions: TimeMention[] = [];
  // One object for the whole pass: what changes from expression to expression is written into it.
  const around: Mutable<Surroundings> = { ...fixed, tense: undefined, previous: null, nearDay: null, years, borrow };
  segments.forEach(({ expressions }, segment) => {
    for (const expression of expressions) {
      around.tense = expression.tense;
      around.previous = walk.previous;
      around.nearDay = walk.near(segment, expression.first);
      const resolved = resolveMeaning(expression, around);
      walk.note(resolved, segment, expression.last);
      if (learnt) learn(resolved, learnt);
      mentions.push(mentionOf(segment, expression, resolved));
    }
  });
  return mentions;
}

/**
 * Values of all expressions of one article, in the order of the text. Without `context.reference` relative expressions
 * stay underspecified (`XXXX-WXX-7`).
 */
export function resolveTimes(segments: readonly RecognisedSegment[], context: TimeContext): TimeMention[] {
  if (segments.every(({ expressions }) => expressions.length === 0)) return [];
  const points = pointsOf(segments);
  const reference = context.reference ? parseIsoDay(context.reference.date) : null;
  const fixed: Fixed = {
    reference,
    ...(context.reference?.time !== undefined && { referenceTime: context.reference.time }),
    referenceBasis: context.reference?.basis ?? 'publication',
    bound: later(boundOf(context.latestExplicit), latestOf(points)),
  };
  const years = explicitYears(points);
  if (reference) return pass(segments, fixed, years, false);
  const learnt = new Map(years);
  pass(segments, fixed, years, false, learnt);
  return pass(segments, fixed, learnt, true);
}
