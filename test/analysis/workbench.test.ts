import { describe, expect, it } from 'vitest';
import { CollocateCounts, type CollocateOptions } from '../../src/analysis/collocates.ts';
import { ConcordanceLines, type ConcordanceOptions } from '../../src/analysis/concordance.ts';
import { compareRows, differentOptions } from '../../src/analysis/diff.ts';
import { compareWords, type ListedWord } from '../../src/analysis/keyness.ts';
import { TermMatcher } from '../../src/analysis/term.ts';
import { describePeriod, type Interval, periodOf, TrendCounts } from '../../src/analysis/trend.ts';
import { article, reading, wordIndex } from './readings.ts';

const NEAR: CollocateOptions = {
  by: 'surface',
  keepStopWords: true,
  labelForm: 'lemma',
  left: 2,
  right: 2,
  acrossSentences: false,
};

async function collocates(term: string, texts: readonly string[], options: Partial<CollocateOptions> = {}) {
  const index = await wordIndex();
  const counts = new CollocateCounts(new TermMatcher(term, index), index, { ...NEAR, ...options });
  for (const text of texts) counts.add(reading(index, text));
  return counts.finish();
}

describe('collocates', () => {
  it('count words on either side, within the window', async () => {
    const { collocates: rows, nodes, window } = await collocates('قمة', ['بدأت أمس أعمال قمة عربية في عمان']);
    expect([nodes, window]).toEqual([1, 4]);
    expect(rows.map(({ label, left, right }) => [label, left, right]).sort()).toEqual([
      ['أعمال', 1, 0],
      ['أمس', 1, 0],
      ['عربية', 0, 1],
      ['في', 0, 1],
    ]);
  });
  it('stay within the sentence unless asked', async () => {
    const text = 'انتهى المؤتمر. قمة عربية! بدأ الحوار';
    expect((await collocates('قمة', [text])).window).toBe(1);
    expect((await collocates('قمة', [text], { acrossSentences: true })).window).toBe(4);
  });
  it('step over signs and numbers, which are no words', async () => {
    const { window } = await collocates('قمة', ['عقدت (أمس) قمة، 2025 عربية طارئة أخرى']);
    expect(window).toBe(4);
  });
  it('count a word between two occurrences once, and never the term itself', async () => {
    const { collocates: rows, nodes, window } = await collocates('قمة', ['قمة بعد قمة']);
    expect([nodes, window]).toEqual([2, 1]);
    expect(rows.map(({ label, count, right }) => [label, count, right])).toEqual([['بعد', 1, 1]]);
  });
  it('expect what the window would hold by chance', async () => {
    const [row] = (await collocates('قمة', ['قمة عربية', 'دولة عربية', 'لغة عربية', 'خيل عربية'])).collocates;
    expect(row).toMatchObject({ label: 'عربية', count: 1, total: 4, expected: 0.5, mi: 1, mi3: 1 });
    expect(row.logDice).toBeCloseTo(14 + Math.log2(2 / 5), 12);
    expect(row.tScore).toBeCloseTo(0.5, 12);
  });
  it('join the forms of a lemma', async () => {
    const { collocates: rows } = await collocates('وزير', ['قال وزير', 'يقول الوزير'], { by: 'lemma' });
    expect(rows.map(({ lemma, count }) => [lemma, count])).toEqual([['قال', 2]]);
  });
  it('of shards merge to those of the whole', async () => {
    const index = await wordIndex();
    const texts = ['بدأت قمة عربية', 'قمة عربية أخرى', 'لا شيء هنا'];
    const make = () => new CollocateCounts(new TermMatcher('قمة', index), index, NEAR);
    const whole = make();
    for (const text of texts) whole.add(reading(index, text));
    const [a, b] = [make(), make()];
    a.add(reading(index, texts[1]));
    b.add(reading(index, texts[2]));
    b.add(reading(index, texts[0]));
    a.merge(b.partial());
    expect(a.finish()).toEqual(whole.finish());
  });
});

