/** `rasid articles`: what was read, and how every line was understood. */
import type { Article, Part } from '../../article/article.ts';
import { type Reading, wordCount } from '../../article/reading.ts';
import type { Row } from '../../report/result.ts';
import { ARTICLES, LINES } from '../../report/views/articles.ts';
import { Vocabulary } from '../../text/vocabulary.ts';
import type { Command } from '../command.ts';
import { CORPUS_OPTIONS } from '../options.ts';
import { makeResult, topRows } from '../result.ts';
import { exitCodeOf, readCorpus, type Visit } from '../run.ts';
import { writeResult } from '../write.ts';

function partRow({ part, rule, line, start, end, repeated }: Part): Row {
  return { part, rule, line, start, end, ...(repeated ? { repeated } : {}) };
}

function furnitureLength(article: Article): number {
  return article.parts.reduce((sum, { part, start, end }) => sum + (part === 'furniture' ? end - start : 0), 0);
}

/** Row of one article. Fields that do not apply are left out. */
export function articleRow({ reading, duplicateOf, near }: Visit): Row {
  const { article } = reading;
  const { published, place, agency, author } = article;
  return {
    article: article.id,
    path: article.path,
    line: article.line,
    kind: article.kind,
    published: published?.date ?? null,
    publishedBasis: published?.basis ?? 'none',
    ...(published?.conflict === undefined ? {} : { publishedConflict: published.conflict }),
    words: wordCount(reading),
    furniture: furnitureLength(article),
    encoding: article.document.encoding,
    language: article.language,
    ...(duplicateOf === undefined ? {} : { duplicateOf }),
    ...(near === undefined ? {} : { nearDuplicate: { article: near.id, similarity: near.similarity } }),
    ...(place === undefined ? {} : { place }),
    ...(agency === undefined ? {} : { agency }),
    ...(author === undefined ? {} : { author }),
    tags: article.tags,
    parts: article.parts.map(partRow),
    where: `${article.path}:${article.line}`,
    source: article.source ?? null,
    title: article.title ?? null,
  };
}

function lineRows({ article }: Reading): Row[] {
  return article.parts.map(part => ({
    article: article.id,
    ...partRow(part),
    text: part.text.slice(part.start, part.end).trimEnd(),
  }));
}

export const articles: Command = {
  operands: '[paths...]',
  description:
    'Lists the articles that were read: headline, date and where it comes from, source, parts, duplicates. With --lines every line with the rule that decided.',
  options: [...CORPUS_OPTIONS, 'lines'],
  defaults: { parts: 'title,dateline,body,related' },
  views: [ARTICLES, LINES],
  examples: [
    { line: 'rasid articles fixtures/corpus', says: 'one row per article, related ones too' },
    {
      line: 'rasid articles fixtures/corpus/water-summit-communique.txt --lines',
      says: 'how each line was understood',
    },
  ],
  run: async invocation => {
    const { options, operands } = invocation;
    const rows: Row[] = [];
    const run = await readCorpus(operands, options, {
      vocabulary: new Vocabulary(),
      duplicates: true,
      nearDuplicates: true,
      visit: visit => {
        // One by one: a page may have more lines than a call has room for arguments.
        for (const row of options.lines ? lineRows(visit.reading) : [articleRow(visit)]) rows.push(row);
      },
    });
    await writeResult(
      makeResult(invocation, run, options.lines ? LINES : ARTICLES, topRows(rows, options.top)),
      invocation,
    );
    return exitCodeOf(run, options);
  },
};
