/** Where the findings of `check` go: one or more reporters, each to the output or to a file of its own. */
import { appendFileSync } from 'node:fs';
import { OutputError, UsageError } from '../errors.ts';
import { checkSummary, writeGithub, writeJunit, writeSummary } from '../report/checks.ts';
import type { Result } from '../report/result.ts';
import type { CheckRow } from '../report/views/check.ts';
import type { Invocation } from './command.ts';
import { openOutput } from './output.ts';
import { formatOf, styleOf, writeResult } from './write.ts';

export const REPORTERS = ['table', 'json', 'junit', 'github', 'markdown', 'ndjson', 'csv', 'tsv'] as const;
type Reporter = (typeof REPORTERS)[number];

/** A reporter and the file it writes to; without one, the output of the command. */
interface Destination {
  readonly reporter: Reporter;
  readonly file?: string;
}

/** Parses `table,junit:report.xml`; the format in force without `--reporter`. Throws {@link UsageError}. */
export function destinations({ options }: Invocation, format: string): Destination[] {
  const asked = options.reporter ?? [format];
  return asked.map(text => {
    const colon = text.indexOf(':');
    const name = colon < 0 ? text : text.slice(0, colon);
    const reporter = REPORTERS.find(known => known === name);
    if (!reporter || colon === text.length - 1)
      throw new UsageError(`--reporter "${text}": expected ${REPORTERS.join(', ')}, or NAME:FILE`);
    return colon < 0 ? { reporter } : { reporter, file: text.slice(colon + 1) };
  });
}

async function writeOne(reporter: Reporter, result: Result, rows: readonly CheckRow[], to: Invocation): Promise<void> {
  const write = async (chunks: Iterable<string>): Promise<void> => {
    for (const chunk of chunks) await to.output.write(chunk);
  };
  if (reporter === 'junit') return write(writeJunit(rows));
  if (reporter === 'github') return write(writeGithub(rows));
  await writeResult(result, { ...to, options: { ...to.options, json: false, format: reporter } });
  if (reporter === 'table') return write(checkSummary(rows, await styleOf(to)));
  if (reporter === 'markdown') return write(writeSummary(rows));
}

/** Runs all reporters in their order. A file appears whole or not at all. */
export async function report(result: Result, invocation: Invocation): Promise<void> {
  const rows = result.rows as unknown as readonly CheckRow[];
  for (const { reporter, file } of destinations(invocation, formatOf(invocation))) {
    if (file === undefined) {
      await writeOne(reporter, result, rows, invocation);
      continue;
    }
    const output = openOutput(file);
    await writeOne(reporter, result, rows, { ...invocation, output });
    await output.close();
  }
}

/**
 * What GitHub Actions gets by itself: annotations on standard error (so that they never stand among results; the runner
 * reads both), and a summary of the step.
 */
export async function reportToGithub(result: Result, invocation: Invocation): Promise<void> {
  const { GITHUB_ACTIONS, GITHUB_STEP_SUMMARY } = process.env;
  const rows = result.rows as unknown as readonly CheckRow[];
  const asked = destinations(invocation, formatOf(invocation)).some(({ reporter }) => reporter === 'github');
  if (GITHUB_ACTIONS === 'true' && !asked) process.stderr.write([...writeGithub(rows)].join(''));
  if (!GITHUB_STEP_SUMMARY) return;
  const { writeMarkdown } = await import('../report/markdown.ts');
  const text = ['### rasid check\n\n', ...writeMarkdown(result), ...writeSummary(rows), '\n'].join('');
  try {
    appendFileSync(GITHUB_STEP_SUMMARY, text);
  } catch (error) {
    throw new OutputError(
      `GITHUB_STEP_SUMMARY "${GITHUB_STEP_SUMMARY}": ${(error as NodeJS.ErrnoException).code ?? error}`,
    );
  }
}