const SHOWN: ConcordanceOptions = { context: 2, sort: 'position', sample: 0, seed: 0 };

async function concordance(term: string, texts: readonly string[], options: Partial<ConcordanceOptions> = {}) {
  const index = await wordIndex();
  const lines = new ConcordanceLines(new TermMatcher(term, index), { ...SHOWN, ...options });
  for (const [at, text] of texts.entries()) lines.add(reading(index, article(text, `${at}.txt`)));
  return lines.finish();
}

describe('concordance', () => {
  it('gives words on both sides, line and offsets of the whole word', async () => {
    const text = 'عنوان\nقال أمس للوزير: «إن القمة ستبدأ»';
    const { lines } = await concordance('الوزير', [text]);
    expect(lines).toEqual([
      {
        article: '0.txt',
        path: '0.txt',
        line: 2,
        part: 'body',
        left: 'قال أمس',
        match: 'للوزير',
        right: ': «إن القمة',
        start: 14,
        end: 20,
      },
    ]);
    expect(text.slice(lines[0].start, lines[0].end)).toBe('للوزير');
  });
  it('is not flooded by a word without end', async () => {
    const { lines } = await concordance('وزير', [`${'و'.repeat(100000)} وزير ${'ف'.repeat(100000)}`]);
    expect([lines[0].left.length, lines[0].right.length]).toEqual([199, 199]);
  });
  it('sorts by what stands next to the match on either side, in path order otherwise', async () => {
    const texts = ['جيم وزير باء', 'باء وزير جيم', 'ألف وزير ألف'];
    const order = async (sort: ConcordanceOptions['sort']) =>
      (await concordance('وزير', texts, { sort })).lines.map(({ path }) => path[0]).join('');
    expect([await order('position'), await order('left'), await order('right')]).toEqual(['012', '210', '201']);
  });
  it('samples the same lines whatever the order of reading, and others for another seed', async () => {
    const index = await wordIndex();
    const texts = Array.from({ length: 40 }, (_, at) => article(`خبر وزير رقم ${at}`, `${at}.txt`));
    const sample = (articles: typeof texts, seed: number) => {
      const lines = new ConcordanceLines(new TermMatcher('وزير', index), { ...SHOWN, sample: 5, seed });
      for (const each of articles) lines.add(reading(index, each));
      return lines.finish();
    };
    const first = sample(texts, 1);
    expect([first.found, first.lines.length]).toEqual([40, 5]);
    expect(sample([...texts].reverse(), 1)).toEqual(first);
    expect(sample(texts, 2).lines).not.toEqual(first.lines);
  });
  it('merges to the same lines in any order', async () => {
    const index = await wordIndex();
    const make = () => new ConcordanceLines(new TermMatcher('وزير', index), { ...SHOWN, sample: 2, seed: 3 });
    const [a, b, whole] = [make(), make(), make()];
    for (const at of [0, 1, 2, 3]) {
      const one = article(`وزير ${at}`, `${at}.txt`);
      whole.add(reading(index, one));
      (at % 2 ? a : b).add(reading(index, one));
    }
    a.merge(b.partial());
    expect(a.finish()).toEqual(whole.finish());
  });
});

const listed = (key: string, count: number): ListedWord => ({ key, label: key, lemma: key, count, articles: 1 });

describe('keyness', () => {
  const corpus = { tokens: 100, words: [listed('ماء', 10), listed('قال', 5)], complete: true };
  const reference = { tokens: 1000, words: [listed('قال', 50), listed('كرة', 40)], complete: true };
  it('knows positive and negative keywords, the surest first', () => {
    const rows = compareWords(corpus, reference);
    expect(rows.map(({ label, direction }) => [label, direction])).toEqual([
      ['ماء', 'positive'],
      ['كرة', 'negative'],
      ['قال', 'positive'],
    ]);
    expect(rows[2]).toMatchObject({ g2: 0, logRatio: 0, percentDifference: 0 });
  });
  it('leaves out words of which a cut list says nothing', () => {
    const cut = compareWords(corpus, { ...reference, complete: false });
    expect(cut.map(({ label }) => label)).toEqual(['كرة', 'قال']);
  });
});

