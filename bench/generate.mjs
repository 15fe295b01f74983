/**
 * Makes a folder of article pages: the same bytes for the same arguments and the same lexicon.
 *
 *     node bench/generate.mjs --mb 50 --files 9000 --seed 1 --out DIR
 *
 * `DIR/pages/*.txt` are the pages, `DIR/manifest.json` says what was planted into the parts that are counted by default.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { avoidedWords } from './corpus/avoid.mjs';
import { Ledger } from './corpus/ledger.mjs';
import { writePage } from './corpus/page.mjs';
import { mix, Random } from './corpus/random.mjs';
import { WordMaker } from './corpus/words.mjs';

const DATA = fileURLToPath(new URL('../src/data', import.meta.url));

/**
 * Pages one by one with the ledger that counts them. `mb` is in millions of bytes and is met to within one page.
 *
 * @returns {Generator<string>} the text of each page
 */
export function* pages({ mb, files, seed, ledger }) {
  const words = new WordMaker(`${DATA}/words.tsv`, avoidedWords(DATA));
  let left = mb * 1e6;
  for (let index = 0; index < files; index++) {
    const random = new Random(mix(seed * 0x9e3779b1) + index);
    const mean = Math.max(600, left / (files - index));
    const page = writePage({
      words,
      random,
      ledger,
      seed,
      bytes: mean * (index === files - 1 ? 1 : 0.4 + 1.2 * random.unit()),
    });
    left -= Buffer.byteLength(page);
    yield page;
  }
}

/** Writes a corpus into `out` and returns its manifest. */
export function generate({ mb, files, seed = 1, out }) {
  const folder = join(out, 'pages');
  mkdirSync(folder, { recursive: true });
  const ledger = new Ledger();
  let bytes = 0;
  let index = 0;
  for (const page of pages({ mb, files, seed, ledger })) {
    const buffer = Buffer.from(page);
    bytes += buffer.length;
    writeFileSync(join(folder, `${String(index++).padStart(6, '0')}.txt`), buffer);
  }
  const manifest = { schema: 'bench-manifest/1', mb, files, seed, bytes, ...ledger.totals() };
  writeFileSync(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
  return manifest;
}

function main() {
  const { values } = parseArgs({
    options: {
      mb: { type: 'string', default: '50' },
      files: { type: 'string' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
    },
  });
  if (!values.out) {
    process.stderr.write('usage: node bench/generate.mjs --out DIR [--mb 50] [--files 9000] [--seed 1]\n');
    process.exitCode = 2;
    return;
  }
  const mb = Number(values.mb);
  const files = values.files === undefined ? Math.round(mb * 180) : Number(values.files);
  const { bytes, articles, words } = generate({ mb, files, seed: Number(values.seed), out: values.out });
  process.stdout.write(`${files} files, ${bytes} bytes, ${articles} articles, ${words} words in main articles\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
