/** `entities --mentions`: every mention by itself. */
import type { Reading } from '../../article/reading.ts';
import type { Mention } from '../../entities/mention.ts';

import type { Row } from '../../report/result.ts';
import { ENTITY_MENTIONS } from '../../report/views/mentions.ts';
import type { ExitCode } from '../exit.ts';
import { contextFields, mentionRow } from '../mention-rows.ts';
import { RowStream } from '../row-stream.ts';
import { exitCodeOf, readCorpus } from '../run.ts';
import { isAsked, type Session } from './session.ts';

/** Writes a record per mention, in reading order. All kinds of countries unless asked otherwise. */
export async function writeMentions({ invocation, vocabulary, find, gazetteer }: Session): Promise<ExitCode> {
  const { options, operands } = invocation;
  const kinds = options.kinds && new Set(options.kinds);
  const asked = (mention: Mention): boolean => {
    const type = mention.type === 'other' ? mention.userType : mention.type;
    if (!isAsked(type, mention.id, options, gazetteer)) return false;
    return mention.type !== 'country' || !kinds || kinds.has(mention.kind);
  };
  const { context } = options;
  const rows = new RowStream(invocation, ENTITY_MENTIONS);
  const rowsOf = function* (reading: Reading): Generator<Row> {
    for (const mention of find(reading)) {
      if (!asked(mention)) continue;
      const around = context === undefined ? {} : contextFields(mention, context, vocabulary);
      yield { ...mentionRow(reading.article, mention), ...around };
    }
  };
  const run = await readCorpus(operands, options, { vocabulary, visit: ({ reading }) => rows.add(rowsOf(reading)) });
  await rows.finish(run);
  return exitCodeOf(run, options);
}
