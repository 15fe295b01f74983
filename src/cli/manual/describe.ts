/** What the commands say of themselves, gathered for the manual, the reference and the completions. */

import type { View } from '../../report/field.ts';
import type { Command, CommandEntry, Example } from '../command.ts';
import { OPTIONS, type OptionDefinition, type OptionName, OUTPUT_OPTIONS } from '../options.ts';

/** An option as a command has it. */
export interface DescribedOption {
  readonly name: OptionName;
  readonly flags: string;
  /** `--max-file-size`, and its short form where there is one. */
  readonly long: string;
  readonly short: string | undefined;
  /** Name of the value; undefined for a switch. */
  readonly value: string | undefined;
  readonly help: string;
  readonly choices: readonly string[];
  readonly fallback: string | undefined;
  readonly environment: string;
}

/** Options of one group, in the order in which they were defined. */
export interface OptionGroup {
  readonly title: string;
  readonly options: readonly DescribedOption[];
}

/** A command with everything that is known of it. */
export interface DescribedCommand {
  readonly name: string;
  readonly alias: string | undefined;
  readonly summary: string;
  readonly description: string;
  readonly operands: string;
  readonly groups: readonly OptionGroup[];
  readonly views: readonly View[];
  readonly examples: readonly Example[];
}

const GROUPS: readonly OptionDefinition['group'][] = ['Command', 'Words', 'Selection', 'Input', 'Output'];

function describeOption(name: OptionName, command: Command): DescribedOption {
  const { flags, help, choices, fallback }: OptionDefinition = OPTIONS[name];
  const own = command.defaults?.[name] ?? fallback;
  const long = /--[a-z-]+/u.exec(flags)![0];
  return {
    name,
    flags,
    long,
    short: /^-\w/u.exec(flags)?.[0],
    value: /<([^>]+)>/u.exec(flags)?.[1],
    help,
    choices: command.choices?.[name] ?? choices ?? [],
    fallback: own === undefined ? undefined : String(own),
    environment: `RASID_${long.slice(2).replaceAll('-', '_').toUpperCase()}`,
  };
}

function describe(name: string, { summary, alias }: CommandEntry, command: Command): DescribedCommand {
  const options = [...new Set([...command.options, ...OUTPUT_OPTIONS])];
  const groups = GROUPS.map(title => ({
    title,
    options: options.filter(option => OPTIONS[option].group === title).map(option => describeOption(option, command)),
  }));
  const { description, operands, views, examples } = command;
  return {
    name,
    alias,
    summary,
    description,
    operands,
    groups: groups.filter(group => group.options.length > 0),
    views,
    examples,
  };
}

/** All commands of a list in its order. */
export function describeCommands(entries: Readonly<Record<string, CommandEntry>>): Promise<DescribedCommand[]> {
  return Promise.all(Object.entries(entries).map(async ([name, entry]) => describe(name, entry, await entry.load())));
}

/** Help of an option with its values and default. */
export function fullHelp({ help, choices, fallback }: DescribedOption): string {
  const values = choices.length > 0 ? ` (${choices.join(', ')})` : '';
  return `${help}${values}${fallback === undefined ? '' : `; default: ${fallback}`}`;
}
