/**
 * Counting by several workers. Files are dealt out in batches of neighbours; what comes back is merged in their order, so
 * that nothing depends on which worker was quicker. An article that stands in two batches belongs to the earlier: the
 * later batch is counted once more without it.
 */
import { Worker } from 'node:worker_threads';
import type { FoundFile } from '../corpus/names.ts';
import type { Invocation } from './command.ts';
import type { Batch, Count, Outcome, Task } from './count.ts';
import { mergePart, settingsHash } from './part.ts';
import { Progress } from './progress.ts';
import type { Harvest } from './run.ts';

/**
 * Bytes of a batch: large, since what is sent of each and merged is mostly its vocabulary (50 MB in batches of 6 took two
 * workers as long as one works alone, in two batches 30 % less); so small that memory holds some of them.
 */
const BATCH_BYTES = 64e6;
/** At least so many batches for each worker. */
const BATCHES_PER_JOB = 1;

/** Neighbouring files, and how large they are together. */
interface Stretch {
  readonly files: FoundFile[];
  bytes: number;
}

/** Stretches of about the same size that tile the files. */
function stretchesOf(files: readonly FoundFile[], sizes: readonly number[], jobs: number): Stretch[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const share = Math.min(BATCH_BYTES, total / (jobs * BATCHES_PER_JOB));
  const stretches: Stretch[] = [];
  for (const [index, file] of files.entries()) {
    if (index === 0 || stretches[stretches.length - 1].bytes >= share) stretches.push({ files: [], bytes: 0 });
    const last = stretches[stretches.length - 1];
    last.files.push(file);
    last.bytes += sizes[index];
  }
  return stretches;
}

/** Threads that take batches as they become free. */
class Pool {
  readonly #workers: Worker[];
  readonly #idle: Worker[];
  readonly #waiting: ((worker: Worker) => void)[] = [];

  constructor(jobs: number, task: Task) {
    this.#workers = Array.from(
      { length: jobs },
      () => new Worker(new URL('./worker.js', import.meta.url), { workerData: task }),
    );
    this.#idle = [...this.#workers];
  }

  async count(batch: Batch): Promise<Outcome> {
    const worker = this.#idle.pop() ?? (await new Promise<Worker>(take => this.#waiting.push(take)));
    try {
      return await new Promise<Outcome>((resolve, reject) => {
        worker.removeAllListeners();
        worker.once('message', resolve).once('error', reject);
        worker.postMessage(batch);
      });
    } finally {
      const next = this.#waiting.shift();
      if (next) next(worker);
      else this.#idle.push(worker);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map(worker => worker.terminate()));
  }
}

function joined(harvests: readonly Harvest[]): Harvest {
  const sum = (field: 'documents' | 'articles' | 'relatedArticles' | 'duplicates' | 'tokens'): number =>
    harvests.reduce((total, harvest) => total + harvest[field], 0);
  const languages = new Map<string, number>();
  for (const { otherLanguages } of harvests)
    for (const [language, count] of otherLanguages) languages.set(language, (languages.get(language) ?? 0) + count);
  return {
    documents: sum('documents'),
    articles: sum('articles'),
    relatedArticles: sum('relatedArticles'),
    duplicates: sum('duplicates'),
    tokens: sum('tokens'),
    otherLanguages: [...languages],
    errors: harvests.flatMap(({ errors }) => errors),
  };
}

/** Counts `files` by `jobs` workers into `count`. `sizes` are those of the files, in bytes. */
export async function shareOut(
  { command, options }: Invocation,
  files: readonly FoundFile[],
  sizes: readonly number[],
  jobs: number,
  count: Count,
): Promise<Harvest> {
  const pool = new Pool(jobs, { command, options });
  const progress = new Progress(files.length, options.quiet || options.silent || false);
  const settings = settingsHash(command, options);
  const owned = new Set<number>();
  const harvests: Harvest[] = [];
  try {
    const stretches = stretchesOf(files, sizes, jobs);
    const outcomes = stretches.map(stretch => pool.count({ files: stretch.files, known: [] }));
    for (const outcome of outcomes) outcome.catch(() => {}); // the first to fail is told, by the loop below
    for (const [index, stretch] of stretches.entries()) {
      let outcome = await outcomes[index];
      const known = options.keepDuplicates ? [] : outcome.bodies.filter(body => owned.has(body));
      if (known.length > 0) outcome = await pool.count({ files: stretch.files, known });
      for (const body of outcome.bodies) owned.add(body);
      mergePart(count, outcome.part, settings);
      harvests.push(outcome.harvest);
      progress.advance(stretch.files.length, stretch.bytes / 2);
    }
  } finally {
    progress.finish();
    await pool.close();
  }
  return joined(harvests);
}
