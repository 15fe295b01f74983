/** A sentence cut to the width of a column so that the words that matter stay in sight. */
import { clipped, displayText } from './bidi.ts';

const ELLIPSIS = '\u2026';
/** Share of the room around the words that goes to what stands before them: that is where a sentence says what happened. */
const BEFORE = 0.6;

/** `text` in at most `width` characters, cut at words; `part` of it is shown, the beginning where both fit. */
export function excerptAround(text: string, part: string, width: number): string {
  const shown = displayText(text);
  const at = shown.indexOf(displayText(part));
  const end = at + displayText(part).length;
  if (shown.length <= width || at < 0 || end < width) return clippedAtWord(shown, width);
  const room = width - (end - at) - 2;
  if (room <= 0) return clipped(displayText(part), width);
  const from = Math.max(0, Math.min(at - Math.floor(room * BEFORE), shown.length - width + 1));
  const space = shown.indexOf(' ', from);
  const start = space >= 0 && space < at ? space + 1 : at;
  return `${ELLIPSIS}${clippedAtWord(shown.slice(start), width - 1)}`;
}

/** {@link clipped}, without half a word at the end. */
function clippedAtWord(text: string, width: number): string {
  if (text.length <= width) return text;
  const space = text.lastIndexOf(' ', width - 1);
  return space <= 0 ? clipped(text, width) : `${text.slice(0, space)}${ELLIPSIS}`;
}
