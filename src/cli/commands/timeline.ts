/** `rasid timeline`: what happened when, with the sentences that say so; or every time expression by itself. */
import { densityOf, isWithin, nested, salientEvents, sentencesByDate } from '../../analysis/events.ts';
import {
  isEvent,
  type TimedSentence,
  TimelineEvents,
  type TimelinePartial,
  unresolvedReason,
} from '../../analysis/timeline.ts';
import { UsageError } from '../../errors.ts';

import { toJson } from '../../report/json.ts';
import type { Row } from '../../report/result.ts';
import { TIME_MENTIONS } from '../../report/views/mentions.ts';
import { TIMELINE, TIMELINE_DENSITY, TIMELINE_UNRESOLVED } from '../../report/views/timeline.ts';
import { Vocabulary } from '../../text/vocabulary.ts';
import type { Command, Invocation } from '../command.ts';
import { countCorpus } from '../counting.ts';
import type { ExitCode } from '../exit.ts';
import { loadGazetteerWith, mentionFinder } from '../finders.ts';
import { timeRow } from '../mention-rows.ts';
import { CORPUS_OPTIONS, type Options } from '../options.ts';
import { makeResult, topRows } from '../result.ts';
import { RowStream } from '../row-stream.ts';
import { exitCodeOf, type Run, readCorpus, type Visit } from '../run.ts';
import { TimedSentences } from '../timed.ts';
import { formatOf, writeResult } from '../write.ts';

const EVIDENCE_KEPT = 5;

/** The timed sentences of an article that `--entity` leaves: those that mention every entity asked for. */
type Timed = (visit: Visit) => Iterable<TimedSentence>;

async function timedSentences(vocabulary: Vocabulary, options: Options): Promise<Timed> {
  const mentions = mentionFinder(vocabulary, await loadGazetteerWith(options.gazetteer));
  const timed = new TimedSentences(vocabulary, mentions);
  const wanted = options.entity ?? [];
  return function* (visit) {
    for (const item of timed.sentences(visit, options.includePublicationDates ?? false)) {
      if (wanted.every(id => item.entities.includes(id))) yield item;
    }
  };
}

async function writeMentions(invocation: Invocation): Promise<ExitCode> {
  const { options, operands } = invocation;
  const vocabulary = new Vocabulary();
  const timed = new TimedSentences(vocabulary);
  const rows = new RowStream(invocation, TIME_MENTIONS);
  const rowsOf = function* (visit: Visit): Generator<Row> {
    for (const time of timed.times(visit)) yield timeRow(visit.reading.article, time);
  };
  const run = await readCorpus(operands, options, { vocabulary, visit: visit => rows.add(rowsOf(visit)) });
  await rows.finish(run);
  return exitCodeOf(run, options);
}

/** What could not be dated, in reading order. */
async function writeUnresolved(invocation: Invocation): Promise<ExitCode> {
  const { options, operands } = invocation;
  const vocabulary = new Vocabulary();
  const timed = await timedSentences(vocabulary, options);
  const most = options.limit === undefined || options.limit === 0 ? Number.POSITIVE_INFINITY : options.limit;
  const rows: Row[] = [];
  const run = await readCorpus(operands, options, {
    vocabulary,
    visit: visit => {
      for (const { mention, surface, article, path, line, sentence, entities } of timed(visit)) {
        if (rows.length >= most || !isEvent(mention)) continue;
        const reason = unresolvedReason(mention);
        if (reason === undefined) continue;
        rows.push({ reason, value: mention.value, article, path, line, surface, sentence, entities });
      }
    },
  });
  await writeResult(makeResult(invocation, run, TIMELINE_UNRESOLVED, rows), invocation);
  return exitCodeOf(run, options);
}

/** One line about what has no place on the calendar: among the warnings, and told to a person at a terminal. */
function withUnresolved(run: Run, count: number, invocation: Invocation): Run {
  if (count === 0) return run;
  const line = `${count} time ${count === 1 ? 'expression' : 'expressions'} could not be dated (--unresolved lists them)`;
  const { options, output } = invocation;
  if (output.terminal && formatOf(invocation) === 'table' && !options.quiet) process.stderr.write(`rasid: ${line}\n`);
  return { ...run, warnings: [...run.warnings, line] };
}

