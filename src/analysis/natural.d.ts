/** The parts of natural that the program bundles or the tests ask: never its root (it loads a database driver). */
declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  export default function JaroWinklerDistance(a: string, b: string, options?: { ignoreCase?: boolean }): number;
}
declare module 'natural/lib/natural/ngrams/ngrams.js' {
  const grams: { ngrams(sequence: readonly string[], n: number): string[][] };
  export default grams;
}
declare module 'natural/lib/natural/tfidf/tfidf.js' {
  export default class TfIdf {
    addDocument(words: readonly string[], key?: string): void;
    idf(term: string): number;
    tfidf(terms: readonly string[], document: number): number;
  }
}
