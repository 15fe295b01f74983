/** From arguments to the list of files: operands, and the paths of `--files-from`. All are checked before any output. */
import { readFileSync } from 'node:fs';
import { type Found, findFiles, reasonOf } from '../corpus/find.ts';
import type { FoundFile } from '../corpus/names.ts';
import { UsageError } from '../errors.ts';
import { compareCodePoints } from '../text/order.ts';
import type { Options } from './options.ts';
import { realPath } from './output.ts';

function listedPaths({ filesFrom, null: byNull }: Options): string[] {
  if (filesFrom === undefined) return [];
  let text: string;
  try {
    text = readFileSync(filesFrom === '-' ? 0 : filesFrom, 'utf8');
  } catch (error) {
    throw new UsageError(`--files-from "${filesFrom}": ${reasonOf(error)}`);
  }
  return text.split(byNull ? '\0' : /\r?\n/u).filter(path => path !== '');
}

/**
 * The files to read, sorted. A missing argument is a usage error; a missing entry of a list is an error among the
 * results. Throws {@link UsageError} when there is nothing to read.
 */
export async function findInputs(operands: readonly string[], options: Options): Promise<Found> {
  if (operands.length === 0 && options.filesFrom === undefined) {
    throw new UsageError('no input: name files, folders or patterns, or - for records on standard input');
  }
  if (options.filesFrom === '-' && operands.includes('-'))
    throw new UsageError('standard input cannot be both the records and the list of files');
  const follow = options.follow ?? false;
  const named = await findFiles(operands, { follow, missing: 'usage' });
  const listed = await findFiles(listedPaths(options), { follow, missing: 'report' });
  const files = new Map([...named.files, ...listed.files].map(file => [file.path, file]));
  const errors = [...named.errors, ...listed.errors];
  if (files.size === 0 && errors.length === 0)
    throw new UsageError('no input file: no .txt, .html, .ndjson or .jsonl file was found');
  return { files: [...files.values()].sort((a, b) => compareCodePoints(a.path, b.path)), errors };
}

/**
 * Refuses an output that is one of the inputs, or a file that the run is configured by. A device is none.
 * Throws {@link UsageError}.
 */
export function refuseOverwriting(options: Options, files: readonly FoundFile[]): void {
  const { output, filesFrom, stopWords, gazetteer, config } = options;
  const target = output === undefined ? undefined : realPath(output);
  if (target === undefined) return;
  const read = [...files.map(file => file.path), filesFrom, stopWords, gazetteer, config];
  if (read.some(path => path !== undefined && realPath(path) === target))
    throw new UsageError(`--output "${output}" would overwrite an input`);
}
