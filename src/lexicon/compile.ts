/**
 * Build step: checks every file of `src/data` and writes what the program reads at start to `dist/data`.
 * Run by `scripts/build.mjs`; a broken entry stops the build with file and pointer.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileCalendar } from './calendar-schema.ts';

/** One data file: how its text becomes what the program reads. Throws `LexiconError` where an entry is wrong. */
interface DataFile {
  readonly source: string;
  readonly target: string;
  readonly compile: (text: string, file: string) => string | Uint8Array;
}

const DATA_FILES: readonly DataFile[] = [{ source: 'calendar.json', target: 'calendar.json', compile: compileCalendar }];

/** Compiles all data files from `sourceFolder` into `targetFolder`. */
export function compileData(sourceFolder: string, targetFolder: string): void {
  mkdirSync(targetFolder, { recursive: true });
  for (const { source, target, compile } of DATA_FILES) {
    const text = readFileSync(join(sourceFolder, source), 'utf8');
    writeFileSync(join(targetFolder, target), compile(text, source));
  }
}
