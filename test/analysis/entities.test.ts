/** Counts of entities, groups, matrix, pairs and members, on articles written here. */
import { describe, expect, it } from 'vitest';
import { CoMentions } from '../../src/analysis/comentions.ts';
import type { FindCounted } from '../../src/analysis/counted.ts';
import { EntityCounts } from '../../src/analysis/entities.ts';
import { EntityGroups, monthOf } from '../../src/analysis/entity-groups.ts';
import { nodeName } from '../../src/analysis/entity-key.ts';
import { EntityMatrix } from '../../src/analysis/entity-matrix.ts';
import { AllianceMembers, isMember } from '../../src/analysis/members.ts';
import type { Article } from '../../src/article/article.ts';
import type { Reading } from '../../src/article/reading.ts';
import { loadGazetteerWith, mentionFinder } from '../../src/cli/finders.ts';
import type { Mention } from '../../src/entities/mention.ts';
import { article, reading, wordIndex } from './readings.ts';

const index = await wordIndex();
const gazetteer = await loadGazetteerWith(undefined);
const find = mentionFinder(index.vocabulary, gazetteer);
const NAMES = { countryKinds: new Set(['name', 'demonym']) };

/** Mentions of names and demonyms, of countries and alliances alone. */
const places = (of: Reading): Mention[] =>
  [...find(of)].filter(({ type, kind }) => type === 'alliance' || (type === 'country' && NAMES.countryKinds.has(kind)));

function fill<T extends { add(of: Reading): void }>(aggregate: T, articles: readonly Article[]): T {
  for (const one of articles) aggregate.add(reading(index, one));
  return aggregate;
}

const SUMMIT = [
  article('استضافت مصر القمة، وقالت مصر إن الأردن سيشارك. ووصل الوفد الفرنسي.', 'a1', '2024-03-05', 'الراصد'),
  article('زار الوفد المصري الأردن.', 'a2', '2024-04-01', 'الراصد'),
  article('نددت فرنسا بالقرار.', 'a3'),
];

describe('counts of entities', () => {
  const figures = fill(new EntityCounts(find, NAMES), SUMMIT).finish();
  const egypt = figures.find(({ id }) => id === 'EG')!;

  it('tells mentions, articles, dates and months apart', () => {
    expect(egypt).toMatchObject({ mentions: 3, articles: 2, first: '2024-03-05', last: '2024-04-01' });
    expect(egypt.kinds).toEqual({ name: 2, demonym: 1 });
    expect(egypt.trend).toEqual([
      { month: '2024-03', mentions: 2, articles: 1 },
      { month: '2024-04', mentions: 1, articles: 1 },
    ]);
    expect(figures.map(({ id }) => id)).toEqual(['EG', 'FR', 'JO']);
  });

  it('leaves kinds that are not counted among kinds alone', () => {
    const [tunis] = fill(new EntityCounts(find, { countryKinds: new Set(['name']) }), [
      article('قالت تونس إن الوفد التونسي وصل.'),
    ]).finish();
    expect(tunis).toMatchObject({ id: 'TN', mentions: 1, kinds: { name: 1, demonym: 1 } });
  });

  it('counts an endless line passage by passage, as one article', () => {
    const times = 20_000;
    const endless = article('قال وزير الخارجية المصري إن الأردن شريك. '.repeat(times), 'a9');
    const of = reading(index, endless);
    expect(of.segments.length).toBeGreaterThan(2);
    for (const { surface, segment, start, end } of find(of)) expect(segment.text.slice(start, end)).toBe(surface);
    const counted = fill(new EntityCounts(find, NAMES), [endless]).finish();
    const jordan = counted.find(({ id }) => id === 'JO')!;
    expect(jordan).toMatchObject({ mentions: times, articles: 1 });
    // A sentence may be cut where a passage ends.
    const minister = counted.find(({ type }) => type === 'minister')!;
    expect(minister.mentions).toBeGreaterThan(times - of.segments.length);
  });
});

