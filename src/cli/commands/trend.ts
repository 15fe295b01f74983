/** `rasid trend`: a term's frequency over time. */
import { TrendCounts, type TrendPoint } from '../../analysis/trend.ts';
import { TREND } from '../../report/views/workbench.ts';
import type { Command, Invocation } from '../command.ts';
import { CORPUS_OPTIONS, type Options } from '../options.ts';
import { makeResult } from '../result.ts';
import { exitCodeOf, readCorpus } from '../run.ts';
import { loadTerm, noOccurrence, warned } from '../term.ts';
import { formatOf, styleOf, writeResult } from '../write.ts';

function barOf({ period, perMillion, articleShare, count, allArticles }: TrendPoint, per: Options['per']) {
  if (allArticles === 0) return { label: period, value: null, text: '' };
  if (per === 'count') return { label: period, value: count, text: String(count) };
  if (per === 'article')
    return { label: period, value: articleShare, text: `${((articleShare ?? 0) * 100).toFixed(1)}%` };
  return { label: period, value: perMillion, text: (perMillion ?? 0).toFixed(1) };
}

async function writePlot(points: readonly TrendPoint[], invocation: Invocation): Promise<void> {
  const { plotLines, withGapsFolded } = await import('../../report/plot.ts');
  const style = await styleOf(invocation);
  const bars = points.map(point => barOf(point, invocation.options.per));
  if (bars.length > 0) await invocation.output.write(`${plotLines(withGapsFolded(bars), style.bar).join('\n')}\n`);
}

function warningsOf(undated: number, interval: string, gapsShown: boolean): string[] {
  const articles = undated === 1 ? 'article is' : 'articles are';
  return [
    ...(undated > 0 ? [`${undated} ${articles} not dated to the ${interval} and left out`] : []),
    ...(gapsShown ? [] : [`the span is long: periods without articles are left out`]),
  ];
}

export const trend: Command = {
  operands: '[term] [paths...]',
  description:
    "A term's frequency by day, ISO week, month or year of publication, per million tokens and per article; periods without articles are shown as gaps (--plot folds long ones). TERM as in concordance; '*' is every word, so that the corpus itself is seen.",
  options: [...CORPUS_OPTIONS, 'stem', 'interval', 'plot', 'per', 'gazetteer'],
  views: [TREND],
  examples: [
    { line: 'rasid trend قمة fixtures/corpus --plot', says: 'the word month by month, as bars' },
    { line: "rasid trend '*' fixtures/corpus --interval year", says: 'how many articles and words there are a year' },
    { line: 'rasid trend entity:NATO fixtures/corpus --interval month --json', says: 'NATO by month' },
  ],
  run: async invocation => {
    const { options, operands } = invocation;
    const paths = operands.slice(1);
    const bound = await loadTerm(operands, options);
    const counts = new TrendCounts(bound.matcher, options.interval);
    let found = 0;
    const run = await readCorpus(paths, options, {
      vocabulary: bound.index.vocabulary,
      visit: ({ reading }) => {
        found += counts.add(reading);
      },
    });
    const { points, undated, gapsShown } = counts.finish();
    const told = warned(
      [...(found === 0 ? [noOccurrence(bound)] : []), ...warningsOf(undated, options.interval, gapsShown)],
      options,
    );
    const warnings = [...run.warnings, ...told];
    if (options.plot && formatOf(invocation) === 'table') await writePlot(points, invocation);
    else {
      const result = makeResult(
        invocation,
        { ...run, warnings },
        TREND,
        points.map(point => ({ ...point })),
      );
      await writeResult({ ...result, options: { ...result.options, term: bound.matcher.text } }, invocation);
    }
    return exitCodeOf(run, options);
  },
};
