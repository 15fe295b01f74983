/** The reference: one Markdown page per command, written from what `--help` is written from. */
import { type Field, schemaName, type View } from '../../report/field.ts';
import { type DescribedCommand, fullHelp, type OptionGroup } from './describe.ts';

const NOTE = '<!-- Written by scripts/reference.mjs from the definitions in src/cli and src/report. Do not edit. -->\n';

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}

function typeOf({ schema }: Field): string {
  return [schema.type ?? 'any'].flat().join(' or ');
}

function optionTable({ title, options }: OptionGroup): string {
  const rows = options.map(option => `| \`${option.flags}\` | ${cell(fullHelp(option))} |`);
  return `### ${title}\n\n| option | meaning |\n| --- | --- |\n${rows.join('\n')}\n`;
}

function fieldTable(view: View): string {
  const rows = view.fields.map(field => {
    const where = field.column ? field.column.header || 'yes' : '';
    const help = `${field.help}${field.optional ? ' (where it applies)' : ''}`;
    return `| \`${field.name}\` | ${typeOf(field)} | ${cell(where)} | ${cell(help)} |`;
  });
  return `### \`${schemaName(view)}\`\n\n| field | type | column | meaning |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

/** The page of one command. */
export function referencePage(command: DescribedCommand): string {
  const { name, alias, description, operands, groups, views, examples } = command;
  const shown = views.filter(view => view.fields.length > 0);
  const sections = [
    `${NOTE}\n# rasid ${name}\n`,
    `${description}\n`,
    `\`\`\`\nrasid ${name}${operands === '' ? '' : ` ${operands}`} [options]\n\`\`\`\n`,
    ...(alias === undefined ? [] : [`Also: \`rasid ${alias}\`.\n`]),
    ...(examples.length === 0
      ? []
      : [`## Examples\n\n${examples.map(({ line, says }) => `${says}:\n\n\`\`\`sh\n${line}\n\`\`\`\n`).join('\n')}`]),
    `## Options\n\n${groups.map(optionTable).join('\n')}`,
    ...(shown.length === 0 ? [] : [`## Fields\n\n${shown.map(fieldTable).join('\n')}`]),
  ];
  return sections.join('\n');
}

/** The list of all commands. */
export function referenceIndex(commands: readonly DescribedCommand[]): string {
  const rows = commands.map(({ name, summary }) => `| [\`${name}\`](${name}.md) | ${cell(summary)} |`);
  return `${NOTE}\n# Commands\n\n| command | what it answers |\n| --- | --- |\n${rows.join('\n')}\n`;
}

/** All pages by file name. */
export function referencePages(commands: readonly DescribedCommand[]): ReadonlyMap<string, string> {
  const pages = commands.map(command => [`${command.name}.md`, referencePage(command)] as const);
  return new Map([['README.md', referenceIndex(commands)], ...pages]);
}
