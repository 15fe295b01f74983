/** The manual page, in the macros of man(7), written from what `--help` is written from. */
import { type DescribedCommand, type DescribedOption, fullHelp } from './describe.ts';

/** Text that roff prints as it stands. */
function roff(text: string): string {
  const escaped = text.replaceAll('\\', '\\e').replaceAll('-', '\\-');
  return /^[.']/u.test(escaped) ? `\\&${escaped}` : escaped;
}

function optionLines(option: DescribedOption): string {
  return `.TP\n.B ${roff(option.flags)}\n${roff(fullHelp(option))}\n`;
}

function commandLines({ name, alias, operands, description, groups, examples }: DescribedCommand): string {
  const own = groups.find(({ title }) => title === 'Command')?.options ?? [];
  const shown = examples.map(({ line, says }) => `.PP\n${roff(says)}:\n.PP\n.nf\n.RS\n${roff(line)}\n.RE\n.fi\n`);
  const title = [`rasid ${name}`, operands, ...(alias === undefined ? [] : [`(also: rasid ${alias})`])];
  return [
    `.SS ${roff(title.filter(part => part !== '').join(' '))}\n`,
    `${roff(description)}\n`,
    ...own.map(optionLines),
    ...shown,
  ].join('');
}

/** Options that several commands share, once each, in the order of their groups. */
function sharedOptions(commands: readonly DescribedCommand[]): Map<string, DescribedOption[]> {
  const groups = new Map<string, Map<string, DescribedOption>>();
  for (const { groups: own } of commands) {
    for (const { title, options } of own.filter(group => group.title !== 'Command')) {
      const known = groups.get(title) ?? new Map<string, DescribedOption>();
      groups.set(title, known);
      for (const option of options) if (!known.has(option.name)) known.set(option.name, option);
    }
  }
  return new Map([...groups].map(([title, options]) => [title, [...options.values()]]));
}

const EXIT_CODES: readonly (readonly [string, string])[] = [
  ['0', 'complete, also when the reader closes the pipe'],
  ['1', 'a check failed'],
  ['2', 'usage, configuration or a missing path; standard output is empty'],
  ['3', 'a valid result, but an input could not be read or decoded'],
  ['4', 'the output could not be written'],
  ['70', 'internal error'],
];

/** The page `rasid.1` of a version. */
export function manPage(commands: readonly DescribedCommand[], version: string): string {
  const shared = [...sharedOptions(commands)].map(
    ([title, options]) => `.SS ${title}\n${options.map(optionLines).join('')}`,
  );
  return [
    `.\\" Written by scripts/reference.mjs from the definitions in src/cli. Do not edit.\n`,
    `.TH RASID 1 "" "rasid ${roff(version)}" "User Commands"\n`,
    `.SH NAME\nrasid \\- corpus analysis of Arabic news\n`,
    `.SH SYNOPSIS\n.B rasid\n.I command\n[\\fIpaths...\\fR] [\\fIoptions\\fR]\n`,
    `.SH COMMANDS\n${commands.map(commandLines).join('')}`,
    `.SH OPTIONS\nEach option is also read from the environment (\\-\\-max\\-file\\-size as RASID_MAX_FILE_SIZE) and from a configuration file.\n${shared.join('')}`,
    `.SH EXIT STATUS\n${EXIT_CODES.map(([code, meaning]) => `.TP\n.B ${code}\n${roff(meaning)}\n`).join('')}`,
    `.SH FILES\n.TP\n.B rasid.config.json\nconfiguration in the working directory: option names and their values\n`,
  ].join('');
}
