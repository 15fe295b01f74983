import { COUNT, FLAG, list, NULLABLE_TEXT, NUMBER, object, TEXT, TEXTS, type View } from '../field.ts';

const PART = object({ part: TEXT, rule: TEXT, line: COUNT, start: COUNT, end: COUNT, repeated: FLAG }, ['repeated']);

function nearText(value: unknown): string {
  const { article, similarity } = value as { readonly article: string; readonly similarity: number };
  return `${Math.round(similarity * 100)}% ${article}`;
}

/** Rows of `articles`: one per article, related ones too. */
export const ARTICLES: View = {
  command: 'articles',
  version: 1,
  fields: [
    {
      name: 'article',
      schema: TEXT,
      help: "the record's id; for pages the path, for related articles path#2, path#3 …",
    },
    { name: 'path', schema: TEXT, help: 'file as reached from the argument; - for standard input' },
    { name: 'line', schema: COUNT, help: 'line of the file on which the article begins' },
    { name: 'kind', schema: TEXT, help: 'main or related', column: { header: 'kind' } },
    {
      name: 'published',
      schema: NULLABLE_TEXT,
      help: 'publication date, as precise as it is known',
      column: { header: 'published' },
    },
    {
      name: 'publishedBasis',
      schema: TEXT,
      help: 'where the date comes from: record, meta, label, stamp, dateline, body, url, file, option, none',
      column: { header: 'basis' },
    },
    { name: 'publishedConflict', schema: TEXT, help: 'what speaks against the date', optional: true },
    { name: 'words', schema: COUNT, help: 'words of the counted parts', column: { header: 'words', align: 'right' } },
    {
      name: 'furniture',
      schema: COUNT,
      help: 'characters of the document that belong to no article',
      column: { header: 'furniture', align: 'right' },
    },
    { name: 'encoding', schema: TEXT, help: 'encoding by which the file was read', column: { header: 'encoding' } },
    { name: 'language', schema: TEXT, help: 'ar, fa, ur or other', column: { header: 'lang' } },
    {
      name: 'duplicateOf',
      schema: TEXT,
      help: 'article with the same body that was read first',
      optional: true,
      column: { header: 'duplicate of', width: 24 },
    },
    {
      name: 'nearDuplicate',
      schema: object({ article: TEXT, similarity: NUMBER }),
      help: 'the earlier article with nearly the same body, and the share of five-word runs in common (0 to 1, an estimate)',
      optional: true,
      column: { header: 'near', format: nearText, width: 30 },
    },
    { name: 'place', schema: TEXT, help: 'place of the dateline', optional: true },
    { name: 'agency', schema: TEXT, help: 'agency of the dateline', optional: true },
    { name: 'author', schema: TEXT, help: 'author as stated', optional: true },
    { name: 'tags', schema: TEXTS, help: 'tags as stated' },
    {
      name: 'parts',
      schema: list(PART),
      help: 'parts in the order of the text: UTF-16 offsets, line, and the rule that decided',
    },
    { name: 'where', schema: TEXT, help: 'path:line, to click', column: { header: 'where', width: 44, keepEnd: true } },
    {
      name: 'source',
      schema: NULLABLE_TEXT,
      help: 'source as stated',
      column: { header: 'source', arabic: true, width: 20 },
    },
    { name: 'title', schema: NULLABLE_TEXT, help: 'headline', column: { header: 'title', arabic: true, width: 60 } },
  ],
};

/** Rows of `articles --lines`: one per part of a document. */
export const LINES: View = {
  command: 'lines',
  version: 1,
  fields: [
    { name: 'article', schema: TEXT, help: 'article the line belongs to' },
    { name: 'line', schema: COUNT, help: 'line of the file', column: { header: 'line', align: 'right' } },
    { name: 'part', schema: TEXT, help: 'part of the article; furniture belongs to none', column: { header: 'part' } },
    { name: 'rule', schema: TEXT, help: 'rule that decided (see src/data/furniture.json)', column: { header: 'rule' } },
    {
      name: 'repeated',
      schema: FLAG,
      help: 'stood earlier in the document',
      optional: true,
      column: { header: 'repeated', format: value => (value ? 'yes' : '') },
    },
    { name: 'start', schema: COUNT, help: 'UTF-16 offset of its beginning' },
    { name: 'end', schema: COUNT, help: 'UTF-16 offset after its end' },
    { name: 'text', schema: TEXT, help: 'the text', column: { header: 'text', arabic: true, width: 100 } },
  ],
};
