/** A worker: counts batches of files as the command that started it would, and sends what it counted. */
import { parentPort, workerData } from 'node:worker_threads';
import { ExactDuplicates } from '../article/duplicates.ts';
import { COMMAND_ENTRIES } from './commands/index.ts';
import type { Batch, Outcome, Task } from './count.ts';
import { partOf, settingsHash } from './part.ts';
import { readFiles, type Visit } from './run.ts';

const { command, options } = workerData as Task;
const { counting } = await COMMAND_ENTRIES[command].load();
const settings = settingsHash(command, options);
const { vocabulary, count } = await counting!(options);

async function work({ files, known }: Batch): Promise<Outcome> {
  const counted = count();
  const duplicates = new ExactDuplicates(known);
  const visitor = { vocabulary, visit: (visit: Visit) => counted.add(visit) };
  const named = files.map(({ path, bytes }) => ({ path, ...(bytes && { bytes: Buffer.from(bytes) }) }));
  const harvest = await readFiles(named, { ...options, quiet: true }, visitor, duplicates);
  return { part: partOf(counted, settings, harvest.documents), harvest, bodies: duplicates.bodies };
}

parentPort!.on('message', async (batch: Batch) => parentPort!.postMessage(await work(batch)));
