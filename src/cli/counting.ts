/**
 * Counting by itself, apart from how its outcome is shown: so that it can be done in one piece or by several workers, each
 * on files of its own, with the same bytes in the end.
 */
import { statSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import type { Aggregate } from '../analysis/aggregate.ts';
import type { FoundFile } from '../corpus/names.ts';
import type { Invocation } from './command.ts';
import type { Count, Counting } from './count.ts';
import { loadFilters } from './filters.ts';
import type { Options } from './options.ts';
import { openInputs, type Run, readFiles, runOf, type Visit } from './run.ts';

/** A count that is one aggregate. */
export function countOf<Partial, Outcome, A extends Aggregate<Partial, Outcome>>(aggregate: A) {
  return {
    aggregate,
    add: ({ reading }: Visit) => aggregate.add(reading),
    partial: () => aggregate.partial(),
    merge: (other: unknown) => aggregate.merge(other as Partial),
  };
}

/** Text, in bytes, from which on workers are started without being asked for, and how many at least and at most. */
const LARGE = 100e6;
/** With two `report` gains a third of its time, but `keywords` loses more by merging than it gains. */
const LEAST_JOBS = 3;
const MOST_JOBS = 4;

function sizeOf({ path, bytes }: FoundFile): number {
  return statSync(bytes ?? path, { throwIfNoEntry: false })?.size ?? 0;
}

/** How many workers: what `--jobs` says, else one for every idle core where there is much to read. */
function jobsFor(files: readonly FoundFile[], options: Options): number {
  // These look back on what was read before, in the order of the files.
  const inOrder = options.dropNearDuplicates || options.vocabulary === 'corpus';
  if (inOrder || files.length < 2 || files.some(({ path }) => path === '-')) return 1;
  if (options.jobs !== undefined) return Math.min(options.jobs, files.length);
  const idle = Math.min(MOST_JOBS, Math.round(availableParallelism() - loadavg()[0]));
  return idle >= LEAST_JOBS && files.reduce((sum, file) => sum + sizeOf(file), 0) >= LARGE ? idle : 1;
}

/** Feeds the corpus of an invocation to `count`. Throws UsageError when there is no article. */
export async function countCorpus(invocation: Invocation, { vocabulary }: Counting, count: Count): Promise<Run> {
  const { operands, options } = invocation;
  const inputs = await openInputs(operands, options);
  const jobs = jobsFor(inputs.files, options);
  if (jobs === 1) {
    const visitor = { vocabulary, visit: (visit: Visit) => count.add(visit) };
    return runOf(inputs, await readFiles(inputs.files, options, visitor), options);
  }
  await loadFilters(vocabulary, options); // what is wrong with them is told here, in one line
  const { shareOut } = await import('./workers.ts');
  const sizes = inputs.files.map(sizeOf);
  return runOf(inputs, await shareOut(invocation, inputs.files, sizes, jobs, count), options);
}
