import ngrams from 'natural/lib/natural/ngrams/ngrams.js';
import TfIdf from 'natural/lib/natural/tfidf/tfidf.js';
import { describe, expect, it } from 'vitest';
import { groupOf, KeywordTables } from '../../src/analysis/keyword-tables.ts';
import { KeywordCounts } from '../../src/analysis/keywords.ts';
import { eachNgram, NgramTable } from '../../src/analysis/ngrams.ts';
import { type UnitOptions, unitsOf } from '../../src/analysis/units.ts';
import { article, reading, wordIndex } from './readings.ts';

const TEXTS = [
  'قال الوزير إن القمة العربية تبدأ غدا. وأضاف الوزير أن القمة العربية تنتهي الجمعة',
  'الوزير يصل إلى عمان والقمة تبدأ',
  'فاز الفريق بالكأس وخسر الفريق الآخر',
];
const ALL: UnitOptions = { by: 'surface', keepStopWords: true, labelForm: 'lemma' };

async function tables(texts: readonly string[], options: UnitOptions, dispersion = false, grouped = false) {
  const index = await wordIndex();
  const counted = new KeywordTables(unitsOf(index, options), {
    dispersion,
    ...(grouped ? { group: groupOf('article') } : {}),
  });
  for (const [at, text] of texts.entries()) counted.add(reading(index, article(text, `${at}.txt`)));
  return counted.finish({ minCount: 1, minArticles: 1, sort: 'count', top: 0 });
}

const words = (text: string): string[] => text.split(/[\s.]+/u);

describe('tf-idf', () => {
  it('agrees with natural on the same tokens, article by article', async () => {
    const oracle = new TfIdf();
    for (const text of TEXTS) oracle.addDocument(words(text));
    const found = await tables(TEXTS, ALL, false, true);
    expect(found.map(({ group }) => group)).toEqual(['0.txt', '1.txt', '2.txt']);
    for (const [document, { rows }] of found.entries()) {
      expect(rows.length).toBe(new Set(words(TEXTS[document])).size);
      for (const { label, tfIdf } of rows) expect(tfIdf).toBeCloseTo(oracle.tfidf([label], document), 12);
    }
  });
});

describe('n-grams', () => {
  it.each([1, 2, 3, 4, 5])('of length %i agree with natural on the same words', async n => {
    const text = words(TEXTS[0]).join(' ');
    const expected = new Map<string, number>();
    for (const gram of ngrams.ngrams(words(text), n)) {
      expected.set(gram.join(' '), (expected.get(gram.join(' ')) ?? 0) + 1);
    }
    const [{ rows }] = await tables([text], { ...ALL, ngrams: [n, n] });
    expect(new Map(rows.map(({ label, count }) => [label, count]))).toEqual(expected);
  });

  it('of several lengths are those of each length together', () => {
    const table = new NgramTable();
    const found: string[] = [];
    eachNgram([1, 2, 3], [2, 3], table, (ngram, start) => found.push(`${start}:${table.words(ngram).join('+')}`));
    expect(found).toEqual(['0:1+2', '0:1+2+3', '1:2+3']);
    expect(table.intern([1, 2])).toBe(table.extend(table.extend(0, 1), 2));
  });

  it.each([
    ['انتهت القمة. العربية لغة', 'القمة العربية', 'end of a sentence'],
    ['انتهت القمة\nالعربية لغة', 'القمة العربية', 'end of a line'],
    ['القمة، العربية', 'القمة العربية', 'comma'],
    ['قمة 2025 العربية', 'قمة العربية', 'number'],
    ['«القمة» العربية', 'القمة العربية', 'quotation mark'],
  ])('do not run over a boundary: %s', async (text, gram) => {
    const [{ rows }] = await tables([text], { ...ALL, ngrams: [2, 2] });
    expect(rows.map(({ label }) => label)).not.toContain(gram);
  });

  it('over lemmas join all forms under the commonest one without conjunctions', async () => {
    const texts = ['التقى وزير الخارجية', 'وقال وزير الخارجية', 'ووزير الخارجية', 'وزراء خارجية'];
    const [{ rows }] = await tables(texts, { ...ALL, by: 'lemma', keepStopWords: false, ngrams: [2, 2] });
    const row = rows.find(({ lemma }) => lemma === 'وزير خارجية');
    expect(row).toMatchObject({ label: 'وزير الخارجية', count: 4, articles: 4 });
    expect(row?.forms[0]).toEqual({ form: 'وزير الخارجية', count: 2 });
  });

  it('neither begin nor end with a stop word unless asked, but may hold one', async () => {
    const options: UnitOptions = { ...ALL, keepStopWords: false, ngrams: [2, 3] };
    const [{ rows }] = await tables(['القمة في عمان'], options);
    expect(rows.map(({ label }) => label)).toEqual(['القمة في عمان']);
    const [kept] = await tables(['القمة في عمان'], { ...options, keepStopWords: true });
    expect(kept.rows.length).toBe(3);
  });
});

