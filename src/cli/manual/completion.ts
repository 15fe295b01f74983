/** Completions for shells: commands, their options, and the values of those that have a fixed choice. */
import type { DescribedCommand, DescribedOption } from './describe.ts';

function optionsOf({ groups }: DescribedCommand): DescribedOption[] {
  return groups.flatMap(({ options }) => options);
}

function namesOf({ name, alias }: DescribedCommand): string[] {
  return alias === undefined ? [name] : [name, alias];
}

/** Values for the operand of a command that takes no files. */
function operandsOf({ name }: DescribedCommand, commands: readonly DescribedCommand[]): string[] {
  // The sections of a report are views too, but no results by themselves.
  if (name === 'schema')
    return commands.flatMap(({ views, name: of }) =>
      of === 'report' ? [of] : [...new Set(views.map(({ command }) => command))],
    );
  return name === 'completion' ? ['bash', 'zsh', 'fish'] : [];
}

/** Text within single quotes of a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function bash(commands: readonly DescribedCommand[]): string {
  const values = commands.flatMap(command =>
    optionsOf(command)
      .filter(({ choices }) => choices.length > 0)
      .map(({ long, choices }) => {
        const cases = namesOf(command).map(name => `${name}/${long}`);
        return `    ${cases.join('|')}) COMPREPLY=($(compgen -W ${quoted(choices.join(' '))} -- "$word")); return;;\n`;
      }),
  );
  const flags = commands.map(command => {
    const words = optionsOf(command).map(({ long }) => long);
    return `      ${namesOf(command).join('|')}) COMPREPLY=($(compgen -W ${quoted(words.join(' '))} -- "$word"));;\n`;
  });
  const operands = commands.flatMap(command => {
    const words = operandsOf(command, commands);
    if (words.length === 0) return [];
    return [`    ${command.name}) COMPREPLY=($(compgen -W ${quoted(words.join(' '))} -- "$word")); return;;\n`];
  });
  return `# bash completion of rasid. Use: eval "$(rasid completion bash)"
_rasid() {
  local word=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted(commands.flatMap(namesOf).join(' '))} -- "$word"))
    return
  fi
  case "$command/$previous" in
${values.join('')}  esac
  if [ "\${word:0:1}" = - ]; then
    case "$command" in
${flags.join('')}    esac
    return
  fi
  case "$command" in
${operands.join('')}  esac
  COMPREPLY=($(compgen -f -- "$word"))
}
complete -o filenames -F _rasid rasid
`;
}

/** Text within the brackets of a zsh argument specification. */
function zshText(text: string): string {
  return text.replace(/[[\]:]/gu, '\\$&');
}

function zshOption({ long, value, help, choices }: DescribedOption): string {
  const files = ['file', 'path'].includes(value ?? '') ? '_files' : ' ';
  const action = choices.length > 0 ? `(${choices.join(' ')})` : files;
  return quoted(`${long}[${zshText(help)}]${value === undefined ? '' : `:${zshText(value)}:${action}`}`);
}

function zsh(commands: readonly DescribedCommand[]): string {
  const list = commands.map(({ name, summary }) => `    ${quoted(`${name}:${zshText(summary)}`)}\n`);
  const cases = commands.map(command => {
    const operands = operandsOf(command, commands);
    const rest = operands.length > 0 ? `*:operand:(${operands.join(' ')})` : '*:file:_files';
    const specs = [...optionsOf(command).map(zshOption), quoted(rest)];
    return `    ${namesOf(command).join('|')}) _arguments ${specs.join(' ')};;\n`;
  });
  return `#compdef rasid
# zsh completion of rasid. Use: rasid completion zsh > "\${fpath[1]}/_rasid"
_rasid() {
  local -a commands=(
${list.join('')}  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=\${words[2]}
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('')}  esac
}
if [ "\${funcstack[1]}" = _rasid ]; then _rasid "$@"; else compdef _rasid rasid; fi
`;
}

function fishOption(names: string, { long, short, value, help, choices }: DescribedOption): string {
  const parts = ['complete -c rasid', `-n ${quoted(`__fish_seen_subcommand_from ${names}`)}`, `-l ${long.slice(2)}`];
  if (short) parts.push(`-s ${short.slice(1)}`);
  if (choices.length > 0) parts.push(`-xa ${quoted(choices.join(' '))}`);
  else if (value !== undefined) parts.push('-r');
  return `${parts.join(' ')} -d ${quoted(help)}\n`;
}

function fish(commands: readonly DescribedCommand[]): string {
  const lines = commands.flatMap(command => {
    const names = namesOf(command).join(' ');
    const operands = operandsOf(command, commands);
    return [
      ...namesOf(command).map(
        name => `complete -c rasid -n __fish_use_subcommand -fa ${name} -d ${quoted(command.summary)}\n`,
      ),
      ...(operands.length > 0
        ? [`complete -c rasid -n ${quoted(`__fish_seen_subcommand_from ${names}`)} -fa ${quoted(operands.join(' '))}\n`]
        : []),
      ...optionsOf(command).map(option => fishOption(names, option)),
    ];
  });
  return `# fish completion of rasid. Use: rasid completion fish > ~/.config/fish/completions/rasid.fish\n${lines.join('')}`;
}

/** The shells that are known, with what writes their completion. */
export const SHELLS: ReadonlyMap<string, (commands: readonly DescribedCommand[]) => string> = new Map([
  ['bash', bash],
  ['zsh', zsh],
  ['fish', fish],
]);
