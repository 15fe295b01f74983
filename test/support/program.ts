/** The built program as a child process, as a user or a script would call it. */
import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
export const PROGRAM = resolve(ROOT, 'bin/rasid.js');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Environment without what would change results or colour on the machine that runs the tests. */
function cleanEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, ...extra };
}

/** Runs `rasid` with arguments from the repository's root. */
export function rasid(
  args: readonly string[],
  options: SpawnSyncOptions & { readonly input?: string | Buffer } = {},
): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: ROOT,
    maxBuffer: 1 << 28,
    ...options,
    env: cleanEnvironment(options.env),
  });
  return { code: status, stdout: String(stdout), stderr: String(stderr) };
}

/** Runs a line of shell with `rasid` on the path, for pipes. */
export function shell(line: string, options: SpawnSyncOptions = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-o', 'pipefail', '-c', `rasid() { "${process.execPath}" "${PROGRAM}" "$@"; }; ${line}`],
    {
      cwd: ROOT,
      maxBuffer: 1 << 28,
      ...options,
      env: cleanEnvironment(options.env),
    },
  );
  return { code: status, stdout: String(stdout), stderr: String(stderr) };
}

/** Rows of an NDJSON text. */
export function ndjson<T = Record<string, unknown>>(text: string): T[] {
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as T);
}
