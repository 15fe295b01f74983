/**
 * Key word in context for a terminal that writes from left to right but turns Arabic runs around.
 *
 * A line is written in reading order: place, words before, match, words behind. A terminal that reorders shows the run
 * from right to left, so the words before stand on the right hand of the match, as Arabic is read; one that does not
 * shows the same columns from left to right. Padding stands inside the run (between RIGHT-TO-LEFT MARKs), else it would
 * be laid on the wrong side of it and the matches would not align. A line with Latin words is embedded as right-to-left
 * text: on its own level a Latin word would cut the run in two and swap its halves.
 */
import { clipped, clippedBefore, displayText, displayWidth } from './bidi.ts';

const LRM = '\u200e';
const RLM = '\u200f';
const RIGHT_TO_LEFT_EMBEDDING = '\u202b';
const POP_DIRECTION = '\u202c';
const LEFT_TO_RIGHT_LETTER = /(?![\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}])\p{L}/u;
const GAP = '  ';
const LONGEST_PLACE = 34;
const LONGEST_MATCH = 120;

/** One line of a concordance as text. */
export interface KwicLine {
  readonly path: string;
  readonly line: number;
  readonly left: string;
  readonly match: string;
  readonly right: string;
}

/** `columns`: width of the terminal, to which context is cut; 0 cuts nothing. `marks`: write direction marks. */
export interface KwicLook {
  readonly columns: number;
  readonly marks: boolean;
  readonly paintMatch: (text: string) => string;
  readonly paintPlace: (text: string) => string;
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, displayWidth(text)), 0);
}

function padding(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** The lines of a concordance, aligned at the match; one at a time, for there may be many. */
export function* kwicLines(lines: readonly KwicLine[], look: KwicLook): Generator<string> {
  const places = lines.map(({ path, line }) => {
    const place = displayText(`${path}:${line}`);
    return look.columns > 0 ? clippedBefore(place, LONGEST_PLACE) : place;
  });
  const matches = lines.map(({ match }) => clipped(displayText(match.slice(0, 2 * LONGEST_MATCH)), LONGEST_MATCH));
  const placeWidth = widest(places);
  const matchWidth = widest(matches);
  const side =
    look.columns > 0 ? Math.max(8, (look.columns - placeWidth - matchWidth - 3 * GAP.length) >> 1) : Infinity;
  const lefts = lines.map(({ left }) => clippedBefore(displayText(left), side));
  const rights = lines.map(({ right }) => clipped(displayText(right), side));
  const leftWidth = widest(lefts);
  const rightWidth = widest(rights);
  for (let index = 0; index < lines.length; index++) {
    const before = padding(lefts[index], leftWidth) + lefts[index];
    const after = padding(matches[index], matchWidth) + GAP + rights[index];
    const place = look.paintPlace(places[index] + padding(places[index], placeWidth));
    const run = `${before}${GAP}${look.paintMatch(matches[index])}${after}`;
    if (!look.marks) {
      yield `${place}${GAP}${run}`.trimEnd();
      continue;
    }
    const text = `${RLM}${run}${padding(rights[index], rightWidth)}${RLM}`;
    const embedded = LEFT_TO_RIGHT_LETTER.test(lefts[index] + matches[index] + rights[index]);
    yield `${LRM}${place}${LRM}${GAP}${embedded ? `${RIGHT_TO_LEFT_EMBEDDING}${text}${POP_DIRECTION}` : text}`;
  }
}
