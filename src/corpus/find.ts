/**
 * Which files, in which order. Folders are walked with `readdir`: symbolic links are not followed unless asked for, one
 * unreadable folder is reported and the walk goes on, and names that are no UTF-8 keep their bytes.
 */
import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import { CorpusError, UsageError } from '../errors.ts';
import { compareCodePoints } from '../text/order.ts';
import { isWalked } from './kinds.ts';
import { type FoundFile, listFolder } from './names.ts';

export interface FindOptions {
  /** Follow symbolic links, guarded against loops. */
  readonly follow?: boolean;
  /** A path that does not exist: a usage error (arguments) or one error among others (lists of files). */
  readonly missing?: 'usage' | 'report';
}

/** The files in code-point order of their paths, each once, and what could not be looked at. */
export interface Found {
  readonly files: FoundFile[];
  readonly errors: CorpusError[];
}

const PATTERN = /[*?[\]{}]|^!|[@+!]\(/u;

/** A path as it is shown: `/` separators, no leading `./`, no doubled or trailing separators. */
export function shownPath(path: string): string {
  const slashed = process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
  const single = slashed.replace(/\/{2,}/gu, '/');
  const bare = single.replace(/^(?:\.\/)+/u, '');
  return bare.length > 1 && bare.endsWith('/') ? bare.slice(0, -1) : bare || '.';
}

function errnoOf(error: unknown): string {
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

class Walk {
  readonly files = new Map<string, FoundFile>();
  readonly errors: CorpusError[] = [];
  readonly #follow: boolean;
  readonly #visited = new Set<string>();

  constructor(follow: boolean) {
    this.#follow = follow;
  }

  add(file: FoundFile): void {
    if (!this.files.has(file.path)) this.files.set(file.path, file);
  }

  /** Everything below a folder, depth held in a list of our own: no nesting is too deep for the stack. */
  folder(root: string): void {
    const pending: FoundFile[] = [{ path: root }];
    for (let folder = pending.pop(); folder; folder = pending.pop()) {
      if (this.#follow && !this.#isNew(folder)) continue;
      try {
        for (const entry of listFolder(folder)) this.#entry(entry, pending);
      } catch (error) {
        this.errors.push(fileError(folder.path, error));
      }
    }
  }

  #isNew({ path, bytes }: FoundFile): boolean {
    try {
      const real = realpathSync(bytes ?? path, 'buffer').toString('latin1');
      if (this.#visited.has(real)) return false;
      this.#visited.add(real);
      return true;
    } catch (error) {
      this.errors.push(fileError(path, error));
      return false;
    }
  }

  #entry(entry: ReturnType<typeof listFolder>[number], pending: FoundFile[]): void {
    const { file, kind } = entry;
    if (kind === 'folder') pending.push(file);
    else if (kind === 'file') {
      if (isWalked(file.path)) this.add(file);
    } else if (kind === 'link' && this.#follow) this.#link(file, pending);
  }

  #link(file: FoundFile, pending: FoundFile[]): void {
    try {
      const stats = statSync(file.bytes ?? file.path);
      if (stats.isDirectory()) pending.push(file);
      else if (stats.isFile() && isWalked(file.path)) this.add(file);
    } catch (error) {
      this.errors.push(fileError(file.path, error));
    }
  }
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(errnoOf(error))) return undefined;
    throw error;
  }
}

async function matches(pattern: string, follow: boolean): Promise<string[]> {
  const { default: glob } = await import('fast-glob');
  return glob(pattern, { onlyFiles: true, followSymbolicLinks: follow, suppressErrors: true, unique: true });
}

async function findOne(path: string, walk: Walk, options: FindOptions): Promise<void> {
  const follow = options.follow ?? false;
  if (path === '-') return walk.add({ path });
  let stats: Stats | undefined;
  try {
    stats = statsOf(path);
  } catch (error) {
    walk.errors.push(fileError(shownPath(path), error));
    return;
  }
  if (stats?.isDirectory()) return walk.folder(shownPath(path));
  if (stats?.isFile()) return walk.add({ path: shownPath(path) });
  if (stats) {
    walk.errors.push(new CorpusError(shownPath(path), 'special', 'not a regular file'));
    return;
  }
  // An entry of a list is a name: one that has vanished must not match another file.
  const found = options.missing !== 'report' && PATTERN.test(path) ? await matches(path, follow) : [];
  for (const match of found) walk.add({ path: shownPath(match) });
  if (found.length === 0) refuseMissing(path, walk, options);
}

function isDanglingLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function refuseMissing(path: string, walk: Walk, options: FindOptions): void {
  const reason = isDanglingLink(path)
    ? 'symbolic link to nothing'
    : options.missing !== 'report' && PATTERN.test(path)
      ? 'no file matches'
      : 'no such file or folder';
  if (options.missing !== 'report') throw new UsageError(`"${shownPath(path)}": ${reason}`);
  walk.errors.push(new CorpusError(shownPath(path), 'ENOENT', `${reason} (ENOENT)`));
}

/**
 * Files behind the arguments: files as they are, folders walked, patterns matched (only where no file has that name),
 * `-` for standard input. In folders .txt .html .htm .ndjson .jsonl and their .gz are read; named files whatever they are.
 * @throws UsageError for a path that does not exist, unless `missing` is `report`
 */
export async function findFiles(paths: readonly string[], options: FindOptions = {}): Promise<Found> {
  const walk = new Walk(options.follow ?? false);
  for (const path of paths) await findOne(path, walk, options);
  const files = [...walk.files.values()].sort((a, b) => compareCodePoints(a.path, b.path));
  return { files, errors: walk.errors };
}
