/**
 * Bytes → text, the encoding named. Order, from proof to evidence: the user's word → byte order mark → UTF-16 by where
 * its NUL bytes stand → strict UTF-8 → an 8-bit Arabic encoding if the letters speak for it. Never a silent U+FFFD.
 */

import { CorpusError } from '../errors.ts';
import { textOfUtf8 } from '../text/units.ts';
import { detectArabicEncoding } from './detect.ts';
import { offHeap } from './off-heap.ts';

/** A decoded file: text without byte order mark, and the WHATWG name of the encoding it was read by. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

const SAMPLE = 4096;

/** Byte offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), or -1. */
export function firstInvalidUtf8(bytes: Uint8Array): number {
  let index = 0;
  while (index < bytes.length) {
    const lead = bytes[index];
    const length =
      lead < 0x80
        ? 1
        : lead >= 0xc2 && lead < 0xe0
          ? 2
          : lead >= 0xe0 && lead < 0xf0
            ? 3
            : lead >= 0xf0 && lead < 0xf5
              ? 4
              : 0;
    if (length === 0 || !isSequence(bytes, index, length)) return index;
    index += length;
  }
  return -1;
}

function isSequence(bytes: Uint8Array, start: number, length: number): boolean {
  if (start + length > bytes.length) return false;
  for (let i = start + 1; i < start + length; i++) if ((bytes[i] & 0xc0) !== 0x80) return false;
  const [lead, second] = [bytes[start], bytes[start + 1]];
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second < 0xa0;
  if (lead === 0xf0) return second >= 0x90;
  return lead !== 0xf4 || second < 0x90;
}

/** `utf-16le` or `utf-16be` when NUL bytes stand on one side of the pairs only and nearly every pair is Arabic or ASCII. */
function utf16ByNuls(bytes: Uint8Array): string | undefined {
  const end = Math.min(bytes.length, SAMPLE) & ~1;
  if (end < 4) return undefined;
  for (const [encoding, high] of [
    ['utf-16le', 1],
    ['utf-16be', 0],
  ] as const) {
    let plausible = 0;
    let crossed = 0;
    for (let i = 0; i < end; i += 2) {
      if (bytes[i + high] === 0 || bytes[i + high] === 6) plausible++;
      if (bytes[i + 1 - high] === 0) crossed++;
    }
    if (crossed === 0 && plausible * 2 >= end * 0.9) return encoding;
  }
  return undefined;
}

function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return undefined;
}

function undecodable(path: string, reason: string, offset: number): CorpusError {
  return new CorpusError(path, 'undecodable', `${reason} (byte ${offset})`, offset);
}

/** The decoder of an encoding's WHATWG label, or undefined where there is none of that name. */
function decoderOf(label: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true });
  } catch {
    return undefined;
  }
}

/** True when `label` names an encoding that can be forced. */
export function isEncoding(label: string): boolean {
  return decoderOf(label) !== undefined;
}

/** UTF-32 begins like UTF-16, or with two NUL bytes: read as either it would be text between NULs. */
function refuseUtf32(bytes: Uint8Array, path: string): void {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0;
  const big = bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff;
  if (little || big) throw new CorpusError(path, 'binary', 'UTF-32 is not read (byte 0)', 0);
}

/** UTF-16 with a NUL among its characters is data of another kind. */
function refuseNulCharacters(decoded: Decoded, path: string, skipped: number): Decoded {
  const nul = decoded.encoding.startsWith('utf-16') ? decoded.text.indexOf('\0') : -1;
  if (nul < 0) return decoded;
  const offset = skipped + nul * 2;
  throw new CorpusError(path, 'binary', `binary data, not text (NUL at byte ${offset})`, offset);
}

function decodeAs(bytes: Uint8Array, label: string, path: string, skipped: number): Decoded {
  const decoder = decoderOf(label);
  if (!decoder) throw new CorpusError(path, 'encoding', `unknown encoding "${label}"`);
  try {
    return refuseNulCharacters({ text: offHeap(decoder.decode(bytes)), encoding: decoder.encoding }, path, skipped);
  } catch (error) {
    if (error instanceof CorpusError) throw error;
    const offset = decoder.encoding === 'utf-8' ? firstInvalidUtf8(bytes) : firstFailure(bytes, label);
    throw undecodable(path, `not ${decoder.encoding}`, skipped + offset);
  }
}

/** Byte offset at which a decoder other than UTF-8 fails, found by halving: the longest prefix that decodes. */
function firstFailure(bytes: Uint8Array, label: string): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      decoderOf(label)!.decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}

/** Fewest bytes beyond ASCII that show a text to be UTF-8: eight letters in any other encoding are never so by chance. */
const UTF8_PROOF = 16;

function isUtf8(bytes: Uint8Array): boolean {
  let high = 0;
  for (let i = 0; i < bytes.length && high < UTF8_PROOF; i++) if (bytes[i] >= 0x80) high++;
  return high === UTF8_PROOF && firstInvalidUtf8(bytes) < 0;
}

/** What is UTF-8 or UTF-16 beyond doubt is not read as something else: many encodings read any bytes, as nonsense. */
function refuseOther(bytes: Uint8Array, label: string, path: string, marked?: string): void {
  const encoding = decoderOf(label)?.encoding ?? label;
  const proved =
    marked ?? (bytes.includes(0) ? utf16ByNuls(bytes) : undefined) ?? (isUtf8(bytes) ? 'utf-8' : undefined);
  if (proved !== undefined && proved !== encoding)
    throw new CorpusError(path, 'undecodable', `${proved} text, not ${encoding} (--encoding)`, 0);
}

function refuseNuls(bytes: Uint8Array, path: string): void {
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new CorpusError(path, 'binary', `binary data, not text (NUL at byte ${nul})`, nul);
}

/**
 * Decodes the bytes of one file or record.
 * @param forced the user's `--encoding`, a WHATWG label; `hint` is what an HTML page says of itself.
 * @throws CorpusError `undecodable` or `binary` with the byte offset, `encoding` for an unknown label
 */
export function decode(bytes: Uint8Array, path: string, forced?: string, hint?: string): Decoded {
  if (!forced) refuseUtf32(bytes, path);
  const mark = byteOrderMark(bytes);
  if (mark && (!forced || decoderOf(forced)?.encoding === mark.encoding))
    return decodeAs(bytes.subarray(mark.length), mark.encoding, path, mark.length);
  if (forced) {
    refuseOther(bytes, forced, path, mark?.encoding);
    return decodeAs(bytes, forced, path, 0);
  }
  const wide = bytes.includes(0) ? utf16ByNuls(bytes) : undefined;
  if (wide) return decodeAs(bytes, wide, path, 0);
  refuseNuls(bytes, path);
  const text = textOfUtf8(bytes);
  if (text !== undefined) return { text, encoding: 'utf-8' };
  const narrow = hint && decoderOf(hint)?.encoding !== 'utf-8' && isEncoding(hint) ? hint : detectArabicEncoding(bytes);
  if (narrow) return decodeAs(bytes, narrow, path, 0);
  throw undecodable(path, 'neither UTF-8 nor a known Arabic encoding', firstInvalidUtf8(bytes));
}
