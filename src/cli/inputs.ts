/** From arguments to the list of files: operands, and the paths of `--files-from`. All are checked before any output. */

import { isUtf8 } from 'node:buffer';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { reasonOf } from '../corpus/file-error.ts';
import { type Found, findFiles } from '../corpus/find.ts';
import { type FoundFile, shownName } from '../corpus/names.ts';
import { UsageError } from '../errors.ts';
import { compareCodePoints } from '../text/order.ts';
import type { Options } from './options.ts';
import { realPath } from './output.ts';
import { readUserBytes } from './user-file.ts';

/** The entries of a list, each by its bytes: names on disk need not be UTF-8. */
function listedPaths({ filesFrom, null: byNull }: Options): FoundFile[] {
  if (filesFrom === undefined) return [];
  let list: string;
  try {
    list = readUserBytes(filesFrom === '-' ? 0 : filesFrom).toString('latin1');
  } catch (error) {
    throw new UsageError(`--files-from "${filesFrom}": ${reasonOf(error)}`);
  }
  if (!byNull && list.includes('\0'))
    throw new UsageError(
      `--files-from "${filesFrom}": holds NUL, which no name does (-0 reads names that end with it)`,
    );
  const entries = list.split(byNull ? '\0' : /\r?\n/u).filter(entry => entry !== '');
  return entries.map(entry => {
    const bytes = Buffer.from(entry, 'latin1');
    return isUtf8(bytes) ? { path: bytes.toString() } : { path: shownName(bytes), bytes };
  });
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

/** Files that the run will write: the output, those of reporters, a baseline that is renewed; each with its real path. */
function writtenFiles({ output, reporter, update, baseline }: Options): { name: string; real: string }[] {
  const reports = (reporter ?? []).flatMap(text => (text.includes(':') ? [text.slice(text.indexOf(':') + 1)] : []));
  const names = [output, ...reports, update ? baseline : undefined].filter(name => name !== undefined);
  return names.map(name => ({ name, real: realPath(name) ?? resolve(name) }));
}

/**
 * Refuses to write over an input, over a file that the run is configured by, or over another result of the same run.
 * A device is none of them. Throws {@link UsageError}.
 */
export function refuseOverwriting(options: Options, files: readonly FoundFile[]): void {
  const written = writtenFiles(options);
  if (written.length === 0) return;
  const { filesFrom, stopWords, gazetteer, config } = options;
  const read = new Set([...files.map(({ path }) => path), filesFrom, stopWords, gazetteer, config].flatMap(real));
  for (const [index, { name, real: target }] of written.entries()) {
    if (read.has(target)) throw new UsageError(`writing "${name}" would overwrite an input`);
    if (isFile(target) && written.findIndex(({ real: other }) => other === target) < index)
      throw new UsageError(`"${name}" would be written twice`);
  }
}

function real(path: string | undefined): string[] {
  const found = path === undefined ? undefined : realPath(path);
  return found === undefined ? [] : [found];
}

/** True for what is or would become a regular file. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
}
