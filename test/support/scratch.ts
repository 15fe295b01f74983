/** A folder of a test file's own, removed at the end. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

export interface Scratch {
  readonly folder: string;
  /** Path of a file or folder within. */
  readonly path: (name: string) => string;
  /** Writes a file, making its folders; gives its path. */
  readonly write: (name: string, content: string | Uint8Array) => string;
}

/** A new scratch folder; call it at the top of a test file. */
export function scratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'rasid-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, name);
  const write = (name: string, content: string | Uint8Array): string => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), content);
    return path(name);
  };
  return { folder, path, write };
}
