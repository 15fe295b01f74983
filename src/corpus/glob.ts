/**
 * Patterns of file names. fast-glob matches; what it sees of the disk comes from here, since by itself it drops folders
 * it cannot list and names that are no UTF-8, and follows links in circles.
 */
import { type Dirent, realpathSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import glob from 'fast-glob';
import { CorpusError } from '../errors.ts';
import { compareCodePoints } from '../text/order.ts';
import { fileError } from './file-error.ts';
import { type FolderEntry, type FoundFile, listFolder } from './names.ts';

/** What matches, by the names that the pattern leads to, and what could not be looked at. */
export interface Matches {
  readonly files: FoundFile[];
  readonly errors: CorpusError[];
}

/** As often is a folder listed that many links lead to: links to links to links multiply without end. */
const MOST_WAYS = 100;

/** The disk as fast-glob asks for it: folders in the order of their names, links already followed. */
class Disk {
  readonly errors: CorpusError[] = [];
  readonly #shown: (path: string) => string;
  readonly #follow: boolean;
  readonly #bytes = new Map<string, Buffer>();
  /** Real paths of the folders that were listed; only when links are followed. */
  readonly #real = new Map<string, string>();
  readonly #ways = new Map<string, number>();

  constructor(shown: (path: string) => string, follow: boolean) {
    this.#shown = shown;
    this.#follow = follow;
  }

  found(path: string): FoundFile {
    const bytes = this.#bytes.get(resolve(path));
    return bytes ? { path, bytes } : { path };
  }

  list(path: string): Dirent[] {
    const folder = this.found(path);
    try {
      if (this.#follow && !this.#isWorthListing(folder)) return [];
      const entries = listFolder(folder).sort((a, b) => compareCodePoints(a.file.path, b.file.path));
      return entries.map(entry => this.#entry(entry));
    } catch (error) {
      this.errors.push(fileError(this.#shown(path), error));
      return [];
    }
  }

  /** False within itself, which is a circle, and for a folder that too many links lead to, which is named. */
  #isWorthListing({ path, bytes }: FoundFile): boolean {
    const real = realpathSync(bytes ?? path, 'buffer').toString('latin1');
    for (let above = dirname(path); this.#real.has(above); above = dirname(above))
      if (this.#real.get(above) === real) return false;
    this.#real.set(path, real);
    const ways = (this.#ways.get(real) ?? 0) + 1;
    this.#ways.set(real, ways);
    if (ways === MOST_WAYS + 1)
      this.errors.push(new CorpusError(this.#shown(path), 'ELOOP', `more than ${MOST_WAYS} ways lead here (ELOOP)`));
    return ways <= MOST_WAYS;
  }

  #entry({ file, kind }: FolderEntry): Dirent {
    if (file.bytes) this.#bytes.set(file.path, file.bytes);
    const seen = kind === 'link' && this.#follow ? this.#target(file) : kind;
    return {
      name: file.path.slice(file.path.lastIndexOf('/') + 1),
      isFile: () => seen === 'file',
      isDirectory: () => seen === 'folder',
      isSymbolicLink: () => seen === 'link',
    } as Dirent;
  }

  #target(file: FoundFile): FolderEntry['kind'] {
    try {
      const stats = statSync(file.bytes ?? file.path);
      return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other';
    } catch (error) {
      this.errors.push(fileError(this.#shown(file.path), error));
      return 'other';
    }
  }
}

/** Files that match a pattern. A folder that cannot be listed is an error, unless the pattern begins with a name of nothing. */
export function matching(pattern: string, follow: boolean): Matches {
  const shown = (path: string): string => (pattern.startsWith('/') ? path : relative('', path) || '.');
  const disk = new Disk(shown, follow);
  const readdirSync = ((path: string) => disk.list(path)) as unknown as typeof import('node:fs').readdirSync;
  const paths = glob.sync(pattern, { onlyFiles: true, followSymbolicLinks: follow, fs: { readdirSync } });
  const missing = new Set(glob.generateTasks(pattern).map(({ base }) => shown(resolve(base))));
  const errors = disk.errors.filter(({ file, code }) => !(code === 'ENOENT' && missing.has(file)));
  return { files: paths.map(path => disk.found(path)), errors };
}
