/**
 * Where results go: standard output with back-pressure, or a file that appears whole or not at all. The other end of a
 * pipe may close at any time; that ends the program quietly.
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { OutputError, UsageError } from '../errors.ts';

/** Thrown by {@link Output.write} when the reader has gone: no error, but no reason to go on. */
export class ReaderGone extends Error {}

/** Receives the text of a result, chunk by chunk. */
export interface Output {
  /** True when a person sees it in a terminal. */
  readonly terminal: boolean;
  write(chunk: string | Uint8Array): Promise<void>;
  /** Everything has been written: make it final. */
  close(): Promise<void>;
  /** The command failed: leave nothing behind. */
  abandon(): void;
}

const CHUNK = 1 << 16;

/** Standard output. Chunks are joined to 64 KiB, and writing waits for a slow reader. */
export class StandardOutput implements Output {
  readonly terminal = process.stdout.isTTY === true;
  #pending = '';
  #gone: Error | undefined;

  constructor() {
    process.stdout.on('error', error => {
      this.#gone = error;
    });
  }

  async write(chunk: string | Uint8Array): Promise<void> {
    if (typeof chunk === 'string') this.#pending += chunk;
    else {
      await this.#flush();
      await this.#send(chunk);
    }
    if (this.#pending.length >= CHUNK) await this.#flush();
  }

  async close(): Promise<void> {
    await this.#flush();
  }

  abandon(): void {
    this.#pending = '';
  }

  async #flush(): Promise<void> {
    const text = this.#pending;
    this.#pending = '';
    if (text !== '') await this.#send(text);
  }

  async #send(text: string | Uint8Array): Promise<void> {
    await new Promise<void>(resolve => {
      if (this.#gone || process.stdout.destroyed) resolve();
      else process.stdout.write(text, () => resolve());
    });
    // A failed write reports to its callback first and emits 'error' in the same turn of the event loop.
    await new Promise<void>(resolve => setImmediate(resolve));
    const error = this.#gone as NodeJS.ErrnoException | undefined;
    if (!error) return;
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') throw new ReaderGone();
    throw new OutputError(`standard output: ${error.code ?? error.message}`);
  }
}

/** The path behind all symbolic links, undefined where there is nothing. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** A file, written beside its final place and renamed when complete. The old file stays until then, and after a failure. */
class FileOutput implements Output {
  readonly terminal = false;
  readonly #path: string;
  readonly #temporary: string;
  readonly #mode: number | undefined;
  #descriptor = -1;

  /** Throws {@link OutputError} when the folder cannot be written, {@link UsageError} when the path is a folder. */
  constructor(path: string) {
    this.#path = realPath(path) ?? path;
    const old = statsOf(this.#path);
    if (old?.isDirectory()) throw new UsageError(`--output "${path}" is a folder`);
    const name = `.${basename(this.#path)}.${randomBytes(6).toString('hex')}.tmp`;
    this.#temporary = join(dirname(this.#path), name);
    this.#mode = old && old.mode & 0o7777;
    // Tried before the work and opened after it: whoever is interrupted meanwhile leaves no file behind.
    this.#open();
    this.abandon();
  }

  async write(chunk: string | Uint8Array): Promise<void> {
    if (this.#descriptor < 0) this.#open();
    this.#attempt(() => writeAll(this.#descriptor, chunk));
  }

  async close(): Promise<void> {
    if (this.#descriptor < 0) this.#open();
    this.#attempt(() => {
      fsyncSync(this.#descriptor);
      closeSync(this.#descriptor);
      this.#descriptor = -1;
      renameSync(this.#temporary, this.#path);
    });
  }

  abandon(): void {
    if (this.#descriptor >= 0) closeSync(this.#descriptor);
    this.#descriptor = -1;
    try {
      rmSync(this.#temporary, { force: true });
    } catch {
      // A folder that may not be entered holds nothing of ours.
    }
  }

  #open(): void {
    this.#descriptor = this.#attempt(() => openSync(this.#temporary, 'wx', 0o666));
    if (this.#mode !== undefined) this.#attempt(() => fchmodSync(this.#descriptor, this.#mode!));
  }

  #attempt<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      this.abandon();
      throw cannotWrite(this.#path, error);
    }
  }
}

/** A device or a named pipe (`--output /dev/null`, `/dev/stdout`): written as it is, never replaced by a file. */
class SpecialOutput implements Output {
  readonly terminal = false;
  readonly #path: string;
  readonly #descriptor: number;

  constructor(path: string) {
    this.#path = path;
    this.#descriptor = this.#attempt(() => openSync(path, constants.O_WRONLY));
  }

  async write(chunk: string | Uint8Array): Promise<void> {
    this.#attempt(() => writeAll(this.#descriptor, chunk));
  }

  async close(): Promise<void> {
    this.#attempt(() => closeSync(this.#descriptor));
  }

  abandon(): void {
    try {
      closeSync(this.#descriptor);
    } catch {
      // Closed already, or never to be closed: nothing is left behind either way.
    }
  }

  #attempt<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'EPIPE' ? new ReaderGone() : cannotWrite(this.#path, error);
    }
  }
}

/** A file to write, or the device or pipe that stands at its path. Throws as {@link FileOutput}. */
export function openFile(path: string): Output {
  const stats = statsOf(path);
  return stats && !stats.isFile() && !stats.isDirectory() ? new SpecialOutput(path) : new FileOutput(path);
}

/** The output of `--output FILE`; standard output without one. Throws as {@link FileOutput}. */
export function openOutput(path: string | undefined): Output {
  return path === undefined || path === '-' || path === '/dev/stdout' ? new StandardOutput() : openFile(path);
}

function writeAll(descriptor: number, chunk: string | Uint8Array): void {
  const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}

function cannotWrite(path: string, error: unknown): OutputError {
  return new OutputError(`"${path}": cannot be written (${(error as NodeJS.ErrnoException).code ?? error})`);
}
