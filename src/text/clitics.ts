/**
 * Proclitic readings of one word: the ways in which و ف ب ك ل and the article may stand before it. Readings are offers
 * in order of trust, the whole word first; the lexicon or the gazetteer decides which is attested. The whole word comes
 * first because «وزير», «والد», «بلجيكا» begin with letters that look like clitics.
 */
const ARTICLE = '\u0627\u0644'; // ALEF LAM
const LAM = '\u0644';
const CONJUNCTIONS = '\u0648\u0641'; // WAW FEH
const PREPOSITIONS = '\u0628\u0643\u0644'; // BEH KAF LAM

/** One way to read a word as clitics + rest. */
export interface ProcliticReading {
  /** Letters of the word that are clitics (the elided alef of لل is not counted: it is not written). */
  readonly skip: number;
  /** What remains, the article restored: «للناتو» → «الناتو». */
  readonly rest: string;
  /** The clitics in order, such as `و`, `ب`, `ول`. */
  readonly clitics: string;
}

function readingsAfter(word: string, skip: number, clitics: string, into: ProcliticReading[]): void {
  const first = word[skip];
  if (word.length - skip < 3 || !PREPOSITIONS.includes(first)) return;
  if (first === LAM && word[skip + 1] === LAM) {
    const stem = word.slice(skip + 2);
    into.push({ skip: skip + 2, rest: ARTICLE + stem, clitics: clitics + LAM }); // للناتو = ل + الناتو
    into.push({ skip: skip + 1, rest: word.slice(skip + 1), clitics: clitics + LAM }); // للبنان = ل + لبنان
    into.push({ skip: skip + 1, rest: ARTICLE + word.slice(skip + 1), clitics: clitics + LAM }); // للجنة = ل + اللجنة
    return;
  }
  into.push({ skip: skip + 1, rest: word.slice(skip + 1), clitics: clitics + first });
}

/**
 * All proclitic readings of `word` (a form or a key), the whole word first, then one clitic, then two. Nothing shorter
 * than two letters is left over. The article is not taken off: «والعراق» gives «العراق».
 */
export function procliticReadings(word: string): ProcliticReading[] {
  const readings: ProcliticReading[] = [{ skip: 0, rest: word, clitics: '' }];
  readingsAfter(word, 0, '', readings);
  if (word.length >= 3 && CONJUNCTIONS.includes(word[0])) {
    readings.push({ skip: 1, rest: word.slice(1), clitics: word[0] });
    readingsAfter(word, 1, word[0], readings);
  }
  return readings;
}
