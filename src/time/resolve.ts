/**
 * Gives every expression of an article its value. All segments go together, because a year may come from a date said
 * before or after. Where there is no reference date two passes are made: the first finds the years that the text and its
 * weekdays prove, the second lends them.
 */
import type { Tokens } from '../text/tokenise.ts';
import { type CivilDay, civilDay, dayNumber, parseIsoDay } from './civil.ts';
import type { Point, Tense, TimeExpression } from './expression.ts';
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

/**
 * What is known around the expression at hand. One for a whole article: what changes from expression to expression is
 * written into it, and what few of them need is searched for when one does.
 */
class ArticleSurroundings implements Surroundings {
  readonly reference: CivilDay | null;
  readonly referenceTime: string | undefined;
  readonly referenceBasis: 'publication' | 'reference';
  tense: Tense | undefined = undefined;
  previous: Known | null = null;
  nearDay: CivilDay | null = null;
  borrow = false;
  readonly #context: TimeContext;
  readonly #segments: readonly RecognisedSegment[];
  #points: readonly Point[] | undefined;
  #years: Map<string, number> | undefined;
  #bound: CivilDay | null | undefined;

  constructor(segments: readonly RecognisedSegment[], context: TimeContext) {
    const { reference } = context;
    this.reference = reference ? parseIsoDay(reference.date) : null;
    this.referenceTime = reference?.time;
    this.referenceBasis = reference?.basis ?? 'publication';
    this.#context = context;
    this.#segments = segments;
  }

  get points(): readonly Point[] {
    return (this.#points ??= pointsOf(this.#segments));
  }

  get years(): Map<string, number> {
    return (this.#years ??= explicitYears(this.points));
  }

  /** Lends these years from now on. */
  lend(years: Map<string, number>): void {
    this.#years = years;
    this.borrow = true;
  }

  get bound(): CivilDay | null {
    if (this.#bound === undefined) this.#bound = later(boundOf(this.#context.latestExplicit), latestOf(this.points));
    return this.#bound;
  }
}

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

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function mentionOf(segment: number, expression: TimeExpression, resolved: Resolved): TimeMention {
  const { first, last, start, end, rule } = expression;
  const { basis, granularity } = resolved;
  const interval = resolved.end !== undefined;
  const type = interval ? 'INTERVAL' : expression.type;
  const value = interval ? `${resolved.value}/${resolved.end}` : resolved.value;
  const parts = resolved.parts ?? {};
  const mention: Mutable<TimeMention> = {
    segment,
    first,
    last,
    start,
    end,
    type,
    value,
    basis,
    granularity,
    rule,
    parts,
  };
  const mod = expression.mod ?? resolved.mod;
  if (mod) mention.mod = mod;
  if (resolved.conflict) mention.conflict = resolved.conflict;
  if (resolved.invalid) mention.invalid = resolved.invalid;
  return mention;
}

function learn({ known }: Resolved, learnt: Map<string, number>): void {
  if (!isFullDay(known)) return;
  const key = dateValue(undefined, known.month, known.day);
  if (!learnt.has(key)) learnt.set(key, known.year);
}

/** Resolves every expression in turn and hands it to `take`. */
function pass(
  segments: readonly RecognisedSegment[],
  around: ArticleSurroundings,
  take: (resolved: Resolved, segment: number, expression: TimeExpression) => void,
): void {
  const walk = new Walk();
  segments.forEach(({ expressions }, segment) => {
    for (const expression of expressions) {
      around.tense = expression.tense;
      around.previous = walk.previous;
      around.nearDay = walk.near(segment, expression.first);
      const resolved = resolveMeaning(expression, around);
      walk.note(resolved, segment, expression.last);
      take(resolved, segment, expression);
    }
  });
}

/**
 * Values of all expressions of one article, in the order of the text. Without `context.reference` relative expressions
 * stay underspecified (`XXXX-WXX-7`).
 */
export function resolveTimes(segments: readonly RecognisedSegment[], context: TimeContext): TimeMention[] {
  if (segments.every(({ expressions }) => expressions.length === 0)) return [];
  const around = new ArticleSurroundings(segments, context);
  if (!around.reference) {
    const learnt = new Map(around.years);
    pass(segments, around, resolved => learn(resolved, learnt));
    around.lend(learnt);
  }
  const mentions: TimeMention[] = [];
  pass(segments, around, (resolved, segment, expression) => mentions.push(mentionOf(segment, expression, resolved)));
  return mentions;
}
