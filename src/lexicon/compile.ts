/**
 * Build step: checks every file of `src/data` and writes what the program reads at start to `dist/data`.
 * Run by `scripts/build.mjs`; a broken entry stops the build with file and pointer.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileCalendar } from './calendar-schema.ts';
import { compileFurniture } from './furniture-table.ts';
import { compileAlliances, compileCountries, compileOfficeHolders } from './gazetteer-build.ts';
import { compileNames, compileOfficeWords } from './office-build.ts';
import { compileOfficeLabels } from './office-labels.ts';
import { compileWords } from './word-table.ts';

/** One data file: how its text becomes what the program reads. Throws `LexiconError` where an entry is wrong. */
interface DataFile {
  readonly source: string;
  readonly target: string;
  readonly compile: (text: string, file: string) => string | Uint8Array;
}

const asItIs = (text: string): string => text;

const DATA_FILES: readonly DataFile[] = [
  { source: 'words.tsv', target: 'words.bin', compile: compileWords },
  { source: 'words.tsv', target: 'person-names.json', compile: compileNames },
  { source: 'stopwords.txt', target: 'stopwords.txt', compile: asItIs },
  { source: 'furniture.json', target: 'furniture.json', compile: compileFurniture },
  { source: 'countries.json', target: 'countries.json', compile: compileCountries },
  { source: 'alliances.json', target: 'alliances.json', compile: compileAlliances },
  { source: 'office-holders.json', target: 'office-holders.json', compile: compileOfficeHolders },
  { source: 'office-words.json', target: 'office-words.json', compile: compileOfficeWords },
  { source: 'office-words.json', target: 'office-labels.json', compile: compileOfficeLabels },
  { source: 'calendar.json', target: 'calendar.json', compile: compileCalendar },
];

/** Compiles all data files from `sourceFolder` into `targetFolder`. */
export function compileData(sourceFolder: string, targetFolder: string): void {
  mkdirSync(targetFolder, { recursive: true });
  for (const { source, target, compile } of DATA_FILES) {
    const text = readFileSync(join(sourceFolder, source), 'utf8');
    writeFileSync(join(targetFolder, target), compile(text, source));
  }
}
