/** Peer: words by a regular expression, the Snowball stemmer of @orama/stemmers on every token, counts in a Map. */
import { stemmer } from '@orama/stemmers/arabic';
import { sampleTexts } from './sample.mjs';

const [folder, share] = process.argv.slice(2);
const terms = new Map();
let document = 0;
for (const text of sampleTexts(folder, Number(share))) {
  document++;
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const stem = stemmer(word);
    let counts = terms.get(stem);
    if (!counts) terms.set(stem, (counts = { tokens: 0, documents: 0, last: 0 }));
    counts.tokens++;
    if (counts.last !== document) {
      counts.last = document;
      counts.documents++;
    }
  }
}
const top = [...terms].sort((left, right) => right[1].tokens - left[1].tokens).slice(0, 20);
process.stdout.write(top.map(([stem, { tokens, documents }]) => `${stem}\t${tokens}\t${documents}\n`).join(''));
