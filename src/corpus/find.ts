/**
 * Which files, in which order. Folders are walked with `readdir`: symbolic links are not followed unless asked for, one
 * unreadable folder is reported and the walk goes on, and names that are no UTF-8 keep their bytes.
 */
import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import { CorpusError, UsageError } from '../errors.ts';
import { compareCodePoints } from '../text/order.ts';
import { errnoOf, fileError } from './file-error.ts';
import { isWalked } from './kinds.ts';
import { type FoundFile, listFolder, namesBehind } from './names.ts';

export interface FindOptions {
  /** Follow symbolic links, guarded against loops. */
  readonly follow?: boolean;
  /** A path that does not exist: a usage error (arguments) or one error among others (lists of files). */
  readonly missing?: 'usage' | 'report';
}

/** The files in code-point order of their paths, each once, and what could not be looked at, in the same order. */
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

class Walk {
  readonly files = new Map<string, FoundFile>();
  readonly errors: CorpusError[] = [];
  readonly #follow: boolean;
  readonly #visited = new Set<string>();
  readonly #roots: FoundFile[] = [];
  /** Folders that links of this round lead to: the next round. */
  readonly #links: FoundFile[] = [];

  constructor(follow: boolean) {
    this.#follow = follow;
  }

  add(file: FoundFile): void {
    if (!this.files.has(file.path)) this.files.set(file.path, file);
  }

  /** A folder to walk. */
  root(folder: FoundFile): void {
    this.#roots.push(folder);
  }

  /**
   * Everything below the roots, depth held in lists of our own: no nesting is too deep for the stack. A folder with
   * several names is read once: by the name without a link if there is one, else by that with the fewest links, else by the first in code-point order.
   */
  walk(): void {
    for (let round = this.#roots; round.length > 0; round = this.#links.splice(0)) {
      round.sort((a, b) => compareCodePoints(b.path, a.path));
      for (let folder = round.pop(); folder; folder = round.pop()) this.#folder(folder, round);
    }
  }

  #folder(folder: FoundFile, pending: FoundFile[]): void {
    if (this.#follow && !this.#isNew(folder)) return;
    try {
      for (const entry of listFolder(folder)) this.#entry(entry, pending);
    } catch (error) {
      this.errors.push(fileError(folder.path, error));
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
    } else if (kind === 'link' && this.#follow) this.#link(file);
  }

  #link(file: FoundFile): void {
    try {
      const stats = statSync(file.bytes ?? file.path);
      if (stats.isDirectory()) this.#links.push(file);
      else if (stats.isFile() && isWalked(file.path)) this.add(file);
    } catch (error) {
      this.errors.push(fileError(file.path, error));
    }
  }
}

function statsOf({ path, bytes }: FoundFile): Stats | undefined {
  try {
    return statSync(bytes ?? path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(errnoOf(error))) return undefined;
    throw error;
  }
}

function isPattern(path: string, { missing }: FindOptions): boolean {
  // An entry of a list is a name: one that has vanished must not match another file.
  return missing !== 'report' && PATTERN.test(path);
}

async function findOne(file: FoundFile, walk: Walk, options: FindOptions): Promise<void> {
  if (file.path === '-') return walk.add(file);
  const shown = { ...file, path: shownPath(file.path) };
  let stats: Stats | undefined;
  try {
    stats = statsOf(file);
  } catch (error) {
    walk.errors.push(fileError(shown.path, error));
    return;
  }
  if (stats?.isDirectory()) return walk.root(shown);
  if (stats?.isFile()) return walk.add(shown);
  if (stats) {
    walk.errors.push(new CorpusError(shown.path, 'special', 'not a regular file'));
    return;
  }
  const garbled = namesBehind(file.path);
  for (const name of garbled) await findOne(name, walk, options);
  if (garbled.length === 0) await findMatches(file, walk, options);
}

async function findMatches(file: FoundFile, walk: Walk, options: FindOptions): Promise<void> {
  if (!isPattern(file.path, options)) return refuseMissing(file, walk, options);
  const { matching } = await import('./glob.ts');
  const { files, errors } = matching(file.path, options.follow ?? false);
  for (const match of files) walk.add({ ...match, path: shownPath(match.path) });
  for (const error of errors) walk.errors.push(error);
  if (files.length === 0 && errors.length === 0) refuseMissing(file, walk, options);
}

function isDanglingLink({ path, bytes }: FoundFile): boolean {
  try {
    return lstatSync(bytes ?? path).isSymbolicLink();
  } catch {
    return false;
  }
}

function refuseMissing(file: FoundFile, walk: Walk, options: FindOptions): void {
  const path = shownPath(file.path);
  const reason = isDanglingLink(file)
    ? 'symbolic link to nothing'
    : isPattern(file.path, options)
      ? 'no file matches'
      : 'no such file or folder';
  if (options.missing !== 'report') throw new UsageError(`"${path}": ${reason}`);
  walk.errors.push(new CorpusError(path, 'ENOENT', `${reason} (ENOENT)`));
}

/**
 * Files behind the arguments: files as they are, folders walked, patterns matched (only where no file has that name),
 * `-` for standard input. In folders .txt .html .htm .ndjson .jsonl and their .gz are read; named files whatever they are.
 * @throws UsageError for a path that does not exist, unless `missing` is `report`
 */
export async function findFiles(paths: readonly (string | FoundFile)[], options: FindOptions = {}): Promise<Found> {
  const walk = new Walk(options.follow ?? false);
  for (const path of paths) await findOne(typeof path === 'string' ? { path } : path, walk, options);
  walk.walk();
  const files = [...walk.files.values()].sort((a, b) => compareCodePoints(a.path, b.path));
  return { files, errors: walk.errors.sort((a, b) => compareCodePoints(a.file, b.file)) };
}
