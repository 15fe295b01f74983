/**
 * Peer: the TfIdf class of natural over its RegexpTokenizer, by deep import (its root loads everything and costs
 * almost a second). natural has no Arabic stemmer, so it counts word forms.
 */
import { createRequire } from 'node:module';
import { sampleTexts } from './sample.mjs';

const require = createRequire(import.meta.url);
const TfIdf = require('natural/lib/natural/tfidf/tfidf.js');
const { RegexpTokenizer } = require('natural/lib/natural/tokenizers/regexp_tokenizer.js');

const [folder, share] = process.argv.slice(2);
const tokenizer = new RegexpTokenizer({ pattern: /[^\p{L}\p{M}]+/u });
const frequencies = new TfIdf();
for (const text of sampleTexts(folder, Number(share))) frequencies.addDocument(tokenizer.tokenize(text));
const counts = new Map();
for (const document of frequencies.documents) {
  for (const [term, count] of Object.entries(document)) {
    if (typeof count === 'number') counts.set(term, (counts.get(term) ?? 0) + count);
  }
}
const top = [...counts].sort((left, right) => right[1] - left[1]).slice(0, 20);
process.stdout.write(top.map(([term, count]) => `${term}\t${count}\n`).join(''));
