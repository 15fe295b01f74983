/** Findings of `check` for machines of CI: JUnit XML, annotations of GitHub, and the summary below a table. */
import { displayText } from './bidi.ts';
import { escapeMarkdown } from './markdown.ts';
import type { Style } from './style.ts';
import { type CheckRow, checkLine, moverLine } from './views/check.ts';
import { escapeXml } from './xml.ts';

/** How many passed, warned and failed. */
export function checkTotals(rows: readonly CheckRow[]): { pass: number; warn: number; fail: number } {
  const totals = { pass: 0, warn: 0, fail: 0 };
  for (const { status } of rows) totals[status]++;
  return totals;
}

function totalLine(rows: readonly CheckRow[]): string {
  const { pass, warn, fail } = checkTotals(rows);
  return `${fail} failed, ${warn} ${warn === 1 ? 'warning' : 'warnings'}, ${pass} passed`;
}

/** Lines below the table: what was not passed and the articles that moved it, then the totals. */
export function* checkSummary(rows: readonly CheckRow[], style: Style): Generator<string> {
  for (const row of rows.filter(({ status }) => status !== 'pass')) {
    const paint = row.status === 'fail' ? style.bad : style.heading;
    yield `\n${paint(`${row.status} ${displayText(checkLine(row))}`)}\n`;
    for (const article of row.articles ?? []) yield `  ${displayText(moverLine(article))}\n`;
  }
  const failed = rows.some(({ status }) => status === 'fail');
  yield `\n${(failed ? style.bad : style.good)(totalLine(rows))}\n`;
}

function* testCase(row: CheckRow): Generator<string> {
  const open = `    <testcase classname="rasid.check" name="${escapeXml(`${row.metric} ${row.wanted}`)}" time="0"`;
  if (row.status === 'pass') return yield `${open}/>\n`;
  const details = [checkLine(row), ...(row.articles ?? []).map(moverLine)].map(escapeXml).join('\n');
  yield `${open}>\n`;
  if (row.status === 'fail')
    yield `      <failure message="${escapeXml(checkLine(row))}" type="assertion">${details}</failure>\n`;
  else yield `      <system-out>${details}</system-out>\n`;
  yield '    </testcase>\n';
}

/** JUnit XML as CI servers read it: a test case per finding; warnings pass and say why. */
export function* writeJunit(rows: readonly CheckRow[]): Generator<string> {
  const { fail } = checkTotals(rows);
  const counts = `tests="${rows.length}" failures="${fail}" errors="0" skipped="0" time="0"`;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="rasid check" ${counts}>\n  <testsuite name="rasid check" ${counts}>\n`;
  for (const row of rows) yield* testCase(row);
  yield '  </testsuite>\n</testsuites>\n';
}

/** Text of a workflow command: its own signs are percent-encoded, so that no headline can be a command. */
function escapeCommand(text: string, property = false): string {
  const safe = displayText(text).replaceAll('%', '%25');
  return property ? safe.replaceAll(':', '%3A').replaceAll(',', '%2C') : safe;
}

/** Annotations for GitHub Actions: a line per finding that is not passed, at the file that moved it most. */
export function* writeGithub(rows: readonly CheckRow[]): Generator<string> {
  for (const row of rows) {
    if (row.status === 'pass') continue;
    const [first] = row.articles ?? [];
    const place = first && first.path !== '-' ? `file=${escapeCommand(first.path, true)},line=${first.line},` : '';
    const details = [checkLine(row), ...(row.articles ?? []).map(moverLine)].map(line => escapeCommand(line));
    const title = `title=${escapeCommand(`rasid check: ${row.metric}`, true)}`;
    yield `::${row.status === 'fail' ? 'error' : 'warning'} ${place}${title}::${details.join('%0A')}\n`;
  }
}

/** The part of a step summary below the table: totals, and the articles behind what was not passed. */
export function* writeSummary(rows: readonly CheckRow[]): Generator<string> {
  yield `\n${totalLine(rows)}\n`;
  for (const row of rows.filter(({ status }) => status !== 'pass')) {
    yield `\n- **${row.status}** ${escapeMarkdown(checkLine(row))}\n`;
    for (const article of row.articles ?? []) yield `  - ${escapeMarkdown(moverLine(article))}\n`;
  }
}
