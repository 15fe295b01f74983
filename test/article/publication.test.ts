import { expect, test } from 'vitest';
import { dateInPath } from '../../src/article/publication.ts';
import { createArticleReader } from '../../src/article/read-articles.ts';
import { Vocabulary } from '../../src/text/vocabulary.ts';

test.each([
  ['https://example.org/2024/05/31/title', '2024-05-31'],
  ['https://example.org/news/2024-05-31-title', '2024-05-31'],
  ['https://example.org/20240531/title', '2024-05-31'],
  ['https://example.org/2024/05/title', '2024-05'],
  ['pages/2015-08-04.txt', '2015-08-04'],
  ['https://example.org/news/20241331', undefined],
  ['https://example.org/2024/99/31/', undefined],
  ['https://example.org/id/120240531', undefined],
  ['https://example.org/article/123456', undefined],
])('%s holds %s', (address, date) => expect(dateInPath(address)).toBe(date));

const page = (text: string, path = 'p.txt') =>
  ({ path, id: path, kind: 'page', text, line: 1, encoding: 'utf-8', derived: false, stated: {} }) as const;
const UNDATED =
  'عنوان عن أعمال الطرق\nبدأت البلدية أعمال صيانة الطرق في الأحياء الشرقية، ودعت السكان إلى التعاون مع فرقها خلال الأسبوع.\n';

test('what the user says counts where the page says nothing', () => {
  const read = (options: object) =>
    createArticleReader(new Vocabulary(), options)(page(UNDATED, 'x/2021-02-03.txt'))[0].published;
  expect(read({})).toBeUndefined();
  expect(read({ referenceDate: '2020-01-01' })).toEqual({ date: '2020-01-01', basis: 'option' });
  expect(read({ dateFrom: 'name' })).toEqual({ date: '2021-02-03', basis: 'file' });
});

test.each([
  ['بغداد: كاظم العبيدي', 'كاظم العبيدي', 'بغداد'],
  ['حسن العمري – جدة', 'حسن العمري', 'جدة'],
])('byline «%s»', (line, author, place) => {
  const [title, body] = UNDATED.split('\n');
  const [article] = createArticleReader(new Vocabulary())(page(`${title}\n${line}\n${body}\n`));
  expect(article).toMatchObject({ author, place });
});
