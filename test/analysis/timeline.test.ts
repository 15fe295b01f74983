/** Timelines from articles written here: events, evidence, nesting, what is announced and what cannot be dated. */
import { describe, expect, it } from 'vitest';
import { nested, salientEvents } from '../../src/analysis/events.ts';
import { type Timeline, TimelineEvents, type TimelineOptions } from '../../src/analysis/timeline.ts';
import { loadGazetteerWith, mentionFinder } from '../../src/cli/finders.ts';
import { TimedSentences } from '../../src/cli/timed.ts';
import { article, reading, wordIndex } from './readings.ts';

const index = await wordIndex();
const find = mentionFinder(index.vocabulary, await loadGazetteerWith(undefined));

type Written = readonly [text: string, published?: string, id?: string];

function timelineOf(articles: readonly Written[], options: Partial<TimelineOptions> = {}): Timeline {
  const timed = new TimedSentences(index.vocabulary, find);
  const events = new TimelineEvents({ granularity: 'day', evidence: 5, ...options });
  for (const [place, [text, published, id]] of articles.entries()) {
    const of = article(text, id ?? `a${place + 1}`, published);
    for (const item of timed.sentences({ reading: reading(index, of), page: [of] }, false)) events.add(item);
  }
  return events.finish();
}

function eventOn(timeline: Timeline, date: string) {
  const event = timeline.events.find(one => one.date === date && one.mod === undefined && one.end === undefined);
  expect(event, `${date} among ${timeline.events.map(one => one.date)}`).toBeDefined();
  return event!;
}

