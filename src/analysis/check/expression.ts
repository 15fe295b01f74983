/**
 * What an assertion demands of a figure: `>=100`, `<5`, `=3`, `!=0`, `100..900`, `>=2024-01-01`; with a percent sign it
 * speaks of the change against the baseline: `>=-5%`, `-2%..+10%`, `±2%`.
 */

/** A figure as `statistics` gives it: a number, a date, or null where it cannot be said. */
export type Value = number | string | null;

type Operator = '>=' | '<=' | '>' | '<' | '=' | '!=';

/** A demand, parsed. */
export interface Expression {
  /** As it was written. */
  readonly text: string;
  /** True when it speaks of the change in percent against the baseline, not of the value. */
  readonly relative: boolean;
  readonly bounds: readonly { readonly operator: Operator; readonly limit: number | string }[];
}

const OPERATORS: readonly Operator[] = ['>=', '<=', '!=', '>', '<', '='];
const NUMBER = /^[+-]?\d{1,15}(?:\.\d{1,20})?$/u;
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u;

interface Limit {
  readonly limit: number | string;
  readonly relative: boolean;
}

function limitOf(text: string): Limit | undefined {
  const bare = text.trim();
  const relative = bare.endsWith('%');
  const digits = relative ? bare.slice(0, -1).trim() : bare;
  if (!relative && DATE.test(digits) && digits.includes('-')) return { limit: digits, relative };
  return NUMBER.test(digits) ? { limit: Number(digits), relative } : undefined;
}

function around(text: string): Expression | undefined {
  const width = limitOf(text.replace(/^(?:\u00b1|\+-)/u, ''));
  if (!width?.relative || (width.limit as number) < 0) return undefined;
  const limit = width.limit as number;
  const bounds = [
    { operator: '>=', limit: -limit },
    { operator: '<=', limit },
  ] as const;
  return { text, relative: true, bounds };
}

function range(text: string, dots: number): Expression | undefined {
  const low = limitOf(text.slice(0, dots));
  const high = limitOf(text.slice(dots + 2));
  if (!low || !high || low.relative !== high.relative || typeof low.limit !== typeof high.limit) return undefined;
  if (low.limit > high.limit) return undefined;
  const bounds = [
    { operator: '>=', limit: low.limit },
    { operator: '<=', limit: high.limit },
  ] as const;
  return { text, relative: low.relative, bounds };
}

/** Parses a demand; undefined for a text that is none. */
export function parseExpression(written: string): Expression | undefined {
  const text = written.trim();
  if (/^(?:\u00b1|\+-)/u.test(text)) return around(text);
  const dots = text.indexOf('..');
  if (dots > 0) return range(text, dots);
  const operator = OPERATORS.find(sign => text.startsWith(sign));
  if (!operator) return undefined;
  const limit = limitOf(text.slice(operator.length).replace(/^=/u, ''));
  return limit && { text, relative: limit.relative, bounds: [{ operator, limit: limit.limit }] };
}

/** Beside a date a number of four digits is a year. */
function asDate(limit: number | string): string | undefined {
  const text = String(limit);
  return DATE.test(text) ? text : undefined;
}

/** -1, 0 or 1; dates compare as far as both are precise, so 2024-05 lies in 2024. NaN where they cannot be compared. */
function compare(value: number | string, limit: number | string): number {
  if (typeof value === 'number') return typeof limit === 'number' ? Math.sign(value - limit) : Number.NaN;
  const date = asDate(limit);
  if (date === undefined) return Number.NaN;
  const length = Math.min(value.length, date.length);
  const [a, b] = [value.slice(0, length), date.slice(0, length)];
  return a < b ? -1 : a > b ? 1 : 0;
}

const HOLDS: Readonly<Record<Operator, (order: number) => boolean>> = {
  '>=': order => order >= 0,
  '<=': order => order <= 0,
  '>': order => order > 0,
  '<': order => order < 0,
  '=': order => order === 0,
  '!=': order => order === -1 || order === 1,
};

/** Change in percent from an old figure to a new one; null where there is none (from nothing, or dates). */
export function percentChange(old: Value, now: Value): number | null {
  if (typeof old !== 'number' || typeof now !== 'number') return null;
  if (old === now) return 0;
  return old === 0 ? null : ((now - old) / Math.abs(old)) * 100;
}

/**
 * Whether a figure meets a demand. What cannot be said (null) or compared never does. `old` is the baseline's figure.
 */
export function meets({ relative, bounds }: Expression, value: Value, old: Value = null): boolean {
  const subject = relative ? percentChange(old, value) : value;
  if (subject === null) return false;
  return bounds.every(({ operator, limit }) => HOLDS[operator](compare(subject, limit)));
}

/** -1 when the figure is too low for the demand, 1 when it is too high, 0 when neither can be said. */
export function missDirection(expression: Expression, value: Value, old: Value = null): -1 | 0 | 1 {
  const subject = expression.relative ? percentChange(old, value) : value;
  if (subject === null) return 0;
  for (const { operator, limit } of expression.bounds) {
    const order = compare(subject, limit);
    if (HOLDS[operator](order) || Number.isNaN(order)) continue;
    return order < 0 || (order === 0 && operator === '>') ? -1 : 1;
  }
  return 0;
}
