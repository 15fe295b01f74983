/**
 * The publication line of a page («24th, October 2023 GMT», «الجمعة ٢٨ فبراير ٢٠٢٠ - ٠٤:٣٤», «29-11-2022 | 09:49») and the
 * `published` field of a record, read by the same rules as the body.
 */
import type { Calendar } from '../lexicon/calendar.ts';
import type { Tokens } from '../text/tokenise.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { TimeExpression } from './expression.ts';
import type { Reference, TimeMention } from './mention.ts';
import { recogniseTimes } from './recognise.ts';
import { resolveTimes } from './resolve.ts';

/** A date found in a line. */
export interface DateLine {
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as `precision` says. */
  readonly date: string;
  /** `HH:MM` */
  readonly time?: string;
  readonly precision: 'day' | 'month' | 'year';
  /** A weekday or a date in the other calendar that does not fit; the date is kept. */
  readonly conflict?: string;
  /** The date was only given in the Islamic calendar. */
  readonly hijri?: true;
  /** UTF-16 offsets of the date in the text that was tokenised. */
  readonly start: number;
  readonly end: number;
}

const PRECISIONS = { day: 10, month: 7, year: 4 } as const;

function precisionOf({ granularity, value }: TimeMention): DateLine['precision'] | null {
  if (granularity === 'time' || granularity === 'day') return value[4] === '-' && !value.startsWith('X') ? 'day' : null;
  return granularity === 'month' || granularity === 'year' ? granularity : null;
}

const isHijri = ({ meaning }: TimeExpression): boolean => meaning.kind === 'point' && meaning.calendar === 'hijri';

function timeOf(value: string): string | undefined {
  const at = value.indexOf('T');
  const time = at < 0 ? '' : value.slice(at + 1, at + 6);
  return time[2] === ':' && time[0] !== 'X' ? time : undefined;
}

interface Candidate {
  readonly mention: TimeMention;
  readonly hijri: boolean;
  readonly precision: DateLine['precision'];
}

/** Finer before coarser, Gregorian before Hijri, earlier before later. */
function better(a: Candidate, b: Candidate): boolean {
  if (a.precision !== b.precision) return PRECISIONS[a.precision] > PRECISIONS[b.precision];
  return b.hijri && !a.hijri;
}

function bestOf(mentions: readonly TimeMention[], expressions: readonly TimeExpression[]): Candidate | null {
  let best: Candidate | null = null;
  mentions.forEach((mention, index) => {
    const known = mention.basis === 'explicit' || mention.basis === 'reference';
    const precision = mention.invalid || !known ? null : precisionOf(mention);
    if (precision === null) return;
    const candidate = { mention, precision, hijri: isHijri(expressions[index]) };
    if (!best || better(candidate, best)) best = candidate;
  });
  return best;
}

/**
 * The date that a line states, or null: a line without a year, or with only an age («منذ 3 ساعات»), states none unless
 * `reference` (such as the time of the crawl) is given.
 */
export function parseDateLine(
  tokens: Tokens,
  vocabulary: Vocabulary,
  calendar: Calendar,
  reference?: Omit<Reference, 'basis'>,
): DateLine | null {
  const expressions = recogniseTimes(tokens, vocabulary, calendar);
  if (expressions.length === 0) return null;
  const context = reference ? { reference: { ...reference, basis: 'reference' as const } } : {};
  const mentions = resolveTimes([{ tokens, expressions }], context);
  const best = bestOf(mentions, expressions);
  if (!best) return null;
  const { mention, precision, hijri } = best;
  const time =
    timeOf(mention.value) ??
    mentions
      .filter(({ type }) => type === 'TIME')
      .map(({ value }) => timeOf(value))
      .find(Boolean);
  return {
    date: mention.value.slice(0, PRECISIONS[precision]),
    precision,
    start: mention.start,
    end: mention.end,
    ...(time !== undefined && precision === 'day' && { time }),
    ...(mention.conflict && { conflict: mention.conflict }),
    ...(hijri && { hijri }),
  };
}
