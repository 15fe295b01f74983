import { describe, expect, test } from 'vitest';
import { decode, firstInvalidUtf8 } from '../../src/corpus/decode.ts';
import type { CorpusError } from '../../src/errors.ts';

const TEXT = 'أعلنت الوزارة أن الاجتماع المقبل سيعقد في العاصمة، وأكد الوزير مشاركة جميع الأطراف في المباحثات.\n';
/** The same words in windows-1256 and ISO-8859-6, letter by letter through Node's own tables turned round. */
function encodeAs(text: string, encoding: string): Buffer {
  const decoder = new TextDecoder(encoding);
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Buffer.from([...text].map(character => table.get(character) ?? 0x3f));
}

function failure(bytes: Uint8Array, forced?: string): CorpusError {
  try {
    decode(bytes, 'x', forced);
  } catch (error) {
    return error as CorpusError;
  }
  throw new Error('decoded');
}

describe('decode', () => {
  test('UTF-8, with and without byte order mark', () => {
    expect(decode(Buffer.from(TEXT), 'x')).toEqual({ text: TEXT, encoding: 'utf-8' });
    expect(decode(Buffer.from(`\ufeff${TEXT}`), 'x')).toEqual({ text: TEXT, encoding: 'utf-8' });
  });

  test.each(['windows-1256', 'iso-8859-6'])('%s by its letters', encoding => {
    expect(decode(encodeAs(TEXT, encoding), 'x')).toEqual({ text: TEXT, encoding });
  });

  test.each([
    [Buffer.from(TEXT), 'windows-1256', 'utf-8'],
    [Buffer.from(TEXT), 'utf-16le', 'utf-8'],
    [Buffer.from(TEXT, 'utf16le'), 'utf-16be', 'utf-16le'],
    [Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'utf-16be', 'utf-16le'],
    [Buffer.from(`\ufeff${TEXT}`), 'windows-1256', 'utf-8'],
  ])('what is of another encoding beyond doubt is not read as the forced one', (bytes, forced, proved) => {
    expect(failure(bytes, forced).message).toContain(`${proved} text, not ${forced}`);
  });

  test('a forced encoding is taken where nothing proves another', () => {
    expect(decode(encodeAs(TEXT, 'iso-8859-6'), 'x', 'windows-1256').encoding).toBe('windows-1256');
    expect(decode(Buffer.from('été'), 'x', 'windows-1252').encoding).toBe('windows-1252');
  });

  test('an empty file is an empty text', () => {
    expect(decode(Buffer.alloc(0), 'x')).toEqual({ text: '', encoding: 'utf-8' });
  });

  test('UTF-16 by mark and by NUL bytes, both ends', () => {
    const little = Buffer.from(TEXT, 'utf16le');
    const big = Buffer.from(little).swap16();
    expect(decode(Buffer.concat([Buffer.from([0xff, 0xfe]), little]), 'x')).toEqual({
      text: TEXT,
      encoding: 'utf-16le',
    });
    expect(decode(Buffer.concat([Buffer.from([0xfe, 0xff]), big]), 'x')).toEqual({ text: TEXT, encoding: 'utf-16be' });
    expect(decode(little, 'x')).toEqual({ text: TEXT, encoding: 'utf-16le' });
    expect(decode(big, 'x')).toEqual({ text: TEXT, encoding: 'utf-16be' });
  });

  test('UTF-16 of odd length is cut', () => {
    expect(failure(Buffer.from(`\ufeff${TEXT}`, 'utf16le').subarray(0, -1)).code).toBe('undecodable');
  });

  test('text that holds the replacement character itself keeps it', () => {
    expect(decode(Buffer.from('نص \ufffd مكسور'), 'x').text).toBe('نص \ufffd مكسور');
  });

  test.each([
    ['a lone lead byte', [0x61, 0xd9], 1],
    ['a lone continuation', [0x61, 0x62, 0x85], 2],
    ['an overlong form', [0xc0, 0xaf], 0],
    ['a surrogate', [0x61, 0xed, 0xa0, 0x80], 1],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80], 0],
    ['a cut sequence', [0xd9, 0x85, 0xe2, 0x80], 2],
  ])('%s is named by its byte', (_name, bytes, offset) => {
    expect(firstInvalidUtf8(Uint8Array.from(bytes))).toBe(offset);
    expect(failure(Uint8Array.from(bytes))).toMatchObject({ code: 'undecodable', offset });
  });

  test('well-formed UTF-8 of all lengths has no invalid byte', () => {
    expect(firstInvalidUtf8(Buffer.from('a م € 😀'))).toBe(-1);
  });

  test('few Arabic-looking bytes in a Latin text are no evidence', () => {
    expect(failure(Buffer.from('caf\xe9 cr\xe8me na\xefve', 'latin1')).code).toBe('undecodable');
  });

  test('Cyrillic of windows-1251 is not taken for Arabic', () => {
    const bytes = encodeAs('Министр обороны заявил о готовности к переговорам на следующей неделе', 'windows-1251');
    expect(failure(bytes).code).toBe('undecodable');
  });

  test('a forced encoding is obeyed, its failure named', () => {
    expect(decode(encodeAs('نعم', 'windows-1256'), 'x', 'windows-1256').text).toBe('نعم');
    expect(failure(Buffer.from([0x61, 0xff]), 'utf-8')).toMatchObject({ code: 'undecodable', offset: 1 });
    expect(failure(Buffer.from('a'), 'no-such-encoding').code).toBe('encoding');
  });

  test('NUL bytes that are no UTF-16 are binary', () => {
    expect(failure(Buffer.from([0x61, 0x62, 0x63, 0x64, 0, 1, 2, 3, 0x61, 0x62]))).toMatchObject({
      code: 'binary',
      offset: 4,
    });
  });
});
