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

function withoutArticle(key: string): string {
  return key.startsWith('ال') && key.length > 4 ? key.slice(2) : key;
}

function sound(letter: string): string {
  return SAME_SOUND.get(letter) ?? letter;
}

/** Skeleton of one word key, without the article; a vowel at the beginning or the end is kept as a sign. */
export function skeleton(key: string): string {
  const bare = withoutArticle(key);
  let consonants = '';
  for (const letter of bare)
    if (sound(letter) !== '' && !consonants.endsWith(sound(letter))) consonants += sound(letter);
  return (VOWELS.includes(bare[0]) ? '*' : '') + consonants + (VOWELS.includes(bare[bare.length - 1]) ? '*' : '');
}

const VOWELS = 'اوي';
/** Shortest skeleton that tells names apart. */
const SHORTEST_SKELETON = 3;

/** True when two words may be spellings of one name. */
export function sameName(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 2) return false;
  const spelled = (key: string): string => Array.from(withoutArticle(key), letter => sound(letter) || letter).join('');
  if (a.length > 2 && spelled(a) === spelled(b)) return true;
  const first = skeleton(a);
  return first.replaceAll('*', '').length >= SHORTEST_SKELETON && first === skeleton(b);
}
