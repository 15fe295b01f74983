/** The parts of `--help` that commander does not know: what every output column means, and examples. */
import { columnHelpLines, type View } from '../report/field.ts';
import type { Example } from './command.ts';

/** Section "Columns" of a command's help. */
export function columnHelp(views: readonly View[]): string {
  const blocks = views.map(view => {
    const title = views.length > 1 ? `Fields of ${view.command} rows:` : 'Fields of a row:';
    return `\n${title}\n${columnHelpLines(view).join('\n')}\n`;
  });
  return blocks.join('');
}

/** Section "Examples" of a command's help. */
export function exampleHelp(examples: readonly Example[]): string {
  if (examples.length === 0) return '';
  const lines = examples.map(({ line, says }) => `  ${line}\n      ${says}`);
  return `\nExamples:\n${lines.join('\n')}\n`;
}
