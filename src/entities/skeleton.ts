/**
 * The consonants of a name by which its spellings meet: ستولتنبرغ and ستولتنبرج, بلينكن and بلنكن. Letters that writers
 * choose between for one foreign sound are one letter; long vowels inside the name are dropped.
 */
const SAME_SOUND: ReadonlyMap<string, string> = new Map([
  ['ج', 'ك'],
  ['غ', 'ك'],
  ['ق', 'ك'],
  ['ڤ', 'ف'],
  ['ط', 'ت'],
  ['ث', 'ت'],
  ['ص', 'س'],
  ['ظ', 'ز'],
  ['ذ', 'د'],
  ['ض', 'د'],
  ['ة', 'ه'],
  ['ئ', ''],
  ['ؤ', ''],
  ['ء', ''],
  ['ا', ''],
  ['و', ''],
  ['ي', ''],
]);

/** Skeleton of one word key; the article and a vowel at the beginning are kept as one sign. */
export function skeleton(key: string): string {
  const bare = key.startsWith('ال') && key.length > 4 ? key.slice(2) : key;
  let consonants = '';
  for (const letter of bare) {
    const sound = SAME_SOUND.get(letter) ?? letter;
    if (sound !== '' && !consonants.endsWith(sound)) consonants += sound;
  }
  return ('اوي'.includes(bare[0]) ? '*' : '') + consonants;
}

/** Shortest skeleton that tells names apart. */
export const SHORTEST_SKELETON = 3;

/** True when two words may be spellings of one name. */
export function sameName(a: string, b: string): boolean {
  if (a === b) return true;
  const [first, second] = [skeleton(a), skeleton(b)];
  return first === second && first.length >= SHORTEST_SKELETON && Math.abs(a.length - b.length) <= 2;
}
