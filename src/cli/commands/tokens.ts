/** `rasid tokens`: every token as a record, for pipes. */
import { lineAt, type Reading } from '../../article/reading.ts';
import type { Row } from '../../report/result.ts';
import { TOKENS } from '../../report/views/workbench.ts';
import type { WordIndex } from '../../text/word-index.ts';
import type { Command } from '../command.ts';
import { loadCorpusIndex } from '../corpus-index.ts';
import { CORPUS_OPTIONS } from '../options.ts';
import { RowStream } from '../row-stream.ts';
import { exitCodeOf, readCorpus } from '../run.ts';

/** Rows of the words of one article; the line is counted along, never from the beginning again. */
function* tokenRows({ article, segments, vocabulary }: Reading, index: WordIndex): Generator<Row> {
  for (const segment of segments) {
    const { tokens, text, part } = segment;
    let { line } = segment;
    let lineFrom = segment.start;
    for (let i = 0; i < tokens.count; i++) {
      const type = tokens.types[i];
      const start = tokens.starts[i];
      if (article.document.kind !== 'record') {
        line = lineAt(article, { ...segment, line, start: lineFrom }, start);
        lineFrom = start;
      }
      if (!vocabulary.isWord(type)) continue;
      const { pos, origin } = index.analysis(type);
      yield {
        article: article.id,
        path: article.path,
        line,
        part,
        start,
        end: tokens.ends[i],
        surface: text.slice(start, tokens.ends[i]),
        form: vocabulary.form(type),
        lemma: index.lemma(index.lemmaId(type)).lemma,
        pos: pos ?? null,
        stop: index.isStop(type),
        origin,
      };
    }
  }
}

export const tokens: Command = {
  operands: '[paths...]',
  description:
    'Writes every word of the counted parts as a record: place, surface, form, lemma, part of speech, stop word.',
  options: [...CORPUS_OPTIONS, 'stem', 'vocabulary', 'stopWords'],
  defaults: { format: 'ndjson' },
  views: [TOKENS],
  examples: [
    { line: 'rasid tokens fixtures/corpus/floods-wire.txt | head -3', says: 'the first three words of an article' },
    { line: 'rasid tokens fixtures/corpus/floods-wire.txt --format csv', says: 'all of them for a spreadsheet' },
  ],
  run: async invocation => {
    const { options, operands } = invocation;
    const index = await loadCorpusIndex(operands, options);
    const rows = new RowStream(invocation, TOKENS);
    const run = await readCorpus(operands, options, {
      vocabulary: index.vocabulary,
      visit: ({ reading }) => rows.add(tokenRows(reading, index)),
    });
    await rows.finish(run);
    return exitCodeOf(run, options);
  },
};
