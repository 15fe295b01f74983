/** Parts of a count are joined only with their like, and joined they are the whole. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COMMAND_ENTRIES } from '../../src/cli/commands/index.ts';
import type { Count, Part } from '../../src/cli/count.ts';
import { mergePart, partOf, settingsHash } from '../../src/cli/part.ts';
import { readFiles } from '../../src/cli/run.ts';
import { corpusOptions } from '../support/options.ts';

const OPTIONS = corpusOptions({ by: 'lemma', silent: true });
const SETTINGS = settingsHash('keywords', OPTIONS);
const PAGES = readdirSync('fixtures/corpus')
  .filter(name => name.endsWith('.txt'))
  .map(name => ({ path: `fixtures/corpus/${name}` }));

async function fresh() {
  const { counting } = await COMMAND_ENTRIES.keywords.load();
  return counting!(OPTIONS);
}

async function counted(files: typeof PAGES): Promise<{ count: Count; part: Part }> {
  const { vocabulary, count } = await fresh();
  const own = count();
  const { documents } = await readFiles(files, OPTIONS, { vocabulary, visit: visit => own.add(visit) });
  return { count: own, part: JSON.parse(JSON.stringify(partOf(own, SETTINGS, documents))) };
}

/** What a count holds, whatever the order in which it met its words. */
function content(count: Count): unknown {
  return (count as unknown as { aggregate: { finish(): unknown } }).aggregate.finish();
}

describe('parts', () => {
  test('made apart and kept as JSON give the whole', async () => {
    const whole = await counted(PAGES);
    const [first, second] = [await counted(PAGES.slice(0, 7)), await counted(PAGES.slice(7))];
    expect(first.part.documents + second.part.documents).toBe(whole.part.documents);
    const joined = (await fresh()).count();
    for (const { part } of [second, first]) mergePart(joined, part, SETTINGS);
    expect(content(joined)).toEqual(content(whole.count));
  });

  test('of other settings, or of another version, are refused', async () => {
    const { part } = await counted(PAGES.slice(0, 1));
    const { count } = await fresh();
    const others = settingsHash('keywords', corpusOptions({ by: 'surface', silent: true }));
    expect(others).not.toBe(SETTINGS);
    expect(settingsHash('entities', OPTIONS)).not.toBe(SETTINGS);
    expect(() => mergePart(count(), part, others)).toThrow('other settings');
    expect(() => mergePart(count(), { ...part, schema: 0 }, SETTINGS)).toThrow('version 0');
  });
});
