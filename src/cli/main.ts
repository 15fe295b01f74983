/** The program: argv → one command → an exit code. Results go to stdout, everything else to stderr. */
import { CommanderError, InvalidArgumentError, Option, Command as Program } from 'commander';
import { LexiconError, OutputError, UsageError } from '../errors.ts';
import { escapeControls, messageLine } from '../report/bidi.ts';
import { VERSION } from '../version.ts';
import type { Command } from './command.ts';
import { COMMAND_ENTRIES, type CommandName } from './commands/index.ts';
import { loadConfig } from './config.ts';
import { ExitCode } from './exit.ts';
import { columnHelp, exampleHelp } from './help.ts';
import { OPTIONS, type OptionDefinition, type OptionName, type Options, OUTPUT_OPTIONS } from './options.ts';
import { type Output, openOutput, ReaderGone } from './output.ts';

/** The commander option of a definition; its environment variable is the flag's name: `--max-file-size` → RASID_MAX_FILE_SIZE. */
function optionOf(name: OptionName, command: Command): Option {
  const fallback = fallbackOf(command, name);
  const definition: OptionDefinition = OPTIONS[name];
  const option = new Option(definition.flags, definition.help).helpGroup(`${definition.group} options:`);
  const { parse } = definition;
  const choices = command.choices?.[name] ?? definition.choices;
  if (choices) option.choices([...choices]);
  if (parse) {
    // What was given before counts only when it came from this parser: flags replace a list of the configuration.
    let last: unknown = NOTHING;
    option.argParser((text: string, previous: unknown) => {
      try {
        last = parse(text, previous === last ? previous : undefined);
        return last;
      } catch (error) {
        throw error instanceof UsageError ? new InvalidArgumentError(error.message) : error;
      }
    });
  }
  const variable = `RASID_${option.name().replaceAll('-', '_').toUpperCase()}`;
  if (definition.flags.includes('<') || !isOff(process.env[variable], variable)) option.env(variable);
  option.attributeName = () => name;
  if (fallback !== undefined) option.default(parsedDefault(definition, fallback), String(fallback));
  return option;
}

const NOTHING = Symbol('nothing');
const ON: ReadonlySet<string> = new Set(['1', 'true', 'yes']);
const OFF: ReadonlySet<string> = new Set(['', '0', 'false', 'no']);

/** True for a switch that the environment turns off (commander takes any value for on). */
function isOff(value: string | undefined, variable: string): boolean {
  if (value === undefined || ON.has(value)) return false;
  if (OFF.has(value)) return true;
  throw new UsageError(`${variable}="${value}": expected 1 or 0`);
}

function parsedDefault({ parse }: OptionDefinition, fallback: unknown): unknown {
  return typeof fallback === 'string' && parse ? parse(fallback, undefined) : fallback;
}

/** Sources of an option's value, the weakest first. */
const SOURCES = ['default', 'config', 'env', 'cli'];

/** The options of a command as they are in force. `--json` of a weaker source gives way to `--format`. */
function resolvedOptions(sub: Program): Options {
  const rank = (option: OptionName): number => SOURCES.indexOf(sub.getOptionValueSource(option) ?? 'default');
  const options = sub.opts() as Options;
  return options.json && rank('json') < rank('format') ? { ...options, json: false } : options;
}

/** Those of `names` that a flag, the environment or the configuration sets. */
function askedOptions(sub: Program, names: ReadonlySet<OptionName>): ReadonlySet<OptionName> {
  return new Set([...names].filter(name => (sub.getOptionValueSource(name) ?? 'default') !== 'default'));
}

function fallbackOf(command: Command, name: OptionName): unknown {
  const definition: OptionDefinition = OPTIONS[name];
  return command.defaults?.[name] ?? definition.fallback;
}

