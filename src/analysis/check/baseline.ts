/** Figures of an earlier run, and how far from them is too far. */
import { percentChange, type Value } from './expression.ts';

export type Level = 'error' | 'warn';

/** How far a figure may be from the baseline: in percent of it, or in the figure's own unit; null: any distance. */
export interface Tolerance {
  readonly text: string;
  readonly level: Level;
  readonly percent?: number;
  readonly absolute?: number;
}

/** Tolerances by metric name or by prefix (`keyword.*`, `*`). */
export type Tolerances = ReadonlyMap<string, Tolerance | null>;

const EXACT: Tolerance = { text: '0', level: 'error', absolute: 0 };
const WIDTH = /^(?:\u00b1|\+-)?(\d{1,15}(?:\.\d{1,20})?)\s?(%?)$/u;

/** Parses `"2%"`, `"±2%"`, `5` or `"5"`; undefined for what is none. */
export function parseTolerance(written: string | number, level: Level = 'error'): Tolerance | undefined {
  const text = String(written).trim();
  const match = WIDTH.exec(text);
  if (!match) return undefined;
  return { text, level, ...(match[2] ? { percent: Number(match[1]) } : { absolute: Number(match[1]) }) };
}

/** The tolerance of a metric: by its name, else by the longest prefix, else none of difference. Null: not compared. */
export function toleranceOf(metric: string, tolerances: Tolerances): Tolerance | null {
  const own = tolerances.get(metric);
  if (own !== undefined) return own;
  let best: string | undefined;
  for (const pattern of tolerances.keys()) {
    if (!pattern.endsWith('*') || !metric.startsWith(pattern.slice(0, -1))) continue;
    if (best === undefined || pattern.length > best.length) best = pattern;
  }
  return best === undefined ? EXACT : tolerances.get(best)!;
}

/** True when the two figures are near enough. Dates and figures that cannot be said must be the same. */
export function isNear(old: Value, now: Value, { percent, absolute }: Tolerance): boolean {
  if (old === now) return true;
  if (typeof old !== 'number' || typeof now !== 'number') return false;
  if (absolute !== undefined) return Math.abs(now - old) <= absolute;
  const change = percentChange(old, now);
  return change !== null && Math.abs(change) <= percent!;
}
