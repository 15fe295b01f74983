/**
 * The built program, called as a user or a script would call it: in a warm thread where only its output matters
 * ({@link rasid}), as a child process where the process is the point ({@link rasidProcess}, {@link shell}).
 */
import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';

export const ROOT = resolve(import.meta.dirname, '../..');
export const PROGRAM = resolve(ROOT, 'bin/rasid.js');
const ENTRY = resolve(ROOT, 'dist/rasid.cjs');
const LONGEST_CALL_MS = 120_000;

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

interface Warm {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly signal: Int32Array;
}

let warm: Warm | undefined;

function warmed(): Warm {
  if (warm) return warm;
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(resolve(import.meta.dirname, 'warm-worker.mjs'), {
    workerData: { port: port2, signal, entry: ENTRY },
    transferList: [port2],
  });
  worker.unref();
  port1.unref();
  warm = { worker, port: port1, signal };
  return warm;
}

/**
 * Calls `rasid` from the repository's root. Without standard input, another folder or limits of the process it runs in a
 * thread that lives as long as the test file, else in a child process.
 */
export function rasid(args: readonly string[], options: ProcessOptions = {}): Outcome {
  const { env, ...more } = options;
  if (Object.keys(more).length > 0 || process.cwd() !== ROOT) return rasidProcess(args, options);
  const { worker, port, signal } = warmed();
  Atomics.store(signal, 0, 0);
  worker.postMessage({ args, env: cleanEnvironment(env) });
  if (Atomics.wait(signal, 0, 0, LONGEST_CALL_MS) === 'timed-out') {
    // The answer may still come: it must not be taken for that of the next call.
    warm = undefined;
    throw new Error(`no answer: ${args.join(' ')}`);
  }
  return receiveMessageOnPort(port)!.message as Outcome;
}

/** What a child process may be given. */
export type ProcessOptions = SpawnSyncOptions & { readonly input?: string | Buffer };

/** Runs `rasid` with arguments from the repository's root as a process of its own. */
export function rasidProcess(args: readonly string[], options: ProcessOptions = {}): Outcome {
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

const PLAIN_CALL = /^rasid (?:[^'"|&;<>$`*?#]|"[^"$`\\]*"|'[^']*')+$/u;

/** Runs an example of the documentation: a plain call of the program by itself, anything else by the shell. */
export function example(line: string): Outcome {
  if (!PLAIN_CALL.test(line)) return shell(line);
  const words = line.match(/(?:[^\s'"]+|"[^"]*"|'[^']*')+/gu) ?? [];
  return rasid(words.slice(1).map(word => word.replaceAll(/["']/gu, '')));
}

/** Rows of an NDJSON text. */
export function ndjson<T = Record<string, unknown>>(text: string): T[] {
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as T);
}
