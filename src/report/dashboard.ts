/**
 * The one screen of `report`: size and health, words with bars beside the density of dates, entities side by side, the
 * dates most spoken of. It shows the rows of the result's sections and nothing else. In a terminal it keeps to the
 * window: bars and names give way in width, the number of rows in height. Piped it shows everything.
 */
import { clipped, displayText, displayWidth, guarded } from './bidi.ts';
import type { View } from './field.ts';
import { fittedWidths } from './fit.ts';
import { bar } from './plot.ts';
import type { Row, Section } from './result.ts';
import { type TableStyle, tableLines } from './table.ts';

const BAR_WIDTH = 24;
const LEAST_BAR = 6;
const LONGEST_WORD = 24;
const SIDE_BY_SIDE = ['countries', 'ministers', 'alliances'] as const;
const LEAST_NAME = 8;
/** Narrower terminals show entities without the articles that mention them: the names need the room. */
const WIDTH_FOR_ARTICLES = 132;
const GUTTER = '   ';
/** Columns of the timeline that are worth a place on this screen. */
const TIMELINE_COLUMNS = new Set(['date', 'end', 'articles', 'scheduled', 'evidence']);
/** Lines that are neither heading nor rows: three headers, three gaps, and the prompt that follows. */
const FIXED_LINES = 7;
const FEWEST_ROWS = 3;
const BLOCKS_IN_HEIGHT = 3;

/** Facts of the envelope that the first lines tell. */
export interface Heading {
  readonly articles: number;
  readonly tokens: number;
  readonly duplicates: number;
  readonly errors: number;
}

