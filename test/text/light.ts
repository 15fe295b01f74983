/** The lemmatiser over the lexicon as it stands in src/data, for tests. */
import { readFileSync } from 'node:fs';
import { compileWords, WordTable } from '../../src/lexicon/word-table.ts';
import { Lemmatiser } from '../../src/text/lemmatise.ts';
import { orthographicForm } from '../../src/text/normalise.ts';
import { parseStopWords, StopWords } from '../../src/text/stop-words.ts';

const data = (name: string): string => readFileSync(new URL(`../../src/data/${name}`, import.meta.url), 'utf8');

export const light = new Lemmatiser(new WordTable(compileWords(data('words.tsv'), 'words.tsv')));
export const stopWords = new StopWords(parseStopWords(data('stopwords.txt')));

/** Lemma of a word as written. */
export function lemmaOf(word: string): string {
  return light.analyse(orthographicForm(word)).lemma;
}

/** The readings of a word in a line, for the message of a failing test. */
export function readingsOf(word: string): string {
  const readings = light.readings(orthographicForm(word)).sort((a, b) => a.cost - b.cost);
  return readings.map(({ lemma, pos, cost }) => `${lemma}/${pos} ${cost}`).join(', ') || 'no reading';
}
