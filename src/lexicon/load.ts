/**
 * Where the program's data stands and how it is read. The build checks `src/data` and writes it to `dist/data`
 * (see `compile.ts`); at start the program only reads. This is the one place of the room that touches files.
 */
import { readFileSync } from 'node:fs';

/** Folder of the built data: beside the bundle, or in `dist` when run from source by the tests. */
function dataFolder(): URL {
  const here = import.meta.url;
  return here.includes('/src/lexicon/') ? new URL('../../dist/data/', here) : new URL('./data/', here);
}

/** The bytes of one built data file. */
export function readDataBytes(name: string): Buffer {
  return readFileSync(new URL(name, dataFolder()));
}

/** One built data file parsed as JSON: already checked against its schema by the build. */
export function readDataJson<T>(name: string): T {
  return JSON.parse(readDataBytes(name).toString('utf8')) as T;
}