describe('tables', () => {
  it('count as keywords.ts does', async () => {
    for (const by of ['lemma', 'surface'] as const) {
      const index = await wordIndex();
      const counts = new KeywordCounts(index, { by, keepStopWords: false, labelForm: 'lemma' });
      for (const [at, text] of TEXTS.entries()) counts.add(reading(index, article(text, `${at}.txt`)));
      const plain = counts.finish();
      const [table] = await tables(TEXTS, { by, keepStopWords: false, labelForm: 'lemma' });
      expect(table.rows.map(({ tfIdf: _, ...row }) => row)).toEqual(plain.words);
      expect([table.tokens, table.articles]).toEqual([plain.tokens, plain.articles]);
    }
  });

  it('name a word by its commonest form when asked, the singular first among equals', async () => {
    const options: UnitOptions = { by: 'lemma', keepStopWords: false, labelForm: 'surface' };
    const labels = async (text: string) => (await tables([text], options))[0].rows.map(({ label }) => label);
    expect(await labels('والوزراء للوزير')).toEqual(['وزير']);
    expect(await labels('والوزراء للوزير وزراء')).toEqual(['وزراء']);
  });

  it('by part of speech add up to all words, stop words included', async () => {
    const [{ rows, tokens }] = await tables(TEXTS, { by: 'pos', keepStopWords: false, labelForm: 'lemma' });
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(tokens);
    expect(rows.map(({ label }) => label)).toContain('NOUN');
  });

  it('keep the parts of speech that are asked for', async () => {
    const options: UnitOptions = { by: 'lemma', keepStopWords: false, labelForm: 'lemma', pos: new Set(['VERB']) };
    const [{ rows }] = await tables(TEXTS, options);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.every(({ pos }) => pos === 'VERB')).toBe(true);
  });

  it('know how a word is spread: all in one article against one in each', async () => {
    const texts = ['نفط نفط نفط ماء', 'ماء خبر خبر خبر', 'ماء خبر خبر خبر', 'ماء خبر خبر خبر'];
    const [{ rows }] = await tables(texts, ALL, true);
    const of = (word: string) => rows.find(({ label }) => label === word)?.dispersion;
    expect(of('ماء')).toMatchObject({ dp: 0, dpNorm: 0, juillandD: 1 });
    expect(of('نفط')).toMatchObject({ dp: 0.75, dpNorm: 1 });
    // Positions 3, 4, 8, 12 of 16 words: distances 1, 4, 4, 7 on the ring, v = 4.
    expect(of('ماء')?.arf).toBeCloseTo((1 + 4 + 4 + 4) / 4, 12);
    expect(of('نفط')?.arf).toBeCloseTo((1 + 1 + 16 / 3) / (16 / 3), 12);
  });

  it.each(['count', 'articles', 'tfidf', 'dp', 'juillandD', 'arf', 'label'] as const)(
    'give the same first rows by %s as the whole list has',
    async sort => {
      const index = await wordIndex();
      const made = () => {
        const counted = new KeywordTables(unitsOf(index, { ...ALL, ngrams: [1, 2] }), { dispersion: true });
        for (const [at, text] of TEXTS.entries()) counted.add(reading(index, article(text, `${at}.txt`)));
        return counted;
      };
      const all = { minCount: 1, minArticles: 1, sort, top: 0 };
      const [whole] = made().finish(all);
      const [first] = made().finish({ ...all, top: 7 });
      expect(first.rows).toEqual(whole.rows.slice(0, 7));
      const [several] = made().finish({ ...all, minCount: 2 });
      expect(several.rows).toEqual(whole.rows.filter(({ count }) => count > 1));
    },
  );

  it('group by month and source', () => {
    const dated = article('نص', 'a', '2025-02-12', 'واس');
    expect(groupOf('month')(dated)).toBe('2025-02');
    expect(groupOf('source')(dated)).toBe('واس');
    expect([groupOf('month')(article('نص')), groupOf('source')(article('نص'))]).toEqual(['', '']);
  });
});
