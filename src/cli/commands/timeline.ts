/** `rasid timeline`: what happened when, with the sentences that say so; or every time expression by itself. */
import { type TimelineEvent, TimelineEvents } from '../../analysis/timeline.ts';
import type { LocatedTime } from '../../analysis/times.ts';
import type { Article } from '../../article/article.ts';
import { toJson } from '../../report/json.ts';
import type { Row } from '../../report/result.ts';
import { TIME_MENTIONS } from '../../report/views/mentions.ts';
import { TIMELINE } from '../../report/views/timeline.ts';
import { compareCodePoints } from '../../text/order.ts';
import { Vocabulary } from '../../text/vocabulary.ts';
import type { Command, Invocation } from '../command.ts';
import type { ExitCode } from '../exit.ts';
import { loadGazetteerWith, mentionFinder } from '../finders.ts';
import { placeFields } from '../mention-rows.ts';
import { CORPUS_OPTIONS, type Options } from '../options.ts';
import { makeResult } from '../result.ts';
import { exitCodeOf, readCorpus } from '../run.ts';
import { TimedSentences } from '../timed.ts';
import { formatOf, writeResult } from '../write.ts';

const EVIDENCE_KEPT = 5;
const UNRESOLVED_KEPT = 1000;

/** The best-supported events, in the order of their dates. */
export function salientEvents(events: readonly TimelineEvent[], limit: number | undefined): readonly TimelineEvent[] {
  if (limit === undefined || limit === 0 || events.length <= limit) return events;
  const ranked = [...events].sort(
    (a, b) => b.score - a.score || b.mentions - a.mentions || compareCodePoints(a.date, b.date),
  );
  const kept = new Set(ranked.slice(0, limit));
  return events.filter(event => kept.has(event));
}

function isWithin({ date, end }: TimelineEvent, { from, to }: Options): boolean {
  const last = end ?? date;
  return (
    (from === undefined || last.slice(0, from.length) >= from.slice(0, last.length)) &&
    (to === undefined || date.slice(0, to.length) <= to.slice(0, date.length))
  );
}

/** Record of one time expression. */
function timeRow(article: Article, { mention, segment, surface }: LocatedTime): Row {
  const { start, end, type, value, mod, basis, granularity, conflict, invalid, rule } = mention;
  return {
    ...placeFields(article, segment, start, end),
    surface,
    type,
    value,
    ...(mod === undefined ? {} : { mod }),
    basis,
    granularity,
    ...(conflict === undefined ? {} : { conflict }),
    ...(invalid === undefined ? {} : { invalid }),
    rule,
  };
}

async function writeMentions(invocation: Invocation): Promise<ExitCode> {
  const { options, operands, output } = invocation;
  const vocabulary = new Vocabulary();
  const timed = new TimedSentences(vocabulary);
  const streamed = formatOf(invocation) === 'ndjson' || formatOf(invocation) === 'table';
  const rows: Row[] = [];
  const run = await readCorpus(operands, options, {
    vocabulary,
    visit: async visit => {
      const found = timed.times(visit).map(time => timeRow(visit.reading.article, time));
      if (!streamed) rows.push(...found);
      else if (found.length > 0) await output.write(`${found.map(row => toJson(row)).join('\n')}\n`);
    },
  });
  if (!streamed) await writeResult(makeResult(invocation, run, TIME_MENTIONS, rows), invocation);
  return exitCodeOf(run, options);
}

export const timeline: Command = {
  operands: '[paths...]',
  description:
    'Orders what the articles say by date: events with evidence, intervals, announced events, and what could not be dated.',
  options: [
    ...CORPUS_OPTIONS,
    'from',
    'to',
    'granularity',
    'minArticles',
    'limit',
    'includePublicationDates',
    'gazetteer',
    'mentions',
  ],
  defaults: { limit: 40 },
  views: [TIMELINE, TIME_MENTIONS],
  examples: [
    { line: 'rasid timeline fixtures/corpus --limit 15', says: 'the fifteen dates that most articles speak of' },
    {
      line: 'rasid timeline fixtures/corpus --mentions --format ndjson',
      says: 'every time expression with its TIMEX3 value',
    },
  ],
  run: async invocation => {
    const { options, operands } = invocation;
    if (options.mentions) return writeMentions(invocation);
    const vocabulary = new Vocabulary();
    const mentions = mentionFinder(vocabulary, await loadGazetteerWith(options.gazetteer));
    const timed = new TimedSentences(vocabulary, mentions);
    const events = new TimelineEvents({
      granularity: options.granularity,
      evidence: EVIDENCE_KEPT,
      unresolved: UNRESOLVED_KEPT,
    });
    const run = await readCorpus(operands, options, {
      vocabulary,
      visit: visit => {
        for (const item of timed.sentences(visit, options.includePublicationDates ?? false)) events.add(item);
      },
    });
    const found = events.finish();
    const wanted = found.events.filter(
      event => isWithin(event, options) && event.articles >= (options.minArticles ?? 1),
    );
    const rows = salientEvents(wanted, options.limit).map(event => ({ ...event }));
    const unresolved = found.unresolved.length;
    const warnings =
      unresolved === 0
        ? run.warnings
        : [...run.warnings, `${unresolved} time expressions could not be dated (--mentions lists them)`];
    await writeResult(makeResult(invocation, { ...run, warnings }, TIMELINE, rows), invocation);
    return exitCodeOf(run, options);
  },
};
