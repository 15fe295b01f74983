/**
 * Which 8-bit Arabic encoding, if any: windows-1256 or ISO-8859-6. The two share the letters ء to ض; after that the
 * same bytes mean other letters, so the frequent letters decide.
 *
 * Weights are coarse on purpose (3 very frequent, 2 frequent, 1 ordinary, 0 rare) and stand for what every table of
 * Arabic letter frequencies agrees on: alef, lam, yeh, meem, waw, noon lead; zah, ghain, thal, theh, dad trail.
 */
const FREQUENCY: ReadonlyMap<string, number> = new Map([
  ...pairs('\u0627\u0644\u064a\u0645\u0648\u0646', 3), // ا ل ي م و ن
  ...pairs('\u0631\u062a\u0628\u0629\u0639\u062f\u0633\u0641\u0647\u0643\u0642\u0623\u062d', 2), // ر ت ب ة ع د س ف ه ك ق أ ح
  ...pairs('\u062c\u0634\u0635\u062e\u0637\u0649\u0625\u0621\u0626\u0632\u0636\u0630\u062b\u063a', 1),
]);

const CANDIDATES = ['windows-1256', 'iso-8859-6'] as const;
/** Bytes looked at: enough for letter statistics, little enough to cost nothing. */
const SAMPLE = 1 << 16;

function pairs(letters: string, weight: number): [string, number][] {
  return [...letters].map(letter => [letter, weight]);
}

/** Weight of each byte value under an encoding: -1 for a high byte that is no Arabic letter, undefined for ASCII. */
function weightsOf(encoding: string): Int8Array {
  const decoder = new TextDecoder(encoding);
  const weights = new Int8Array(256);
  for (let byte = 0x80; byte < 256; byte++) {
    const character = decoder.decode(Uint8Array.of(byte));
    const isLetter = character >= '\u0621' && character <= '\u064a' && character !== '\u0640';
    weights[byte] = isLetter ? (FREQUENCY.get(character) ?? 0) : -1;
  }
  return weights;
}

/** How the bytes look under an encoding. */
interface Evidence {
  readonly letters: number;
  readonly strangers: number;
  readonly runs: number;
  /** Mean weight of the letters. */
  readonly weight: number;
}

function weigh(bytes: Uint8Array, weights: Int8Array): Evidence {
  let [letters, strangers, runs, sum] = [0, 0, 0, 0];
  let inside = false;
  for (const byte of bytes) {
    const letter = byte >= 0x80 && weights[byte] >= 0;
    if (letter) {
      letters++;
      sum += weights[byte];
      if (!inside) runs++;
    } else if (byte >= 0x80 && !isTolerated(byte)) strangers++;
    inside = letter;
  }
  return { letters, strangers, runs, weight: letters ? sum / letters : 0 };
}

/** Marks, tatweel, quotes and the Arabic comma: neither letters nor a reason to doubt. */
function isTolerated(byte: number): boolean {
  return byte < 0xc0 || byte >= 0xeb || byte === 0xdc || byte === 0xe0;
}

/**
 * The WHATWG name of the encoding, or undefined without evidence: too few letters, letters that stand alone (accents of
 * a Latin text), too many bytes that are no Arabic letter, or letters spread as in no Arabic text.
 */
export function detectArabicEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  let best: string | undefined;
  let bestWeight = 1.6;
  for (const encoding of CANDIDATES) {
    const { letters, strangers, runs, weight } = weigh(sample, weightsOf(encoding));
    if (letters < 12 || letters < runs * 2.5 || strangers * 20 > letters) continue;
    if (weight > bestWeight) [best, bestWeight] = [encoding, weight];
  }
  return best;
}
