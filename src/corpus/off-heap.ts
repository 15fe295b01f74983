/** Strings of more units than this are made outside the heap by Node (`EXTERN_APEX`), shorter ones never. */
const LARGE = 1 << 20;

/**
 * The same text in memory outside the heap, where it is long. The collector lets the heap grow to a multiple of what lives
 * in it, so that a text of 100 MB inside would cost several times its size.
 */
export function offHeap(text: string): string {
  return text.length < LARGE ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
