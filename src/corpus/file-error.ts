/** Failed calls of the file system, as a user is told of them. */
import { CorpusError } from '../errors.ts';

/** Code of the file system: `ENOENT`, `EACCES` … */
export function errnoOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'EIO';
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'no such file or folder'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['ELOOP', 'too many symbolic links'],
  ['ENAMETOOLONG', 'name too long'],
  ['EISDIR', 'is a folder'],
]);

/** Why a call of the file system failed, in words and with its code. */
export function reasonOf(error: unknown): string {
  const code = errnoOf(error);
  return `${REASONS.get(code) ?? 'cannot be read'} (${code})`;
}

/** A failed call of the file system as an error that names the path. */
export function fileError(path: string, error: unknown): CorpusError {
  return new CorpusError(path, errnoOf(error), reasonOf(error), undefined, { cause: error });
}
