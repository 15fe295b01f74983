import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createArticleReader } from '../../src/article/read-articles.ts';
import type { Document } from '../../src/corpus/document.ts';
import { Vocabulary } from '../../src/text/vocabulary.ts';

const read = createArticleReader(new Vocabulary());

function page(text: string): Document {
  return { path: 'p.txt', id: 'p.txt', kind: 'page', text, line: 1, encoding: 'utf-8', derived: false, stated: {} };
}

const PARAGRAPH = 'قال المتحدث باسم الوزارة إن اللجنة ستجتمع الأسبوع المقبل للنظر في الطلبات التي وصلتها من البلديات.';
const LINES = [
  PARAGRAPH,
  'عنوان عن لجنة البلديات',
  'إقرأ أيضاً:',
  'اقرأ أيضا: عنوان آخر',
  'المصدر: وكالات',
  'كلمات دلالية: لجنة بلديات',
  'تاريخ النشر: 2024/02/03',
  'مقالات مشابهة',
  '• عنوان في قائمة',
  'اترك تعليقاً',
  'الأحد 4 فبراير 2024',
  '',
  '   ',
  '---',
  'https://example.org/a',
  'عمّان - ',
  `عمّان - ${PARAGRAPH}`,
  '\u0640\u0640',
  '\ud83d\ude00',
];

function tiles(text: string): void {
  const parts = read(page(text))
    .flatMap(article => article.parts)
    .sort((a, b) => a.start - b.start);
  let at = 0;
  for (const part of parts) {
    expect(part.start).toBe(at);
    expect(part.end).toBeGreaterThan(at);
    expect(part.line).toBe(text.slice(0, part.start).split('\n').length);
    at = part.end;
  }
  expect(at).toBe(text.length);
}

describe('parts tile any text', () => {
  test('made of lines that pages have', () => {
    const end = fc.constantFrom('\n', '\r\n', '');
    const line = fc.tuple(fc.constantFrom(...LINES), fc.constantFrom('\n', '\r\n'));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), end, (lines, last) =>
        tiles(lines.map(l => l.join('')).join('') + last),
      ),
      { numRuns: 400 },
    );
  });

  test('made of anything', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), tiles), { numRuns: 400 });
  });
});

describe('records', () => {
  const record = (text: string): Document => ({
    ...page(text),
    kind: 'record',
    id: 'r1',
    line: 7,
    stated: { title: 'عنوان' },
  });
  const text = `عنوان عن لجنة البلديات\n${PARAGRAPH}\nالمصدر: وكالات\nإقرأ أيضاً:\nعنوان آخر هنا\n${PARAGRAPH}`;

  test('are one body part as they stand', () => {
    const [article, ...more] = read(record(text));
    expect(more).toEqual([]);
    expect(article.parts.map(({ part, line }) => [part, line])).toEqual([
      ['title', 7],
      ['body', 7],
    ]);
  });

  test('are split like pages when asked for', () => {
    const split = createArticleReader(new Vocabulary(), { split: true });
    const articles = split(record(text));
    expect(articles.map(({ id, kind }) => [id, kind])).toEqual([
      ['r1', 'main'],
      ['r1#2', 'related'],
    ]);
  });
});

test('many short lines and one long line take time in proportion', () => {
  const measure = (text: string): number => {
    const before = process.cpuUsage();
    read(page(text));
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  measure('سطر قصير هنا\n'.repeat(10_000));
  const small = measure('سطر قصير هنا\n'.repeat(20_000));
  const large = measure('سطر قصير هنا\n'.repeat(80_000));
  expect(large).toBeLessThan(Math.max(small, 0.05) * 12);
  expect(measure(`${PARAGRAPH} `.repeat(100_000))).toBeLessThan(3);
});

test.each([
  ['المزيد من بلديات الشمال تطلب الانضمام إلى اللجنة'],
  ['أسعار الذهب تشغل لجنة البلديات في اجتماعها الأسبوعي'],
  ['الطقس: لجنة البلديات تجتمع الأسبوع المقبل'],
  ['السنة الجديدة تبدأ باجتماع لجنة البلديات'],
  ['المشرف العام على اللجنة يستقبل رؤساء البلديات'],
  ['الباب: لجنة البلديات تنظر في الطلبات الأسبوع المقبل'],
])('«%s» is a headline, whatever it begins with', title => {
  const [article] = read(page(`${title}\n${PARAGRAPH}\n`));
  expect(article.title).toBe(title);
  expect(article.parts.map(({ part }) => part)).toEqual(['title', 'body']);
});

test('a Latin word that a sentence repeats makes no ticker of it', () => {
  const paragraph = `${'تقول شركة Nokia إن أرباحها زادت، '.repeat(6)}وتقول Nokia إنها توزع نصفها على المساهمين في نهاية العام`;
  const [article] = read(page(`عنوان عن أرباح الشركة\n${paragraph}\n`));
  expect(article.parts.map(({ part }) => part)).toEqual(['title', 'body']);
});
