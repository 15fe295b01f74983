/** Tables of examples: tab-separated, `#` begins a comment line. */
import { readFileSync } from 'node:fs';

/** The rows of `test/examples/<name>.tsv` as lists of cells. */
export function readTable(name: string): string[][] {
  return readFileSync(new URL(`./${name}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split('\t'));
}
