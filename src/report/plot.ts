/** A plot of bars in text: one line per point, eighths of a block, a dot where there is a gap. */
import { displayText } from './bidi.ts';

const WIDTH = 40;
const FULL = '\u2588';
const EIGHTHS = ['', '\u258f', '\u258e', '\u258d', '\u258c', '\u258b', '\u258a', '\u2589'];

/** One bar. A value of null is a gap: nothing was there to measure. */
export interface Bar {
  readonly label: string;
  readonly value: number | null;
  /** The value as text. */
  readonly text: string;
}

/** A bar of `width` columns for a share 0–1; anything above nothing is seen. */
export function bar(share: number, width = WIDTH): string {
  const eighths = share <= 0 ? 0 : Math.max(1, Math.round(share * width * 8));
  return FULL.repeat(eighths >> 3) + EIGHTHS[eighths & 7];
}

/** Gaps in a row that still get a line each. */
const GAPS_SHOWN = 3;

/** Long runs of gaps as one line each, named by their first and last point. */
export function withGapsFolded(bars: readonly Bar[]): Bar[] {
  const folded: Bar[] = [];
  for (let at = 0; at < bars.length; ) {
    let end = at;
    while (end < bars.length && bars[end].value === null) end++;
    if (end - at > GAPS_SHOWN) folded.push({ ...bars[at], label: `${bars[at].label} \u2026 ${bars[end - 1].label}` });
    else for (const shown of bars.slice(at, Math.max(end, at + 1))) folded.push(shown);
    at = Math.max(end, at + 1);
  }
  return folded;
}

/** The lines of a plot; the longest bar is the greatest value. */
export function plotLines(bars: readonly Bar[], paint: (text: string) => string): string[] {
  const greatest = bars.reduce((most, { value }) => Math.max(most, value ?? 0), 0);
  const labelWidth = bars.reduce((width, { label }) => Math.max(width, label.length), 0);
  const textWidth = bars.reduce((width, { text }) => Math.max(width, text.length), 0);
  return bars.map(({ label, value, text }) => {
    const drawn = value === null ? '\u00b7' : bar(greatest === 0 ? 0 : value / greatest);
    return `${displayText(label).padEnd(labelWidth)}  ${text.padStart(textWidth)}  ${drawn === '' ? '' : paint(drawn)}`.trimEnd();
  });
}
