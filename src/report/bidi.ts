/**
 * Text for a person's eyes. A headline from a crawler may hold terminal escapes and direction overrides; none of them
 * reaches a terminal raw. And Arabic in a grid needs help where a terminal reorders whole lines.
 */

const LRM = '\u200e';

/** Marks, tatweel and zero-width characters: nothing a table needs, and cli-table3 miscounts them. */
const UNSEEN =
  /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640\u200b-\u200f\u061c\u00ad\u2060\ufeff]/gu;

/** C0, DEL, C1, bidi controls and isolates, deprecated format characters, line and paragraph separators, tags. */
const HARMFUL = /[\p{Cc}\u202a-\u202e\u2066-\u206f\u2028\u2029\u{e0000}-\u{e007f}]/gu;

/** A character by its number: `<U+202E>`. */
export function codePointName(character: string): string {
  return `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** {@link HARMFUL} without the line ends and tabs that a quoted cell may hold; a bare CR would write over the line. */
const HARMFUL_IN_CELL = /(?!\t|\r?\n)[\p{Cc}\u202a-\u202e\u2066-\u206f\u2028\u2029\u{e0000}-\u{e007f}]/gu;

/** Harmful characters made visible; line ends and tabs stay. For formats that can quote them. */
export function escapeInCell(text: string): string {
  return text.replace(HARMFUL_IN_CELL, codePointName);
}

/** Harmful characters made visible as `<U+202E>`; line ends and tabs become spaces. For every human sink. */
export function escapeControls(text: string): string {
  return text.replace(/[\t\r\n]+/gu, ' ').replace(HARMFUL, codePointName);
}

/** A name or key may be as long as the file that it is from: its beginning says enough. */
const LONGEST_MESSAGE = 5000;

/** One line of a warning or error, escaped and at most 5,000 characters long. */
export function messageLine(text: string): string {
  return clipped(escapeControls(text.slice(0, LONGEST_MESSAGE + 1)), LONGEST_MESSAGE);
}

/** {@link escapeControls} without the signs that only cost width. For table cells. */
export function displayText(text: string): string {
  return escapeControls(text.replace(UNSEEN, '')).trim();
}

/** `auto` guards Arabic columns on a terminal when there are several; `lrm` always; `none` never. */
export type BidiMode = 'auto' | 'lrm' | 'none';

/** A cell with LRM on both sides, so that terminals which reorder a whole line keep the columns in their places. */
export function guarded(cell: string): string {
  return `${LRM}${cell}${LRM}`;
}

/** What takes no column in display text. */
const NO_WIDTH = /[\u200e\p{M}]/gu;

/** Number of columns a text takes, counted by grapheme: display text holds no marks, so this is exact for Arabic. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const _ of text.replace(NO_WIDTH, '')) width++;
  return width;
}

/** `text` cut to `width` columns, with an ellipsis where something is lost. */
export function clipped(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, width - 1).join('')}…`;
}

/** Like {@link clipped}, but the end is kept: of a path the file's name, of a context the words next to the match. */
export function clippedBefore(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `…${characters.slice(characters.length - width + 1).join('')}`;
}
