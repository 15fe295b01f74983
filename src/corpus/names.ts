/**
 * Listing a folder without losing a name. Node decodes names as UTF-8 and puts U+FFFD where bytes do not fit; such a
 * name opens no file. Where that happened the folder is listed again as bytes.
 */

import { isUtf8 } from 'node:buffer';
import { type Dirent, readdirSync } from 'node:fs';

/** A file to read. `bytes` is its real name where that is no UTF-8; `path` is then only for showing. */
export interface FoundFile {
  readonly path: string;
  readonly bytes?: Buffer;
}

/** One entry of a folder. */
export interface FolderEntry {
  readonly file: FoundFile;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

interface Kinded {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

function kindOf(entry: Kinded): FolderEntry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

/** A name for showing: bytes that are no UTF-8 as `\xNN`, so that two such names stay two. */
export function shownName(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return Buffer.from(bytes).toString('utf8');
  let shown = '';
  for (const byte of bytes) shown += byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase()}`;
  return shown;
}

function join(folder: string, name: string): string {
  return folder === '.' ? name : folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

function listAsBytes(folder: FoundFile): FolderEntry[] {
  const base = folder.bytes ?? Buffer.from(folder.path);
  const entries = readdirSync(base, { withFileTypes: true, encoding: 'buffer' }) as unknown as (Kinded & {
    name: Buffer;
  })[];
  return entries.map(entry => ({
    file: {
      path: join(folder.path, shownName(entry.name)),
      bytes: Buffer.concat([base, Buffer.from('/'), entry.name]),
    },
    kind: kindOf(entry),
  }));
}

/** The entries of a folder in the order of the file system. Throws what `readdir` throws. */
export function listFolder(folder: FoundFile): FolderEntry[] {
  if (folder.bytes) return listAsBytes(folder);
  const entries: Dirent[] = readdirSync(folder.path, { withFileTypes: true });
  if (entries.some(entry => entry.name.includes('\ufffd'))) return listAsBytes(folder);
  return entries.map(entry => ({ file: { path: join(folder.path, entry.name) }, kind: kindOf(entry) }));
}

/**
 * The files behind an argument in which Node put U+FFFD for bytes that are no UTF-8: the shell gave the bytes, the
 * program gets them from the folder. Two names may have become one: then both are meant.
 */
export function namesBehind(path: string): FoundFile[] {
  const slash = path.lastIndexOf('/');
  const folder = slash < 0 ? '.' : path.slice(0, slash) || '/';
  if (!path.includes('\ufffd', slash + 1)) return [];
  try {
    return listFolder({ path: folder })
      .map(({ file }) => file)
      .filter(({ bytes }) => bytes?.subarray(bytes.lastIndexOf('/') + 1).toString() === path.slice(slash + 1));
  } catch {
    return []; // the argument is named as missing
  }
}
