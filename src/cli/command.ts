/** What a subcommand is. One thin file per command gives one of these. */
import type { View } from '../report/field.ts';
import type { Counting } from './count.ts';
import type { ExitCode } from './exit.ts';
import type { OptionName, Options } from './options.ts';
import type { Output } from './output.ts';

/** What a command is run with: everything is resolved. */
export interface Invocation {
  readonly command: string;
  /** Positional arguments. */
  readonly operands: readonly string[];
  readonly options: Options;
  readonly output: Output;
  /** Options that are not left to their defaults. */
  readonly asked?: ReadonlySet<OptionName>;
}

/** An example of the help text; the documentation tests run it from the repository's root. */
export interface Example {
  readonly line: string;
  readonly says: string;
}

/** A subcommand: how it is called, what its rows mean, what it does. */
export interface Command {
  readonly operands: string;
  readonly description: string;
  readonly options: readonly OptionName[];
  /** Defaults of this command that differ from the common ones. */
  readonly defaults?: Readonly<Partial<Record<OptionName, unknown>>>;
  /** Values of this command for options that have others in general or none, such as the fields of `--sort`. */
  readonly choices?: Readonly<Partial<Record<OptionName, readonly string[]>>>;
  /** The views whose columns `--help` explains. */
  readonly views: readonly View[];
  readonly examples: readonly Example[];
  /** What the command counts, where workers may do it in parts. */
  readonly counting?: (options: Options) => Promise<Counting>;
  readonly run: (invocation: Invocation) => Promise<ExitCode>;
}

/** A subcommand in the list of all: what the list shows, and how the rest is loaded when it is called. */
export interface CommandEntry {
  readonly summary: string;
  readonly alias?: string;
  readonly load: () => Promise<Command>;
}
