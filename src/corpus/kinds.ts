/** What a file is by its name: the extension decides how it is read, and whether a folder walk takes it. */

/** How the content of a file is read. */
export type InputKind = 'txt' | 'html' | 'ndjson' | 'json' | 'csv';

const KINDS: ReadonlyMap<string, InputKind> = new Map([
  ['txt', 'txt'],
  ['html', 'html'],
  ['htm', 'html'],
  ['ndjson', 'ndjson'],
  ['jsonl', 'ndjson'],
  ['json', 'json'],
  ['csv', 'csv'],
]);

/** Kinds left out of a folder walk: beside pages they are results or baselines more often than records. */
const NAMED_ONLY: ReadonlySet<InputKind> = new Set(['json', 'csv']);

function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1) : '';
}

/** True for a name that ends in `.gz`, whatever its case. */
export function isGzip(path: string): boolean {
  return extensionOf(path) === 'gz';
}

function knownKind(path: string): InputKind | undefined {
  return KINDS.get(extensionOf(isGzip(path) ? path.slice(0, -3) : path));
}

/** How a named file is read; an unknown extension is a page of text. */
export function kindOf(path: string): InputKind {
  return knownKind(path) ?? 'txt';
}

/** True when a folder walk takes a file of this name. */
export function isWalked(path: string): boolean {
  const kind = knownKind(path);
  return kind !== undefined && !NAMED_ONLY.has(kind);
}