/** `rows`: lines of the terminal that the screen must fit; 0 or nothing for as many as there are. */
export interface DashboardStyle extends TableStyle {
  readonly rows?: number;
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

/** Facts joined by dots, in as many lines as the width asks for. */
function joined(facts: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  for (const fact of facts) {
    const longer = lines.length === 0 ? fact : `${lines.at(-1)} · ${fact}`;
    if (lines.length === 0 || longer.length > columns) lines.push(fact);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** How much there is, and whether it is what one thinks it is. */
function headingLines(
  figures: ReadonlyMap<string, unknown>,
  { duplicates, errors }: Heading,
  columns: number,
): string[] {
  const of = (metric: string): string => shown(figures.get(metric) ?? null);
  const [first, last] = [of('date.first'), of('date.last')];
  const size = [
    `${of('articles')} articles`,
    `${of('tokens')} words`,
    `${of('lemmas')} lemmas`,
    `${of('words.per.article.median')} words in the median article`,
    `published ${first === last ? first : `${first} to ${last}`}`,
  ];
  const health = [
    `${of('date.missing.percent')}% without a date`,
    `${of('furniture.percent')}% of the pages is furniture`,
    `${of('lexicon.percent')}% of the words are in the lexicon`,
    `${grouped(duplicates)} ${duplicates === 1 ? 'duplicate' : 'duplicates'} left out`,
    ...(errors > 0 ? [`${grouped(errors)} inputs not read`] : []),
  ];
  return [...joined(size, columns), ...joined(health, columns)];
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
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

/** A column of a block: header, cells, and whether they stand on its right edge. */
interface Column {
  readonly header: string;
  readonly cells: readonly string[];
  readonly align?: 'right';
  readonly paint?: (text: string) => string;
}

/** Columns as lines, header first; the last one is not padded. */
function blockLines(columns: readonly Column[], look: TableStyle): string[] {
  const widths = columns.map(({ header, cells }) => Math.max(header.length, ...cells.map(displayWidth)));
  const line = (texts: readonly string[], paint: (text: string, column: Column) => string): string =>
    texts
      .map((text, index) => {
        const space = ' '.repeat(Math.max(0, widths[index] - displayWidth(text)));
        const last = index === texts.length - 1;
        const painted = paint(text, columns[index]);
        return columns[index].align === 'right' ? space + painted : painted + (last ? '' : space);
      })
      .join('  ');
  const height = Math.max(...columns.map(({ cells }) => cells.length));
  return [
    line(
      columns.map(({ header }) => header),
      (text, column) => (column === columns.at(-1) ? look.style.title(text) : look.style.heading(text)),
    ),
    ...Array.from({ length: height }, (_, row) =>
      line(
        columns.map(({ cells }) => cells[row]),
        (text, column) => column.paint?.(text) ?? text,
      ),
    ),
    ...(height === 0 ? ['(none)'] : []),
  ];
}

function percentOf(value: unknown): string {
  return `${((value as number) * 100).toFixed(0)}%`;
}

/** Words with bars, and beside them how many times each of the months most spoken of is named. */
function wordsAndDensity(words: readonly Row[], density: readonly Row[], look: TableStyle, guards: boolean): string[] {
  const largest = Math.max(...words.map(row => row.count as number), 1);
  const names = words.map(row => clipped(displayText(String(row.label)), look.columns ? LONGEST_WORD : Infinity));
  const wordColumns = (width: number): Column[] => [
    { header: 'count', cells: words.map(row => String(row.count)), align: 'right' },
    { header: '', cells: words.map(row => bar((row.count as number) / largest, width)), paint: look.style.bar },
    { header: 'articles', cells: words.map(row => percentOf(row.articleShare)), align: 'right' },
    { header: 'keywords', cells: guards ? names.map(guarded) : names },
  ];
  const densityColumns = (width: number): Column[] => [
    { header: 'month', cells: density.map(row => String(row.period)) },
    { header: 'mentions', cells: density.map(row => String(row.mentions)), align: 'right' },
    { header: 'density', cells: density.map(row => bar(row.height as number, width)), paint: look.style.bar },
  ];
  const blocks = (width: number): string[][] => [
    blockLines(wordColumns(width), look),
    ...(density.length > 0 ? [blockLines(densityColumns(width), look)] : []),
  ];
  const bare = blocks(0).reduce((sum, lines) => sum + GUTTER.length + Math.max(...lines.map(seenWidth)), 0);
  const room = look.columns ? (look.columns - bare) >> 1 : BAR_WIDTH;
  return sideBySide(blocks(Math.min(BAR_WIDTH, Math.max(LEAST_BAR, room))));
}

/** Countries, ministers and alliances: the widest names are cut first. */
function entityLines(rowsOf: (name: string) => readonly Row[], look: TableStyle, guards: boolean): string[] {
  const columns = look.columns || Number.POSITIVE_INFINITY;
  const names = SIDE_BY_SIDE.map(name => rowsOf(name).map(row => displayText(String(row.label))));
  const figures = (name: string): Column[] => [
    { header: 'mentions', cells: rowsOf(name).map(row => String(row.mentions)), align: 'right' },
    ...(columns < WIDTH_FOR_ARTICLES
      ? []
      : [{ header: 'articles', cells: rowsOf(name).map(row => String(row.articles)), align: 'right' as const }]),
  ];
  const taken = SIDE_BY_SIDE.reduce((sum, name) => sum + GUTTER.length + figures(name).length * 10, 0) - GUTTER.length;
  const natural = SIDE_BY_SIDE.map((name, index) => Math.max(name.length, ...names[index].map(displayWidth)));
  const widths = fittedWidths(natural, columns - taken, LEAST_NAME);
  return sideBySide(
    SIDE_BY_SIDE.map((name, index) => {
      const cells = names[index].map(text => clipped(text, widths[index]));
      return blockLines([...figures(name), { header: name, cells: guards ? cells.map(guarded) : cells }], look);
    }),
  );
}

/** The timeline's view with the columns of this screen, named after the section. */
function timelineView(view: View): View {
  const fields = view.fields
    .filter(({ name }) => TIMELINE_COLUMNS.has(name))
    .map(field =>
      field.name === 'evidence' && field.column ? { ...field, column: { ...field.column, header: 'timeline' } } : field,
    );
  return { ...view, fields };
}

/** The lines of a report. */
export function dashboardLines(
  sections: ReadonlyMap<string, Section>,
  heading: Heading,
  look: DashboardStyle,
): string[] {
  const all = (name: string): readonly Row[] => sections.get(name)?.rows ?? [];
  const figures = new Map(all('statistics').map(row => [String(row.metric), row.value]));
  const guards = look.bidi === 'lrm' || (look.bidi === 'auto' && look.terminal);
  const first = headingLines(figures, heading, look.columns || Number.POSITIVE_INFINITY);
  const most = look.rows
    ? Math.max(FEWEST_ROWS, Math.floor((look.rows - first.length - FIXED_LINES) / BLOCKS_IN_HEIGHT))
    : Number.POSITIVE_INFINITY;
  const rowsOf = (name: string): readonly Row[] => all(name).slice(0, most);
  const timeline = sections.get('timeline');
  const events = timeline && tableLines(timelineView(timeline.view), highest(timeline.rows, 'score', most), look);
  return [
    ...first,
    '',
    ...wordsAndDensity(rowsOf('keywords'), highest(all('density'), 'mentions', most), look, guards),
    '',
    ...entityLines(rowsOf, look, guards),
    '',
    ...(events && timeline.rows.length > 0 ? events : [look.style.title('timeline'), '(none)']),
  ];
}

/** The `most` rows with the highest value of a field, in the order in which they stand. */
function highest(rows: readonly Row[], field: string, most: number): readonly Row[] {
  if (rows.length <= most) return rows;
  const chosen = [...rows].sort((a, b) => (b[field] as number) - (a[field] as number)).slice(0, most);
  return rows.filter(row => chosen.includes(row));
}
