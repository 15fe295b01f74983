/** `entities --mentions`: every mention by itself. */
import type { Mention } from '../../entities/mention.ts';
import { toJson } from '../../report/json.ts';
import type { Row } from '../../report/result.ts';
import { ENTITY_MENTIONS } from '../../report/views/mentions.ts';
import type { ExitCode } from '../exit.ts';
import { contextFields, mentionRow } from '../mention-rows.ts';
import { makeResult, topRows } from '../result.ts';
import { exitCodeOf, readCorpus } from '../run.ts';
import { formatOf, writeResult } from '../write.ts';
import { isAsked, type Session } from './session.ts';

/** Writes a record per mention, in reading order; as NDJSON they stream. All kinds of countries unless asked otherwise. */
export async function writeMentions({ invocation, vocabulary, find, gazetteer }: Session): Promise<ExitCode> {
  const { options, operands, output } = invocation;
  const kinds = options.kinds && new Set(options.kinds);
  const asked = (mention: Mention): boolean => {
    const type = mention.type === 'other' ? mention.userType : mention.type;
    if (!isAsked(type, mention.id, options, gazetteer)) return false;
    return mention.type !== 'country' || !kinds || kinds.has(mention.kind);
  };
  const { context } = options;
  const streamed = formatOf(invocation) === 'ndjson' || formatOf(invocation) === 'table';
  const rows: Row[] = [];
  const run = await readCorpus(operands, options, {
    vocabulary,
    visit: async ({ reading }) => {
      const found = find(reading)
        .filter(asked)
        .map(mention => ({
          ...mentionRow(reading.article, mention),
          ...(context === undefined ? {} : contextFields(mention, context, vocabulary)),
        }));
      if (!streamed) rows.push(...found);
      else if (found.length > 0) await output.write(`${found.map(row => toJson(row)).join('\n')}\n`);
    },
  });
  if (!streamed)
    await writeResult(makeResult(invocation, run, ENTITY_MENTIONS, topRows(rows, options.top)), invocation);
  return exitCodeOf(run, options);
}
