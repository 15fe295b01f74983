/**
 * Where the elements of a JSON array stand, without parsing them: so that one broken element does not cost the others,
 * and each record knows its line.
 */

export interface JsonElement {
  readonly start: number;
  readonly end: number;
  /** 1-based line on which the element begins. */
  readonly line: number;
}

/** The array itself is broken: not closed, or something stands before or after it. */
export interface BrokenArray {
  readonly line: number;
  readonly reason: string;
}

const SPACE: ReadonlySet<string> = new Set([' ', '\t', '\r', '\n']);

/** Offset after the string that begins at `start`. */
function afterString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i + 1;
  }
  return text.length;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && SPACE.has(text[at])) at++;
  return at;
}

/** Offset at which the value that begins at `start` ends: the next `,` or `]` that is not inside it. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const sign = text[at];
    if (sign === '"') {
      at = afterString(text, at);
      continue;
    }
    if (depth === 0 && (sign === ',' || sign === ']')) return at;
    if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    at++;
  }
  return at;
}

/**
 * The elements of the array that `text` holds, one at a time (there may be millions), and at the end what is wrong with
 * the array, if anything. A text that is one object counts as an array of one.
 */
export function* jsonElements(text: string): Generator<JsonElement, BrokenArray | undefined> {
  let line = 1;
  let lf = text.indexOf('\n');
  const lineOf = (offset: number): number => {
    for (; lf >= 0 && lf < offset; lf = text.indexOf('\n', lf + 1)) line++;
    return line;
  };
  let at = skipSpace(text, 0);
  if (text[at] === '{') {
    yield { start: at, end: text.length, line: lineOf(at) };
    return undefined;
  }
  if (text[at] !== '[') return { line: lineOf(at), reason: 'no JSON array of records' };
  at = skipSpace(text, at + 1);
  const behind = (close: number): BrokenArray | undefined => {
    const next = skipSpace(text, close + 1);
    return next < text.length ? { line: lineOf(next), reason: 'something stands behind the JSON array' } : undefined;
  };
  if (text[at] === ']') return behind(at);
  while (at < text.length) {
    const end = endOfValue(text, at);
    yield { start: at, end, line: lineOf(at) };
    if (text[end] === ']') return behind(end);
    at = skipSpace(text, end + 1);
  }
  return { line: lineOf(text.length), reason: 'JSON array is not closed' };
}
