/**
 * Public programs that do the same work, as far as they can. A peer that is not installed says why and is left out.
 * A peer with `sample` is so slow that it gets a share of the corpus; its figures are scaled up.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled } from '../measure.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const JARS = '/usr/share/java';

function luceneJars() {
  if (!existsSync(JARS)) return null;
  const jars = readdirSync(JARS);
  const find = name => jars.find(jar => new RegExp(`^lucene-${name}-8[.\\d]*\\.jar$`).test(jar));
  const found = [find('core'), find('analyzers-common')];
  return found.every(Boolean) ? found.map(jar => join(JARS, jar)).join(':') : null;
}

/** Lucene 8; the serial collector is its fastest in CPU time here, and its smallest. */
function lucene(folder, scratch) {
  const jars = luceneJars();
  if (!jars) return { missing: 'apt-get install liblucene8-java' };
  if (!isInstalled('javac')) return { missing: 'apt-get install default-jdk-headless' };
  const classes = join(scratch, 'lucene-classes');
  mkdirSync(classes, { recursive: true });
  const compiled = spawnSync('javac', ['-d', classes, '-cp', jars, join(HERE, 'LuceneCount.java')], {
    encoding: 'utf8',
  });
  if (compiled.status !== 0) return { missing: `javac: ${compiled.stderr.trim()}` };
  return { command: ['java', '-XX:+UseSerialGC', '-cp', `${jars}:${classes}`, 'LuceneCount', folder] };
}

function wordCount(folder) {
  const script = `find "$1" -name '*.txt' -print0 | wc -w --files0-from=- | tail -n 1`;
  return { command: ['sh', '-c', script, 'sh', folder], environment: { LC_ALL: 'C.UTF-8' } };
}

/** The C implementation of Snowball behind a pipe; counts stems, but not the documents that hold them. */
function stemwords(folder) {
  for (const [program, hint] of [
    ['stemwords', 'libstemmer-tools'],
    ['rg', 'ripgrep'],
    ['mawk', 'mawk'],
  ]) {
    if (!isInstalled(program)) return { missing: `apt-get install ${hint}` };
  }
  const count = `mawk '{ n[$0]++ } END { for (word in n) print n[word], word }' | sort -rn | head -n 20`;
  const script = `rg --no-config -o -I -N '[\\p{L}\\p{M}]+' "$1" | stemwords -l arabic | ${count}`;
  return { command: ['sh', '-c', script, 'sh', folder], environment: { LC_ALL: 'C.UTF-8' } };
}

const script = name => (folder, _scratch, sample) => ({
  command: ['node', join(HERE, name), folder, String(sample)],
});

/** The peers in the order of the table. */
export const PEERS = [
  { name: 'wc -w (no Arabic)', prepare: wordCount },
  { name: 'Lucene ArabicAnalyzer', prepare: lucene },
  { name: 'ripgrep, stemwords, mawk', prepare: stemwords },
  { name: '@orama/stemmers', sample: 0.1, prepare: script('orama.mjs') },
  { name: 'natural (TfIdf, no stemmer)', sample: 0.1, prepare: script('natural.mjs') },
];
