import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfUtf8, unitsOf } from '../../src/text/units.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

const unitCodes = (text: string): number[] => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

describe('textOfUtf8', () => {
  /** Bytes at which the rules of UTF-8 change. */
  const edges = [0x41, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xd9, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff];

  it('takes and refuses what TextDecoder takes and refuses', () => {
    const bytes = fc.array(fc.oneof(fc.constantFrom(...edges), fc.integer({ min: 0, max: 255 })), { maxLength: 8 });
    fc.assert(
      fc.property(bytes, list => {
        expect(textOfUtf8(Uint8Array.from(list))).toBe(decoded(Uint8Array.from(list)));
      }),
      { numRuns: 5000 },
    );
  });

  it('leaves the units of the text at hand', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const read = textOfUtf8(Buffer.from(text))!;
        expect(read).toBe(text);
        expect([...unitsOf(read).subarray(0, text.length)]).toEqual(unitCodes(text));
      }),
    );
  });

  it('leaves no units of bytes that it refuses', () => {
    const text = 'وزير';
    unitsOf(text);
    expect(textOfUtf8(Uint8Array.of(0x41, 0x42, 0xff))).toBeUndefined();
    expect([...unitsOf(text).subarray(0, text.length)]).toEqual(unitCodes(text));
  });
});
