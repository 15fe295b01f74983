/** `rasid keyness`: which words are more, or less, frequent here than in a reference. */
import { differentOptions } from '../../analysis/diff.ts';
import { compareWords, type ListedWord, type WordList } from '../../analysis/keyness.ts';
import { KeywordCounts } from '../../analysis/keywords.ts';
import { UsageError } from '../../errors.ts';
import type { Row } from '../../report/result.ts';
import { KEYNESS } from '../../report/views/workbench.ts';
import type { WordIndex } from '../../text/word-index.ts';
import type { Command } from '../command.ts';
import { CORPUS_OPTIONS, type Options, WORD_OPTIONS } from '../options.ts';
import { makeResult, topRows } from '../result.ts';
import { exitCodeOf, type Run, readCorpus } from '../run.ts';
import { readSavedResult, type SavedResult, wasCut } from '../saved-result.ts';
import { sortedBy, sortField, warned, wordUnit } from '../term.ts';
import { loadWordIndex } from '../tools.ts';
import { writeResult } from '../write.ts';

const SORTS = ['g2', 'logRatio', 'percentDifference', 'bayesFactor', 'count', 'referenceCount', 'label'] as const;
/** Options of an earlier result that must be ours for a comparison of like with like. */
const COMPARED = [
  'stem',
  'lexicon',
  'by',
  'keepStopWords',
  'stopWords',
  'keepRepeats',
  'keepDuplicates',
  'dropNearDuplicates',
  'languages',
  'split',
];

/** What says that two words are the same: the lemma's id by its commonest form, whatever label each corpus gave it. */
function keyOf(form: string, index: WordIndex, by: 'lemma' | 'surface'): string {
  return by === 'surface' ? form : String(index.lemmaId(index.vocabulary.internWord(form)));
}

async function count(
  paths: readonly string[],
  options: Options,
  index: WordIndex,
): Promise<{ list: WordList; run: Run }> {
  const by = wordUnit(options);
  const counts = new KeywordCounts(index, {
    by,
    keepStopWords: options.keepStopWords ?? false,
    labelForm: options.labelForm,
  });
  const run = await readCorpus(paths, options, {
    vocabulary: index.vocabulary,
    visit: ({ reading }) => counts.add(reading),
  });
  const { words, tokens } = counts.finish();
  const listed = words.map(word => ({ ...word, key: keyOf(word.forms[0].form, index, by) }));
  return { list: { tokens, words: listed, complete: true }, run };
}

function listedWord(row: Row, index: WordIndex, by: 'lemma' | 'surface', file: string): ListedWord {
  const { label, lemma, pos, count, articles, forms } = row;
  const form = (forms as readonly { readonly form?: unknown }[] | undefined)?.[0]?.form;
  if (typeof label !== 'string' || typeof lemma !== 'string' || typeof count !== 'number' || typeof form !== 'string')
    throw new UsageError(`"${file}": its rows are not those of keywords`);
  return {
    key: keyOf(form, index, by),
    label,
    lemma,
    ...(typeof pos === 'string' ? { pos } : {}),
    count,
    articles: typeof articles === 'number' ? articles : 0,
  };
}

function savedList(saved: SavedResult, index: WordIndex, options: Options): WordList {
  const { file, command, corpus, rows } = saved;
  const filtered = ['pos', 'ngrams', 'groupBy'].filter(name => saved.options[name] !== undefined);
  if (command !== 'keywords' || filtered.length > 0)
    throw new UsageError(
      `"${file}" is no plain word list${filtered.length > 0 ? ` (${filtered.join(', ')})` : ''}: make it with keywords --json --top 0`,
    );
  const words = rows.map(row => listedWord(row, index, wordUnit(options), file));
  const { minCount, minArticles } = saved.options;
  const filteredRows = Number(minCount ?? 1) > 1 || Number(minArticles ?? 1) > 1;
  return { tokens: corpus.tokens, words, complete: !wasCut(saved) && !filteredRows };
}

function differences(saved: SavedResult, ours: Row): string[] {
  const pick = (options: Row): Row => Object.fromEntries(COMPARED.map(name => [name, options[name]]));
  const names = differentOptions(pick(saved.options), pick(ours));
  const warnings = names.length > 0 ? [`"${saved.file}" was made with other settings: ${names.join(', ')}`] : [];
  if (wasCut(saved))
    warnings.push(`"${saved.file}" lists ${saved.rows.length} words only; others are left out (make it with --top 0)`);
  return warnings;
}

export const keyness: Command = {
  operands: '[paths...]',
  description:
    'Compares the words of the corpus with a reference: which are more frequent here (positive keywords), which there (negative). The reference is a folder, counted with the same settings, or an earlier result of keywords.',
  options: [...CORPUS_OPTIONS, ...WORD_OPTIONS, 'reference', 'by', 'minCount', 'minArticles', 'only', 'sort'],
  choices: { sort: SORTS, by: ['lemma', 'surface'] },
  defaults: { top: 40, minCount: 3, sort: 'g2' },
  views: [KEYNESS],
  examples: [
    {
      line: 'rasid keyness "fixtures/corpus/water-summit-*.txt" --reference fixtures/corpus --top 15',
      says: 'what the articles on the water summit speak of',
    },
    {
      line: 'rasid keyness "fixtures/corpus/cup-*.txt" --reference "fixtures/corpus/floods-*.txt" --only positive --sort logRatio',
      says: 'football against floods, by effect size',
    },
  ],
  run: async invocation => {
    const { options, operands } = invocation;
    const references = options.reference ?? [];
    if (references.length === 0)
      throw new UsageError('no reference: --reference folder, or a result of keywords --json');
    const field = sortField(options.sort, SORTS);
    const index = await loadWordIndex(options);
    const { list, run } = await count(operands, options, index);
    const probe = makeResult(invocation, run, KEYNESS, []).options;
    const file = references.length === 1 && references[0].endsWith('.json') ? references[0] : undefined;
    const saved = file === undefined ? undefined : readSavedResult(file);
    const other = saved ? undefined : await count(references, options, index);
    const reference = saved ? savedList(saved, index, options) : other!.list;
    const warnings = [...run.warnings, ...warned(saved ? differences(saved, probe) : [], options)];
    const wanted = compareWords(list, reference).filter(
      word =>
        Math.max(word.count, word.referenceCount) >= (options.minCount ?? 1) &&
        (options.minArticles === undefined || word.articles >= options.minArticles) &&
        (options.only === undefined || word.direction === options.only),
    );
    const sorted = field === 'g2' ? wanted : sortedBy(wanted, field);
    const rows = topRows(sorted, options.top).map((word, at) => ({ rank: at + 1, ...word }));
    const errors = [...run.errors, ...(other?.run.errors ?? [])];
    const result = makeResult(invocation, { ...run, errors, warnings }, KEYNESS, rows);
    const facts = { reference: references, referenceTokens: reference.tokens };
    await writeResult({ ...result, options: { ...result.options, ...facts } }, invocation);
    return exitCodeOf({ ...run, errors }, options);
  },
};
