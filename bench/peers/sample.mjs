/** The texts that a peer in Node reads: the first share of the files of a folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Texts of the files of `folder` in order, as many as `share` (0 to 1) says. */
export function* sampleTexts(folder, share) {
  const files = readdirSync(folder).sort();
  for (const file of files.slice(0, Math.ceil(files.length * share))) yield readFileSync(join(folder, file), 'utf8');
}
