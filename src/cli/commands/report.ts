/** `rasid report`: the whole corpus at a glance. One pass over the articles feeds every section. */
import { EntityCounts, type EntityFigures, type EntityPartial } from '../../analysis/entities.ts';
import { densestPeriods, salientEvents } from '../../analysis/events.ts';
import { KeywordCounts, type KeywordPartial } from '../../analysis/keywords.ts';
import { StatisticsCounts, type StatisticsPartial } from '../../analysis/statistics.ts';
import { TimelineEvents, type TimelinePartial } from '../../analysis/timeline.ts';
import type { Gazetteer } from '../../lexicon/gazetteer.ts';
import type { Section } from '../../report/result.ts';
import { REPORT, REPORT_SECTIONS } from '../../report/views/index.ts';
import type { WordIndex } from '../../text/word-index.ts';
import type { Command } from '../command.ts';
import { loadCorpusIndex } from '../corpus-index.ts';
import { countCorpus } from '../counting.ts';
import { loadGazetteerWith, mentionFinder } from '../finders.ts';
import { entityLabels } from '../labels.ts';
import { CORPUS_OPTIONS, type Options, WORD_OPTIONS } from '../options.ts';
import { makeReport, topRows } from '../result.ts';
import { exitCodeOf, type Visit } from '../run.ts';
import { TimedSentences } from '../timed.ts';
import { loadWordIndex } from '../tools.ts';
import { writeResult } from '../write.ts';
import { countedKinds, entityRows } from './entities.ts';
import { keywordRows } from './keywords.ts';

const ROWS = 10;
/** The figures that tell whether a corpus is what one thinks it is. */
const GLANCE = new Set([
  'articles',
  'tokens',
  'lemmas',
  'words.per.article.median',
  'date.missing.percent',
  'date.first',
  'date.last',
  'furniture.percent',
  'lexicon.percent',
]);

/** Counts of every section over one index. */
function sectionCounting(index: WordIndex, gazetteer: Gazetteer, options: Options) {
  const { vocabulary } = index;
  const find = mentionFinder(vocabulary, gazetteer);
  const timed = new TimedSentences(vocabulary, find);
  const count = () => {
    const words = new KeywordCounts(index, {
      by: 'lemma',
      keepStopWords: options.keepStopWords ?? false,
      labelForm: options.labelForm,
    });
    const health = new StatisticsCounts(index);
    const entities = new EntityCounts(find, { countryKinds: countedKinds(options) });
    const events = new TimelineEvents({ granularity: 'day', evidence: 1 });
    return {
      words,
      health,
      entities,
      events,
      add: (visit: Visit) => {
        words.add(visit.reading);
        health.add(visit.reading);
        entities.add(visit.reading);
        for (const item of timed.sentences(visit, false)) events.add(item);
      },
      partial: (): SectionsPartial => ({
        words: words.partial(),
        health: health.partial(),
        entities: entities.partial(),
        events: events.partial(),
      }),
      merge: (other: unknown) => {
        const partial = other as SectionsPartial;
        words.merge(partial.words);
        health.merge(partial.health);
        entities.merge(partial.entities);
        events.merge(partial.events);
      },
    };
  };
  return { vocabulary, count };
}

interface SectionsPartial {
  readonly words: KeywordPartial;
  readonly health: StatisticsPartial;
  readonly entities: EntityPartial;
  readonly events: TimelinePartial;
}

export const report: Command = {
  operands: '[paths...]',
  description:
    'The whole corpus at a glance: size and health, top keywords, countries, ministers, alliances and the dates most spoken of.',
  options: [...CORPUS_OPTIONS, ...WORD_OPTIONS, 'vocabulary', 'kinds', 'gazetteer', 'jobs'],
  defaults: { top: ROWS },
  views: [...REPORT_SECTIONS.values()],
  examples: [{ line: 'rasid report fixtures/corpus', says: 'what npm start shows' }],
  counting: async options =>
    sectionCounting(await loadWordIndex(options), await loadGazetteerWith(options.gazetteer), options),
  run: async invocation => {
    const { options, operands } = invocation;
    const index = await loadCorpusIndex(operands, options);
    const gazetteer = await loadGazetteerWith(options.gazetteer);
    const counting = sectionCounting(index, gazetteer, options);
    const count = counting.count();
    const run = await countCorpus(invocation, counting, count);
    const { words, health, entities, events } = count;
    const counted = words.finish({ top: options.top });
    const happened = events.finish().events;
    const found = entities.finish();
    const label = entityLabels(gazetteer, options.labels);
    const ofType = (type: string): EntityFigures[] => found.filter(entity => entity.type === type);
    const top = <T>(rows: readonly T[]): readonly T[] => topRows(rows, options.top);
    const rows: Record<string, Section['rows']> = {
      statistics: health
        .finish()
        .figures.filter(({ metric }) => GLANCE.has(metric))
        .map(figure => ({ ...figure })),
      keywords: keywordRows(counted.words, counted.tokens, counted.articles),
      countries: entityRows(top(ofType('country')), entities.articles, label),
      ministers: entityRows(top(ofType('minister')), entities.articles, label),
      alliances: entityRows(top(ofType('alliance')), entities.articles, label),
      timeline: salientEvents(happened, options.top).map(event => ({ ...event })),
      density: densestPeriods(happened, 'month', options.top ?? ROWS).map(period => ({ ...period })),
    };
    const sections = new Map(
      [...REPORT_SECTIONS].map(([name, view]) => [name, { view, title: name, rows: rows[name] }]),
    );
    await writeResult(makeReport(invocation, run, REPORT, sections), invocation);
    return exitCodeOf(run, options);
  },
};
