/** Aggregates of entities and times merge in any order: shards of a corpus give what one run gives. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Aggregate } from '../../src/analysis/aggregate.ts';
import { CoMentions } from '../../src/analysis/comentions.ts';
import { EntityCounts } from '../../src/analysis/entities.ts';
import { EntityGroups, monthOf } from '../../src/analysis/entity-groups.ts';
import { EntityMatrix } from '../../src/analysis/entity-matrix.ts';
import { AllianceMembers } from '../../src/analysis/members.ts';
import { TimelineEvents } from '../../src/analysis/timeline.ts';
import { loadGazetteerWith, mentionFinder } from '../../src/cli/finders.ts';
import { readCorpus, type Visit } from '../../src/cli/run.ts';
import { TimedSentences } from '../../src/cli/timed.ts';
import { Vocabulary } from '../../src/text/vocabulary.ts';
import { corpusOptions } from '../support/options.ts';

const ARTICLES = 42;
const vocabulary = new Vocabulary();
const gazetteer = await loadGazetteerWith(undefined);
const find = mentionFinder(vocabulary, gazetteer);
const timed = new TimedSentences(vocabulary, find);

/** An aggregate that takes visits, whatever it counts. */
interface Counting {
  add(visit: Visit): void;
  merge(other: unknown): void;
  partial(): unknown;
  finish(): unknown;
}

function ofReadings<Partial>(aggregate: Aggregate<Partial, unknown>): Counting {
  return {
    add: ({ reading }) => aggregate.add(reading),
    merge: other => aggregate.merge(other as Partial),
    partial: () => aggregate.partial(),
    finish: () => aggregate.finish(),
  };
}

function timeline(): Counting {
  const events = new TimelineEvents({ granularity: 'day', evidence: 3 });
  return {
    add: visit => {
      for (const item of timed.sentences(visit, false)) events.add(item);
    },
    merge: other => events.merge(other as Parameters<typeof events.merge>[0]),
    partial: () => events.partial(),
    finish: () => events.finish(),
  };
}

const KINDS: Readonly<Record<string, () => Counting>> = {
  'counts of entities': () => ofReadings(new EntityCounts(find, { countryKinds: new Set(['name', 'demonym']) })),
  'entities by month': () => ofReadings(new EntityGroups(find, monthOf)),
  'matrix of entities': () => ofReadings(new EntityMatrix(find)),
  'co-mentions in articles': () => ofReadings(new CoMentions(find, 'article', vocabulary)),
  'co-mentions in sentences': () => ofReadings(new CoMentions(find, 'sentence', vocabulary)),
  'members of alliances': () => ofReadings(new AllianceMembers(find, id => gazetteer.alliances.get(id)?.members ?? [])),
  timeline,
};

/** Runs every aggregate over the fixtures, article n into its shard. */
async function shards(shardOf: (article: number) => number, count: number): Promise<Map<string, Counting[]>> {
  const all = new Map(
    Object.entries(KINDS).map(([name, make]) => [name, Array.from({ length: count }, () => make())] as const),
  );
  let article = 0;
  await readCorpus(['fixtures/corpus'], corpusOptions(), {
    vocabulary,
    visit: visit => {
      for (const counting of all.values()) counting[shardOf(article)].add(visit);
      article++;
    },
  });
  expect(article).toBe(ARTICLES);
  return all;
}

const whole = new Map([...(await shards(() => 0, 1))].map(([name, [counting]]) => [name, counting.finish()]));
const plans = fc.integer({ min: 2, max: 6 }).chain(count =>
  fc.record({
    of: fc.array(fc.integer({ min: 0, max: count - 1 }), { minLength: ARTICLES, maxLength: ARTICLES }),
    order: fc.shuffledSubarray([...Array(count).keys()], { minLength: count }),
  }),
);

describe('merging', () => {
  it('gives what one run gives, however articles are dealt out and in whatever order the shards come', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async ({ of, order }) => {
        for (const [name, parts] of await shards(article => of[article], order.length)) {
          const merged = KINDS[name]();
          for (const index of order) merged.merge(JSON.parse(JSON.stringify(parts[index].partial())));
          expect(merged.finish(), name).toEqual(whole.get(name));
        }
      }),
      { numRuns: 10 },
    );
  });

  it('tells whether anything was counted at all', () => {
    for (const [name, outcome] of whole) {
      const rows = name === 'timeline' ? (outcome as { events: unknown[] }).events : (outcome as unknown[]);
      expect(rows.length, name).toBeGreaterThan(10);
    }
  });
});
