/**
 * Mutated pages and records through the whole program in this process: nothing throws, JSON is valid, every span slices
 * its source, every character of a page belongs to exactly one part.
 */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { decode } from '../../src/corpus/decode.ts';
import { CorpusError } from '../../src/errors.ts';
import { expectSlices, mutated, type Row, RUNS, run } from '../support/mutants.ts';
import { ndjson } from '../support/program.ts';
import { scratch } from '../support/scratch.ts';

const files = scratch();
// Errors of single inputs are told on stderr; here there would be hundreds.
vi.spyOn(process.stderr, 'write').mockReturnValue(true);

/** Text of a page as the program decodes it, or undefined where it refuses it. */
function decoded(bytes: Buffer): string | undefined {
  try {
    return decode(bytes, 'x').text;
  } catch (error) {
    if (error instanceof CorpusError) return undefined;
    throw error;
  }
}

async function checkPage(bytes: Buffer): Promise<void> {
  const file = files.write('page.txt', bytes);
  const text = decoded(bytes);
  const every = { languages: ['ar', 'fa', 'ur', 'other'], keepRepeats: true };
  const report = await run('report', file, { json: true, ...every });
  if (report !== '') JSON.parse(report);
  for (const command of ['entities', 'timeline']) {
    const rows = ndjson<Row>(await run(command, file, { mentions: true, format: 'ndjson', ...every }));
    if (text === undefined) expect(rows).toEqual([]);
    else expectSlices(rows, () => text);
  }
  const listed = await run('articles', file, { json: true, ...every, keepDuplicates: true });
  if (listed === '' || text === undefined) return;
  const parts = (JSON.parse(listed).rows as { parts: { start: number; end: number }[] }[]).flatMap(row => row.parts);
  parts.sort((a, b) => a.start - b.start || a.end - b.end);
  let at = 0;
  for (const { start, end } of parts) {
    expect(start).toBe(at);
    at = end;
  }
  expect(at).toBe(text.length);
}

describe('mutated pages', () => {
  test('of text', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, text => checkPage(Buffer.from(text))),
      { numRuns: RUNS },
    );
  });

  test('of bytes', async () => {
    const bytes = fc
      .tuple(
        mutated,
        fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 4 }),
        fc.constantFrom('utf8', 'utf16le' as const),
      )
      .map(([text, changes, encoding]) => {
        const whole = Buffer.from(encoding === 'utf16le' ? `\ufeff${text}` : text, encoding as BufferEncoding);
        for (const [at, byte] of changes) if (at < whole.length) whole[at] = byte;
        return whole;
      });
    await fc.assert(fc.asyncProperty(bytes, checkPage), { numRuns: RUNS });
  });
});

describe('mutated records', () => {
  const value = fc.oneof(
    mutated,
    fc.constantFrom('', null, 0, true, [], {}, '2024-05-31', '31/02/2024', '0000-00-00', '9999-12-31'),
    fc.jsonValue(),
  );
  const record = fc.record(
    {
      id: value,
      text: fc.oneof({ weight: 5, arbitrary: mutated }, value),
      title: value,
      published: value,
      source: value,
      tags: value,
      url: value,
    },
    { requiredKeys: [] },
  );

  test('as NDJSON, broken lines among them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 4 }), fc.nat(300), async (records, cut) => {
        const lines = records.map((item, index) => JSON.stringify({ ...item, id: `r${index}` }));
        const file = files.write('records.ndjson', `${lines.join('\n')}\n${lines[0].slice(0, cut)}`);
        const every = { languages: ['ar', 'fa', 'ur', 'other'], keepRepeats: true, keepDuplicates: true };
        const listed = await run('report', file, { json: true, ...every });
        if (listed !== '') JSON.parse(listed);
        for (const command of ['entities', 'timeline']) {
          const rows = ndjson<Row>(await run(command, file, { mentions: true, format: 'ndjson', ...every }));
          const field = (row: Row): string => {
            const { text, title } = JSON.parse(lines[Number(/^r(\d+)/u.exec(row.article)?.[1])] ?? '{}');
            return row.part === 'title' ? String(title).trim() : text;
          };
          expectSlices(
            rows.filter(({ article }) => /^r\d/u.test(article)),
            field,
          );
        }
      }),
      { numRuns: RUNS },
    );
  });
});
