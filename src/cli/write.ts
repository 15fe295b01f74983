/** A result → text in the format that was asked for. Each writer is loaded only when it is used. */
import type { Result, Section } from '../report/result.ts';
import { colourStyle, PLAIN_STYLE, type Style } from '../report/style.ts';
import type { Invocation } from './command.ts';

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

async function* tables(result: Result, invocation: Invocation): AsyncGenerator<string> {
  const { tableLines } = await import('../report/table.ts');
  const style = await styleOf(invocation);
  const look = { terminal: invocation.output.terminal, bidi: invocation.options.bidi, style };
  const sections: Iterable<Section> = result.sections?.values() ?? [
    { view: result.view, title: '', rows: result.rows },
  ];
  let first = true;
  for (const { view, title, rows } of sections) {
    if (!first) yield '\n';
    first = false;
    if (title) yield `${style.title(title)}\n`;
    yield rows.length === 0 ? `${style.faint('(none)')}\n` : `${tableLines(view, rows, look).join('\n')}\n`;
  }
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