describe('timeline', () => {
  it('puts a sentence under the day that it speaks of, with its entities', () => {
    const timeline = timelineOf([
      ['التقى وزراء خارجية مصر والأردن في عمان يوم 12 مارس 2024 لبحث المياه.', '2024-03-13'],
    ]);
    const event = eventOn(timeline, '2024-03-12');
    expect(event).toMatchObject({ granularity: 'day', articles: 1, mentions: 1, basis: ['explicit'] });
    expect(event.evidence[0].entities).toEqual(expect.arrayContaining(['EG', 'JO']));
  });

  it('resolves relative days by the date of their own article', () => {
    const timeline = timelineOf([
      ['بدأ المؤتمر أعماله أمس في الدوحة بحضور وفود كثيرة.', '2024-03-13'],
      ['يبدأ المؤتمر أعماله غدا في الدوحة بحضور وفود كثيرة جدا.', '2024-03-11'],
    ]);
    expect(eventOn(timeline, '2024-03-12').articles).toBe(2);
  });

  it('counts copies of an agency text once and names them as sources', () => {
    const wire = 'قالت الحماية المدنية إن السيول جرفت جسرين يوم 3 ماي 2024 وعزلت أربع قرى شمال البلاد';
    const event = eventOn(
      timelineOf([
        [`${wire}.`, '2024-05-04'],
        [`${wire} الكبيرة.`, '2024-05-04'],
        ['زار الوزير القرى التي ضربتها السيول يوم 3 ماي 2024 ووعد بالتعويض.', '2024-05-06'],
      ]),
      '2024-05-03',
    );
    expect(event.articles).toBe(3);
    expect(event.scoreParts.articles).toBe(2);
    expect(event.evidence).toHaveLength(2);
    expect(event.evidence[0]).toMatchObject({ article: 'a1', sources: ['a2'] });
  });

  it('does not take sentences for copies that only speak of the same thing', () => {
    const event = eventOn(
      timelineOf([
        ['جرفت السيول جسرين في الشمال يوم 3 ماي 2024 من دون ضحايا.', '2024-05-04'],
        ['انقطعت الكهرباء عن المدينة كلها يوم 3 ماي 2024 بعد العاصفة.', '2024-05-04'],
      ]),
      '2024-05-03',
    );
    expect(event.evidence.map(({ sources }) => sources)).toEqual([undefined, undefined]);
  });

  it('shows opening sentences first, then reports before announcements', () => {
    const opening = 'افتتح الرئيس معرض الكتاب اليوم في العاصمة بحضور ضيوف من عشر دول عربية.';
    const event = eventOn(
      timelineOf([
        ['ينظم الاتحاد دورات كثيرة للكتاب الشباب. ويفتتح المعرض في 12 مارس 2024 بعد طول انتظار.', '2024-03-01'],
        ['تحدث الوزير عن النشر. وكان المعرض قد افتتح في 12 مارس 2024 وسط زحام شديد.', '2024-03-14'],
        [opening, '2024-03-12'],
      ]),
      '2024-03-12',
    );
    expect(event.evidence.map(one => one.article)).toEqual(['a3', 'a2', 'a1']);
    expect(event.evidence[0].sentence).toBe(opening);
  });

  it('keeps dates of several mentions in one article as one article', () => {
    const event = eventOn(
      timelineOf([['وقع الزلزال في 6 شباط 2023. وبعد زلزال 6 شباط 2023 وصلت المساعدات.', '2023-03-01']]),
      '2023-02-06',
    );
    expect(event).toMatchObject({ articles: 1, mentions: 2 });
    expect(event.scoreParts).toEqual({ articles: 1, explicit: 0.5, after: 0.25, precision: 1 });
  });

  it.each([
    ['announced by all', [['تعقد القمة في 5 يونيو 2024 في بغداد.', '2024-06-01']], true],
    ['reported on the day', [['تعقد القمة في 5 يونيو 2024 في بغداد.', '2024-06-05']], false],
    [
      'also reported later',
      [
        ['تعقد القمة في 5 يونيو 2024.', '2024-06-01'],
        ['عقدت القمة في 5 يونيو 2024.', '2024-06-07'],
      ],
      false,
    ],
    [
      'said by an article without a date',
      [['تعقد القمة في 5 يونيو 2024.', '2024-06-01'], ['القمة في 5 يونيو 2024.']],
      false,
    ],
  ] as const)('marks as scheduled what is %s: %#', (_, articles, expected) => {
    expect(eventOn(timelineOf(articles as readonly Written[]), '2024-06-05').scheduled ?? false).toBe(expected);
  });

  it('weighs a day above a month above a year', () => {
    const { events } = timelineOf([['في 5 مارس 2021 وفي أبريل 2021 وفي عام 2020.', '2022-01-01']]);
    const byScore = [...events].sort((a, b) => b.score - a.score).map(({ date }) => date);
    expect(byScore).toEqual(['2021-03-05', '2021-04', '2020']);
    expect(salientEvents(events, 1).map(({ date }) => date)).toEqual(['2021-03-05']);
  });

  it('nests days under their month, months under their year, and leaves the others alone', () => {
    const { events } = timelineOf([
      ['في عام 2021 وفي مارس 2021 وفي 5 مارس 2021 وفي 7 أبريل 2021 وفي 9 مايو 2020.', '2022-01-01'],
    ]);
    expect(nested(events).map(({ date, parent }) => [date, parent])).toEqual([
      ['2020-05-09', undefined],
      ['2021', undefined],
      ['2021-03', '2021'],
      ['2021-03-05', '2021-03'],
      ['2021-04-07', '2021'],
    ]);
  });

  it('gathers days by month and year when asked', () => {
    const articles: Written[] = [['في 5 مارس 2021 وفي 9 مارس 2021 وفي أبريل 2021.', '2022-01-01']];
    expect(timelineOf(articles, { granularity: 'month' }).events.map(({ date }) => date)).toEqual([
      '2021-03',
      '2021-04',
    ]);
    expect(timelineOf(articles, { granularity: 'year' }).events.map(({ date }) => date)).toEqual(['2021']);
  });

  it('counts what has no place on the calendar, with the reason', () => {
    const { events, unresolved } = timelineOf([['وصل الوفد يوم الخميس وغادر أمس.'], ['ولد في 31 فبراير 2020.']]);
    expect(events).toEqual([]);
    expect(unresolved).toEqual([
      { reason: 'no reference date', count: 2 },
      { reason: 'no such date', count: 1 },
    ]);
  });

  it('does not take durations, sets and vague words for events', () => {
    const { events, unresolved } = timelineOf([['استمر الاجتماع ثلاث ساعات ويعقد كل عام.', '2024-01-01']]);
    expect([events, unresolved]).toEqual([[], []]);
  });
});