/** Configures one subcommand: operands, options, help and what it does. */
function define(
  program: Program,
  name: CommandName,
  command: Command,
  config: ReadonlyMap<OptionName, unknown>,
): Program {
  const sub = program.command(`${name} ${command.operands}`.trim()).description(command.description);
  const names = new Set([...command.options, ...OUTPUT_OPTIONS]);
  for (const option of names) sub.addOption(optionOf(option, command));
  for (const [option, value] of config) if (names.has(option)) sub.setOptionValueWithSource(option, value, 'config');
  sub.addHelpText('after', () => `${columnHelp(command.views)}${exampleHelp(command.examples)}`);
  return sub.action(async () => {
    process.exitCode = await runCommand(name, command, sub.args, resolvedOptions(sub), askedOptions(sub, names));
  });
}

async function runCommand(
  name: CommandName,
  command: Command,
  operands: readonly string[],
  options: Options,
  asked: ReadonlySet<OptionName>,
): Promise<ExitCode> {
  const output: Output = openOutput(options.output);
  try {
    const code = await command.run({ command: name, operands, options, output, asked });
    await output.close();
    return code;
  } catch (error) {
    output.abandon();
    if (error instanceof ReaderGone) return ExitCode.Complete;
    throw error;
  }
}

/** Meaning, choices and default of an option. That every one has a variable RASID_NAME is said once, in the README. */
function optionDescription({ description, argChoices, defaultValue, defaultValueDescription }: Option): string {
  const notes = [
    ...(argChoices ? [argChoices.join(', ')] : []),
    ...(defaultValue === undefined ? [] : [`default: ${defaultValueDescription ?? String(defaultValue)}`]),
  ];
  return notes.length === 0 ? description : `${description} (${notes.join('; ')})`;
}

function buildProgram(): Program {
  return new Program('rasid')
    .description('Rasid (راصد): corpus analysis of Arabic news')
    .version(VERSION, '-V, --version')
    .exitOverride()
    .enablePositionalOptions()
    .showHelpAfterError(false)
    .configureHelp({ optionDescription })
    .configureOutput({ outputError: () => {}, writeErr: text => process.stderr.write(text) });
}

async function parse(given: readonly string[]): Promise<void> {
  const program = buildProgram();
  // `help COMMAND` is the command's own --help: only the command that is called knows its options.
  const argv = given[0] === 'help' && given.length > 1 ? [given[1], '--help'] : given;
  const asked = argv.find(argument => !argument.startsWith('-'));
  const alias = Object.entries(COMMAND_ENTRIES).find(
    ([name, entry]) => asked !== undefined && (name === asked || entry.alias === asked),
  );
  for (const [name, entry] of Object.entries(COMMAND_ENTRIES)) {
    if (name !== alias?.[0] || asked === 'help') {
      program.command(name).description(entry.summary);
      continue;
    }
    const sub = define(program, name as CommandName, await entry.load(), loadConfig(argv, process.env));
    sub.summary(entry.summary).copyInheritedSettings(program);
    if (entry.alias) sub.alias(entry.alias);
  }
  await program.parseAsync([...argv], { from: 'user' });
}

function report(line: string): void {
  process.stderr.write(`rasid: error: ${messageLine(line)}\n`);
}

/** Exit code of an error, after it has been told in one line. */
function tell(error: unknown, debug: boolean): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return ExitCode.Complete;
    report(error.message.replace(/^error: /u, ''));
    return ExitCode.Usage;
  }
  if (error instanceof UsageError || error instanceof LexiconError) {
    report(error.message);
    return ExitCode.Usage;
  }
  if (error instanceof OutputError) {
    report(error.message);
    return ExitCode.Output;
  }
  const { message, stack } = error as Error;
  report(`internal error: ${message} (please report it; --debug prints the stack)`);
  // A message may quote the input.
  if (debug && stack) process.stderr.write(`${stack.split('\n').map(escapeControls).join('\n')}\n`);
  return ExitCode.Internal;
}

/** Runs the program and sets `process.exitCode`. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stderr.on('error', () => {});
  // Help is written by commander: a reader that has gone is no error, a full disk is one.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = ExitCode.Output;
  });
  try {
    await parse(argv.length === 0 ? ['--help'] : argv);
  } catch (error) {
    process.exitCode = tell(error, argv.includes('--debug') || ON.has(process.env.RASID_DEBUG ?? ''));
  }
}