describe('groups', () => {
  const row = (group: string | null, id: string, mentions: number, articles: number, groupArticles: number) => ({
    group,
    key: { type: 'country', id, name: '' },
    mentions,
    articles,
    groupArticles,
  });

  it('are months of publication, what has none last', () => {
    expect(fill(new EntityGroups(places, monthOf), SUMMIT).finish()).toEqual([
      row('2024-03', 'EG', 2, 1, 1),
      row('2024-03', 'FR', 1, 1, 1),
      row('2024-03', 'JO', 1, 1, 1),
      row('2024-04', 'EG', 1, 1, 1),
      row('2024-04', 'JO', 1, 1, 1),
      row(null, 'FR', 1, 1, 1),
    ]);
  });

  it('are sources', () => {
    const bySource = fill(new EntityGroups(places, ({ source }) => source ?? null), SUMMIT).finish();
    expect(bySource).toContainEqual(row('الراصد', 'EG', 3, 2, 2));
  });
});

it('a matrix has a row for every article, also one without any entity', () => {
  const rows = fill(new EntityMatrix(places), [...SUMMIT, article('نزل المطر.', 'a4')]).finish();
  expect(rows.map(({ article: id, counts }) => [id, Object.fromEntries(counts)])).toEqual([
    ['a1', { 'country\tEG\t': 2, 'country\tFR\t': 1, 'country\tJO\t': 1 }],
    ['a2', { 'country\tEG\t': 1, 'country\tJO\t': 1 }],
    ['a3', { 'country\tFR\t': 1 }],
    ['a4', {}],
  ]);
});

describe('pairs', () => {
  const pairs = (unit: 'article' | 'sentence', articles: readonly Article[], finder: FindCounted = places) =>
    fill(new CoMentions(finder, unit, index.vocabulary), articles)
      .finish()
      .map(({ source, target, count, jaccard, pmi }) => [nodeName(source), nodeName(target), count, jaccard, pmi]);

  it('share an article', () => {
    expect(pairs('article', SUMMIT)).toEqual([
      ['country:EG', 'country:JO', 2, 1, Math.log2((2 * 3) / (2 * 2))],
      ['country:EG', 'country:FR', 1, 1 / 3, Math.log2((1 * 3) / (2 * 2))],
      ['country:FR', 'country:JO', 1, 1 / 3, Math.log2((1 * 3) / (2 * 2))],
    ]);
  });

  it('share a sentence', () => {
    expect(pairs('sentence', SUMMIT)).toEqual([['country:EG', 'country:JO', 2, 1, 1]]);
  });

  it('are not made of a name inside another', () => {
    const title = [article('قال وزير الخارجية المصري إن العمل مستمر.')];
    expect([...find(reading(index, title[0]))].map(({ type }) => type)).toEqual(
      expect.arrayContaining(['country', 'minister']),
    );
    expect(pairs('sentence', title, find)).toEqual([]);
    const apart = [article('قال وزير الخارجية المصري إن مصر مستعدة.')];
    expect(pairs('sentence', apart, find)).toHaveLength(1);
  });
});

describe('members', () => {
  it('are those of the year of publication', () => {
    const text = 'قال الاتحاد الأوروبي إن بريطانيا وفرنسا والمغرب وافقت.';
    const of = (published?: string) =>
      fill(new AllianceMembers(places, id => gazetteer.alliances.get(id)?.members ?? []), [
        article(text, 'a', published),
      ])
        .finish()
        .map(({ alliance, country }) => `${alliance} ${country}`);
    expect(of('2015-08-04')).toEqual(['EU FR', 'EU GB']);
    expect(of('2023-08-04')).toEqual(['EU FR']);
    expect(of()).toEqual(['EU FR']);
  });

  it.each([
    ['FI', '2022', false],
    ['FI', '2023', true],
    ['FI', undefined, true],
    ['GB', '2024', false],
    ['GB', undefined, false],
    ['MA', '2024', false],
  ])('%s in %s: %s', (country, year, expected) => {
    const list = [
      ['FI', '2023-04-04', ''],
      ['GB', '1973', '2020'],
    ] as const;
    expect(isMember(list, country, year)).toBe(expected);
  });
});
