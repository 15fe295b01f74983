/**
 * The UTF-16 units of a text as an array. Asking a string for its units one by one costs a look at the string's kind each
 * time; one copy into an array, made when the text changes, makes scanning twice as fast. A text that comes as UTF-8 is
 * decoded into the array first and its string made of that, which takes half the time of `TextDecoder`.
 */
let units = new Uint16Array(1 << 15);
let bytes = Buffer.from(units.buffer);
let copied = '';

/** Units of a line, a headline: their copy has a place of its own while a longer text is read. */
const SHORT = 1 << 12;
const shortUnits = new Uint16Array(SHORT);
const shortBytes = Buffer.from(shortUnits.buffer);

function reserve(length: number): void {
  if (length <= units.length) return;
  units = new Uint16Array(length + (length >> 2));
  bytes = Buffer.from(units.buffer);
}

/** All units of `text`, at their offsets. Valid until the next call with another text; cells behind its end mean nothing. */
export function unitsOf(text: string): Uint16Array {
  if (text === copied) return units;
  // A page of dates asks for each of its lines in turn with the page: copying that again and again is a square of its length.
  if (text.length <= SHORT && copied.length > SHORT) {
    shortBytes.write(text, 0, 'utf16le');
    return shortUnits;
  }
  reserve(text.length);
  bytes.write(text, 0, 'utf16le');
  copied = text;
  return units;
}

/** The text of `utf8`, its units at hand; undefined where the bytes are not well-formed UTF-8 (Unicode 15, table 3-7). */
export function textOfUtf8(utf8: Uint8Array): string | undefined {
  reserve(utf8.length);
  copied = '';
  const count = decodeInto(units, utf8);
  if (count < 0) return undefined;
  copied = bytes.toString('utf16le', 0, count * 2);
  return copied;
}

/** Writes the units of `utf8` into `target` and gives their number, -1 where the bytes are not well-formed. */
function decodeInto(target: Uint16Array, utf8: Uint8Array): number {
  const { length } = utf8;
  let count = 0;
  let at = 0;
  while (at < length) {
    const lead = utf8[at++];
    if (lead < 0x80) {
      target[count++] = lead;
      continue;
    }
    if (lead < 0xc2 || at === length) return -1;
    const second = utf8[at++];
    if ((second & 0xc0) !== 0x80) return -1;
    if (lead < 0xe0) {
      target[count++] = ((lead & 0x1f) << 6) | (second & 0x3f);
      continue;
    }
    if (at === length) return -1;
    const third = utf8[at++];
    if ((third & 0xc0) !== 0x80) return -1;
    const high = ((lead & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
    if (lead < 0xf0) {
      // Neither an overlong form nor half of a surrogate pair.
      if (high < 0x800 || (high >= 0xd800 && high < 0xe000)) return -1;
      target[count++] = high;
      continue;
    }
    if (lead > 0xf4 || at === length) return -1;
    const fourth = utf8[at++];
    const codePoint = ((lead & 0x07) << 18) | ((high & 0xfff) << 6) | (fourth & 0x3f);
    if ((fourth & 0xc0) !== 0x80 || codePoint < 0x10000 || codePoint > 0x10ffff) return -1;
    target[count++] = 0xd7c0 + (codePoint >> 10);
    target[count++] = 0xdc00 | (codePoint & 0x3ff);
  }
  return count;
}
