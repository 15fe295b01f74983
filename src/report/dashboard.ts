/**
 * The one screen of `report`: size and health in two lines, words with bars, entities side by side, the density of dates
 * and the dates most spoken of. It shows the rows of the result's sections and nothing else.
 */
import { clipped, displayText, displayWidth, guarded } from './bidi.ts';
import { bar } from './plot.ts';
import type { Row, Section } from './result.ts';
import { type TableStyle, tableLines } from './table.ts';

const BAR_WIDTH = 24;
const SIDE_BY_SIDE = ['countries', 'ministers', 'alliances'] as const;
/** Widest name in a block that stands beside others; the whole name is in every other format. */
const NAME_WIDTH = 46;
const GUTTER = '   ';

/** Facts of the envelope that the first lines tell. */
export interface Heading {
  readonly articles: number;
  readonly tokens: number;
  readonly duplicates: number;
  readonly errors: number;
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/gu, ',');
}

function shown(value: unknown): string {
  return typeof value === 'number'
    ? Number.isInteger(value)
      ? grouped(value)
      : value.toFixed(1)
    : String(value ?? '–');
}

/** Two lines: how much there is, and whether it is what one thinks it is. */
function headingLines(figures: ReadonlyMap<string, unknown>, { duplicates, errors }: Heading): string[] {
  const of = (metric: string): string => shown(figures.get(metric) ?? null);
  const size = [
    `${of('articles')} articles`,
    `${of('tokens')} words`,
    `${of('lemmas')} lemmas`,
    `${of('words.per.article.median')} words in the median article`,
    `published ${of('date.first')} to ${of('date.last')}`,
  ];
  const health = [
    `${of('date.missing.percent')}% without a date`,
    `${of('furniture.percent')}% of the pages is furniture`,
    `${of('lexicon.percent')}% of the words are in the lexicon`,
    `${grouped(duplicates)} ${duplicates === 1 ? 'duplicate' : 'duplicates'} left out`,
    ...(errors > 0 ? [`${grouped(errors)} inputs not read`] : []),
  ];
  return [size.join(' · '), health.join(' · ')];
}

function keywordLines(rows: readonly Row[], look: TableStyle): string[] {
  const largest = Math.max(...rows.map(row => row.count as number), 0);
  const width = String(largest).length;
  return rows.map(row => {
    const count = String(row.count).padStart(width);
    const articles = `${((row.articleShare as number) * 100).toFixed(0).padStart(3)}% of articles`;
    const drawn = bar((row.count as number) / largest, BAR_WIDTH).padEnd(BAR_WIDTH);
    return `${count}  ${look.style.bar(drawn)}  ${articles}  ${displayText(String(row.label))}`;
  });
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** One block of lines: title, header, rows. */
function block(title: string, rows: readonly Row[], look: TableStyle, guards: boolean): string[] {
  const names = rows.map(row => clipped(displayText(String(row.label)), NAME_WIDTH));
  const lines = rows.map((row, index) => {
    const figures = `${String(row.mentions).padStart(8)}  ${String(row.articles).padStart(8)}  `;
    return figures + (guards ? guarded(names[index]) : names[index]);
  });
  return [
    look.style.title(title),
    look.style.heading('mentions  articles  name'),
    ...(rows.length === 0 ? ['(none)'] : lines),
  ];
}

/** Width as seen: colour codes take no column. */
function seenWidth(line: string): number {
  return displayWidth(line.replace(/\u001b\[[0-9;]*m/gu, ''));
}

function sideBySide(blocks: readonly (readonly string[])[]): string[] {
  const widths = blocks.map(lines => Math.max(...lines.map(seenWidth)));
  const height = Math.max(...blocks.map(lines => lines.length));
  return Array.from({ length: height }, (_, line) =>
    blocks
      .map((lines, index) => {
        const text = lines[line] ?? '';
        return padded(text, widths[index] + (text.length - [...text].length) + (displayWidth(text) - seenWidth(text)));
      })
      .join(GUTTER)
      .trimEnd(),
  );
}

/** The lines of a report. */
export function dashboardLines(sections: ReadonlyMap<string, Section>, heading: Heading, look: TableStyle): string[] {
  const rowsOf = (name: string): readonly Row[] => sections.get(name)?.rows ?? [];
  const figures = new Map(rowsOf('statistics').map(row => [String(row.metric), row.value]));
  const guards = look.bidi === 'lrm' || (look.bidi === 'auto' && look.terminal);
  const timeline = sections.get('timeline');
  return [
    ...headingLines(figures, heading),
    '',
    look.style.title('keywords'),
    ...keywordLines(rowsOf('keywords'), look),
    '',
    ...sideBySide(SIDE_BY_SIDE.map(name => block(name, rowsOf(name), look, guards))),
    '',
    look.style.title('timeline'),
    ...(timeline && timeline.rows.length > 0 ? tableLines(timeline.view, timeline.rows, look) : ['(none)']),
  ];
}
