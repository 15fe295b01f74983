import { describe, expect, test } from 'vitest';
import { ExactDuplicates } from '../../src/article/duplicates.ts';
import { NearDuplicates } from '../../src/article/near-duplicates.ts';
import { createArticleReader } from '../../src/article/read-articles.ts';
import { Reader } from '../../src/article/reading.ts';
import { Vocabulary } from '../../src/text/vocabulary.ts';

const vocabulary = new Vocabulary();
const read = createArticleReader(vocabulary);
const article = (id: string, text: string, title?: string) =>
  read({
    path: id,
    id,
    kind: 'record',
    text,
    line: 1,
    encoding: 'utf-8',
    derived: false,
    stated: title ? { title } : {},
  })[0];

const BODY = 'أعلنت البلدية بدء أعمال صيانة الجسر الشمالي، ودعت السائقين إلى استخدام الطرق البديلة حتى نهاية الشهر.';

describe('exact duplicates', () => {
  test('the one read first owns the body; headline, marks, hamza, signs and spaces do not count', () => {
    const duplicates = new ExactDuplicates();
    expect(duplicates.ownerOf(article('a', BODY, 'عنوان'))).toBeUndefined();
    expect(duplicates.ownerOf(article('b', BODY, 'عنوان مختلف'))).toBe('a');
    expect(
      duplicates.ownerOf(article('c', `${BODY.replace('أعلنت', 'اعلنت').replace('،', ' ,').replaceAll(' ', '  ')}\n`)),
    ).toBe('a');
    expect(duplicates.ownerOf(article('d', BODY.replace('الجسر', 'الجِسـر')))).toBe('a');
  });

  test.each([
    ['one word more', `${BODY} عاجل`],
    ['another number', `${BODY} 5`],
    ['words in another order', BODY.split(' ').reverse().join(' ')],
  ])('%s is another body', (_name, text) => {
    const duplicates = new ExactDuplicates();
    duplicates.ownerOf(article('a', BODY));
    expect(duplicates.ownerOf(article('b', text))).toBeUndefined();
  });

  test('a long body with one letter changed, wherever that is, is another one; with more spaces it is the same', () => {
    const long = Array.from({ length: 120 }, (_, i) => `${BODY} ${i}`).join('\n');
    const duplicates = new ExactDuplicates();
    duplicates.ownerOf(article('long', long));
    for (const letter of ['أ', 'ع', 'ل', 'ن', 'ت', 'ة', 'د'])
      for (const from of [0, 4000, 8000]) {
        const at = long.indexOf(letter, from);
        const changed = `${long.slice(0, at)}ظ${long.slice(at + 1)}`;
        expect(duplicates.ownerOf(article(`${letter}${from}`, changed))).toBeUndefined();
      }
    expect(duplicates.ownerOf(article('spaced', long.replaceAll(' ', '   ')))).toBe('long');
    expect(duplicates.ownerOf(article('shorter', long.slice(0, -1)))).toBeUndefined();
  });

  test('short or empty bodies are never duplicates', () => {
    const duplicates = new ExactDuplicates();
    for (const text of ['', 'تحديث', '   ']) {
      expect(duplicates.ownerOf(article('a', text))).toBeUndefined();
      expect(duplicates.ownerOf(article('b', text))).toBeUndefined();
    }
  });
});

describe('near duplicates', () => {
  const words = Array.from(
    { length: 400 },
    (_, i) =>
      ['بلدية', 'جسر', 'طريق', 'صيانة', 'شهر', 'سائق', 'أعمال'][(i * i) % 7] +
      'ابتثجحخدذرزسشص'[i % 13] +
      'ضطظعغفقكلمن'[i % 11],
  );
  const reading = (id: string, text: string) => new Reader(vocabulary).read(article(id, text));

  test('a copy with a few changed words is near, another text is not', () => {
    const near = new NearDuplicates();
    expect(near.add(reading('a', words.join(' ')))).toBeUndefined();
    const changed = words.with(100, 'مدينة').with(300, 'قرية');
    const found = near.add(reading('b', changed.join(' ')));
    expect(found?.id).toBe('a');
    expect(found!.similarity).toBeGreaterThan(0.85);
    expect(near.add(reading('c', words.map(word => `${word}ون`).join(' ')))).toBeUndefined();
    expect(near.add(reading('d', 'خبر قصير'))).toBeUndefined();
  });
});
