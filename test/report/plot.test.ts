/** Plots of bars: gaps stay in sight, long ones on one line. */
import { describe, expect, it } from 'vitest';
import { type Bar, plotLines, withGapsFolded } from '../../src/report/plot.ts';

const bars = (values: readonly (number | null)[]): Bar[] =>
  values.map((value, index) => ({ label: `d${index}`, value, text: value === null ? '' : String(value) }));

describe('withGapsFolded', () => {
  it('folds more than three gaps in a row, anywhere', () => {
    const labels = withGapsFolded(bars([null, null, null, null, 1, null, null, null, 2, null, null, null, null, null]));
    expect(labels.map(({ label }) => label)).toEqual(['d0 … d3', 'd4', 'd5', 'd6', 'd7', 'd8', 'd9 … d13']);
  });

  it('leaves everything else', () => {
    const given = bars([1, null, 2]);
    expect(withGapsFolded(given)).toEqual(given);
    expect(withGapsFolded([])).toEqual([]);
  });
});

describe('plotLines', () => {
  it('takes as many bars as there are days', () => {
    const days = bars(Array.from({ length: 200_000 }, (_, index) => index % 7));
    expect(plotLines(withGapsFolded(days), text => text)).toHaveLength(200_000);
    expect(withGapsFolded(bars(Array.from({ length: 200_000 }, () => null)))).toHaveLength(1);
  });

  it('draws the greatest longest and a gap as a dot', () => {
    expect(plotLines(bars([2, null, 1]), text => text)).toEqual([
      `d0  2  ${'█'.repeat(40)}`,
      'd1     ·',
      `d2  1  ${'█'.repeat(20)}`,
    ]);
  });
});
