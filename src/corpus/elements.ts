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

export interface JsonElements {
  readonly items: JsonElement[];
  /** The array itself is broken: not closed, or something stands before or after it. */
  readonly broken?: { readonly line: number; readonly reason: string };
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

/** The elements of the array that `text` holds; a text that is one object counts as an array of one. */
export function jsonElements(text: string): JsonElements {
  const items: JsonElement[] = [];
  let line = 1;
  let counted = 0;
  const lineOf = (offset: number): number => {
    for (let lf = text.indexOf('\n', counted); lf >= 0 && lf < offset; lf = text.indexOf('\n', lf + 1)) line++;
    counted = offset;
    return line;
  };
  let at = skipSpace(text, 0);
  if (text[at] === '{') return { items: [{ start: at, end: text.length, line: lineOf(at) }] };
  if (text[at] !== '[') return { items, broken: { line: lineOf(at), reason: 'no JSON array of records' } };
  at = skipSpace(text, at + 1);
  if (text[at] === ']') return { items };
  while (at < text.length) {
    const end = endOfValue(text, at);
    items.push({ start: at, end, line: lineOf(at) });
    if (text[end] === ']') return { items };
    at = skipSpace(text, end + 1);
  }
  return { items, broken: { line: lineOf(text.length), reason: 'JSON array is not closed' } };
}
