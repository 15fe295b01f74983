/**
 * Build step: checks every file of `src/data` and writes what the program reads at start to `dist/data`.
 * Run by `scripts/build.mjs`; a broken entry stops the build with file and pointer.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileCalendar } from './calendar-build.ts';
import { compileFurniture } from './furniture-table.ts';
import { compileGazetteerFiles } from './gazetteer-compile.ts';
import { compileOfficeLabels } from './office-labels.ts';
import { compileWords } from './word-table.ts';

/** One data file: how its text becomes what the program reads. Throws `LexiconError` where an entry is wrong. */
interface DataFile {
  readonly source: string;
  readonly target: string;
  /** `read` reads another source file, for targets that several sources make. */
  readonly compile: (text: string, file: string, read: (name: string) => string) => string | Uint8Array;
}

const asItIs = (text: string): string => text;

const DATA_FILES: readonly DataFile[] = [
  { source: 'words.tsv', target: 'words.bin', compile: compileWords },
  { source: 'stopwords.txt', target: 'stopwords.txt', compile: asItIs },
  { source: 'furniture.json', target: 'furniture.json', compile: compileFurniture },
  { source: 'countries.json', target: 'gazetteer.bin', compile: compileGazetteerFiles },
  { source: 'office-words.json', target: 'office-labels.json', compile: compileOfficeLabels },
  { source: 'calendar.json', target: 'calendar.json', compile: compileCalendar },
];

/** Compiles all data files from `sourceFolder` into `targetFolder`. */
export function compileData(sourceFolder: string, targetFolder: string): void {
  mkdirSync(targetFolder, { recursive: true });
  const read = (name: string): string => readFileSync(join(sourceFolder, name), 'utf8');
  for (const { source, target, compile } of DATA_FILES) {
    writeFileSync(join(targetFolder, target), compile(read(source), source, read));
  }
}
