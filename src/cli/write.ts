/** A result → text in the format that was asked for. Each writer is loaded only when it is used. */
import type { Result } from '../report/result.ts';
import { colourStyle, PLAIN_STYLE, type Style } from '../report/style.ts';
import type { Invocation } from './command.ts';

/** What a terminal that does not tell its width is taken for. */
const TERMINAL_WIDTH = 80;

/** The format in force: `--json` is short for `--format json`. */
export function formatOf({ options }: Invocation): string {
  return options.json ? 'json' : options.format;
}

/** Colour: `--color` over `NO_COLOR` over `FORCE_COLOR` over the terminal. */
export async function styleOf({ options, output }: Invocation): Promise<Style> {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  const wanted =
    options.color === 'always' ||
    (options.color === 'auto' && !NO_COLOR && ((FORCE_COLOR !== undefined && FORCE_COLOR !== '0') || output.terminal));
  return wanted ? colourStyle() : PLAIN_STYLE;
}

/** Columns that a table or concordance has to fit: those of the terminal; 0 where there is none. */
export function columnsOf({ output }: Invocation): number {
  return output.terminal ? process.stdout.columns || TERMINAL_WIDTH : 0;
}

/** Lines that a screen has to fit: those of the terminal, unless a number of rows was asked for; 0 for any number. */
function linesOf({ output, asked }: Invocation): number {
  return output.terminal && !asked?.has('top') ? process.stdout.rows || 0 : 0;
}

/** The dashboard of a report, the table of anything else. */
async function* tables(result: Result, invocation: Invocation): AsyncGenerator<string> {
  const style = await styleOf(invocation);
  const { terminal } = invocation.output;
  const look = { terminal, bidi: invocation.options.bidi, style, columns: columnsOf(invocation) };
  if (result.sections) {
    const { dashboardLines } = await import('../report/dashboard.ts');
    const { articles, tokens, duplicates } = result.corpus;
    const heading = { articles, tokens, duplicates, errors: result.errors.length };
    yield `${dashboardLines(result.sections, heading, { ...look, rows: linesOf(invocation) }).join('\n')}\n`;
    return;
  }
  const { tableLines } = await import('../report/table.ts');
  yield result.rows.length === 0
    ? `${style.faint('(none)')}\n`
    : `${tableLines(result.view, result.rows, look).join('\n')}\n`;
}

async function* chunks(result: Result, invocation: Invocation): AsyncGenerator<string> {
  switch (formatOf(invocation)) {
    case 'json':
      return yield* (await import('../report/json.ts')).writeJson(result);
    case 'ndjson':
      return yield* (await import('../report/json.ts')).writeNdjson(result);
    case 'csv':
      return yield* (await import('../report/csv.ts')).writeCsv(result);
    case 'tsv':
      return yield* (await import('../report/csv.ts')).writeTsv(result);
    case 'markdown':
      return yield* (await import('../report/markdown.ts')).writeMarkdown(result);
    default:
      yield* tables(result, invocation);
  }
}

/** Writes a result to the command's output in the chosen format. */
export async function writeResult(result: Result, invocation: Invocation): Promise<void> {
  for await (const chunk of chunks(result, invocation)) await invocation.output.write(chunk);
}