describe('trend', () => {
  it.each([
    ['day', '2025-03-01', '2025-03-01', '2025-03-01', '2025-03-01'],
    ['week', '2024-12-30', '2025-W01', '2024-12-30', '2025-01-05'],
    ['week', '2021-01-03', '2020-W53', '2020-12-28', '2021-01-03'],
    ['month', '2024-02-10', '2024-02', '2024-02-01', '2024-02-29'],
    ['year', '2024-02-10', '2024', '2024-01-01', '2024-12-31'],
  ] as const)('%s of %s is %s', (interval, date, period, start, end) => {
    const number = periodOf(date, interval as Interval)!;
    expect(describePeriod(number, interval as Interval)).toEqual({ period, start, end });
  });
  it.each([
    ['day', '2025-03'],
    ['week', '2025'],
    ['month', '2025'],
    ['day', '2025-02-30'],
  ] as const)('a %s cannot be told from %s', (interval, date) => {
    expect(periodOf(date, interval)).toBeNull();
  });
  it('shows gaps, and says how many articles are undated', async () => {
    const index = await wordIndex();
    const counts = new TrendCounts(new TermMatcher('قمة', index), 'month');
    counts.add(reading(index, article('قمة عربية في قمة', 'a', '2025-01-05')));
    counts.add(reading(index, article('لا خبر اليوم هنا', 'b', '2025-01-09')));
    counts.add(reading(index, article('القمة', 'c', '2025-03-01')));
    counts.add(reading(index, article('القمة', 'd')));
    const { points, undated } = counts.finish();
    expect(undated).toBe(1);
    expect(
      points.map(({ period, count, perMillion, articleShare }) => [period, count, perMillion, articleShare]),
    ).toEqual([
      ['2025-01', 2, 250000, 0.5],
      ['2025-02', 0, null, null],
      ['2025-03', 1, 1e6, 1],
    ]);
  });
});

describe('diff', () => {
  const identity = { key: ['lemma'], measure: 'count' };
  const before = [
    { lemma: 'ماء', label: 'ماء', count: 10 },
    { lemma: 'قال', label: 'قال', count: 5 },
    { lemma: 'كرة', label: 'كرة', count: 4 },
  ];
  const after = [
    { lemma: 'قال', label: 'قال', count: 5 },
    { lemma: 'ماء', label: 'ماء', count: 4 },
    { lemma: 'نفط', label: 'نفط', count: 3 },
  ];
  it('tells what is new, gone, less and the same, the greatest change first', () => {
    const rows = compareRows(before, after, identity);
    expect(rows.map(row => [row.key, row.status, row.change, row.rankBefore, row.rankAfter])).toEqual([
      ['ماء', 'less', -6, 1, 2],
      ['كرة', 'gone', -4, 3, null],
      ['نفط', 'new', 3, null, 3],
      ['قال', 'same', 0, 2, 1],
    ]);
    expect(rows[0].changePercent).toBe(-60);
  });
  it('of a result with itself has no change', () => {
    expect(compareRows(after, after, identity).every(({ status }) => status === 'same')).toBe(true);
  });
  it('compares values that are no numbers', () => {
    const [row] = compareRows([{ metric: 'd', value: '2025' }], [{ metric: 'd', value: '2026' }], {
      key: ['metric'],
      measure: 'value',
    });
    expect(row).toMatchObject({ status: 'changed', before: '2025', after: '2026', change: null });
  });
  it('names options that differ, but not those of selection', () => {
    expect(differentOptions({ stem: 'light', top: 5, since: '2024' }, { stem: 'none', by: 'lemma' })).toEqual([
      'by',
      'stem',
    ]);
  });
});