/** Counts of events over one vocabulary. */
async function eventCounting(options: Options) {
  const vocabulary = new Vocabulary();
  const timed = await timedSentences(vocabulary, options);
  const count = () => {
    const events = new TimelineEvents({ granularity: options.granularity, evidence: EVIDENCE_KEPT });
    return {
      events,
      add: (visit: Visit) => {
        for (const item of timed(visit)) events.add(item);
      },
      partial: () => events.partial(),
      merge: (other: unknown) => events.merge(other as TimelinePartial),
    };
  };
  return { vocabulary, count };
}

async function writeEvents(invocation: Invocation): Promise<ExitCode> {
  const { options, output } = invocation;
  const counting = await eventCounting(options);
  const count = counting.count();
  const read = await countCorpus(invocation, counting, count);
  const found = count.events.finish();
  const wanted = found.events.filter(
    event => isWithin(event, options.from, options.to) && event.articles >= (options.minArticles ?? 1),
  );
  const unresolved = found.unresolved.reduce((sum, { count }) => sum + count, 0);
  const run = withUnresolved(read, unresolved, invocation);
  if (options.plot) {
    const density = densityOf(wanted, options.granularity === 'year' ? 'year' : 'month').map(row => ({ ...row }));
    await writeResult(makeResult(invocation, run, TIMELINE_DENSITY, density), invocation);
  } else {
    const shown = topRows(salientEvents(wanted, options.limit), options.top);
    if (options.dates) await output.write(`${toJson(sentencesByDate(shown, options.granularity), 2)}\n`);
    else {
      const rows = nested(shown).map(event => ({ ...event }));
      await writeResult(makeResult(invocation, run, TIMELINE, rows), invocation);
    }
  }
  return exitCodeOf(run, options);
}

/** Refuses forms that exclude one another, and a stretch that ends before it begins. */
function checkForm({ mentions, unresolved, plot, dates, from, to }: Options): void {
  if (from !== undefined && to !== undefined && from.slice(0, to.length) > to.slice(0, from.length))
    throw new UsageError(`--from ${from} is after --to ${to}`);
  const forms = { '--mentions': mentions, '--unresolved': unresolved, '--plot': plot, '--dates': dates };
  const asked = Object.entries(forms).flatMap(([flag, value]) => (value ? [flag] : []));
  if (asked.length > 1) throw new UsageError(`${asked.join(' and ')} exclude one another`);
}

export const timeline: Command = {
  operands: '[paths...]',
  description:
    'Orders what the articles say by date: events with evidence, intervals, announced events, and what could not be dated. With --entity only what is said in sentences that mention it.',
  options: [
    ...CORPUS_OPTIONS,
    'from',
    'to',
    'granularity',
    'minArticles',
    'limit',
    'includePublicationDates',
    'gazetteer',
    'plot',
    'dates',
    'unresolved',
    'mentions',
    'jobs',
  ],
  defaults: { limit: 40 },
  views: [TIMELINE, TIMELINE_DENSITY, TIMELINE_UNRESOLVED, TIME_MENTIONS],
  examples: [
    { line: 'rasid timeline fixtures/corpus --limit 15', says: 'the fifteen dates that most articles speak of' },
    { line: 'rasid timeline fixtures/corpus --plot --from 2024', says: 'how much is said of each month since 2024' },
    { line: 'rasid timeline fixtures/corpus --entity NATO', says: 'what is said of NATO and when' },
    { line: 'rasid timeline fixtures/corpus --dates', says: 'dates with their sentences, for summarisation tools' },
    {
      line: 'rasid timeline fixtures/corpus --mentions --format ndjson',
      says: 'every time expression with its TIMEX3 value',
    },
  ],
  counting: eventCounting,
  run: async invocation => {
    checkForm(invocation.options);
    if (invocation.options.mentions) return writeMentions(invocation);
    return invocation.options.unresolved ? writeUnresolved(invocation) : writeEvents(invocation);
  },
};
