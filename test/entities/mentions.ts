/** Mentions of one text, as the tables write them. */
import type { Article } from '../../src/article/article.ts';
import { Reader, type Reading } from '../../src/article/reading.ts';
import { MentionFinder } from '../../src/entities/find.ts';
import { lexiconHooks } from '../../src/entities/lexicon-hooks.ts';
import type { Mention } from '../../src/entities/mention.ts';
import { loadGazetteer } from '../../src/lexicon/gazetteer.ts';
import { readDataBytes } from '../../src/lexicon/load.ts';
import { WordTable } from '../../src/lexicon/word-table.ts';
import { Lemmatiser } from '../../src/text/lemmatise.ts';
import { Vocabulary } from '../../src/text/vocabulary.ts';

export const vocabulary = new Vocabulary();
const gazetteer = loadGazetteer();
export const hooks = lexiconHooks(new Lemmatiser(new WordTable(readDataBytes('words.bin'))), vocabulary);
const finder = new MentionFinder(vocabulary, gazetteer, hooks);

/** A body of one part; a text with « || » has a title before it. */
export function readingOf(text: string, published = '', words: Vocabulary = vocabulary): Reading {
  const [first, second] = text.split(' || ');
  const parts = (second === undefined ? [first] : [first, second]).map((piece, index) => ({
    part: second !== undefined && index === 0 ? ('title' as const) : ('body' as const),
    text: piece,
    start: 0,
    end: piece.length,
    line: 1,
    rule: 'test',
  }));
  const article = {
    id: 'a',
    path: 'a',
    line: 1,
    kind: 'main',
    parts,
    tags: [],
    language: 'ar',
    ...(published === '' ? {} : { published: { date: published, basis: 'record' } }),
  };
  return new Reader(words).read(article as unknown as Article);
}

export function mentionsOf(text: string, published = ''): Mention[] {
  return finder.find(readingOf(text, published));
}

/** `type:id:kind:surface`; a minister also has its rank and flags, when they are not the usual ones, before the surface. */
export function shown(mention: Mention): string {
  const { type, id, kind, surface } = mention;
  if (mention.type !== 'minister') return `${type}:${id}:${kind}:${surface}`;
  const { office, country, rank, former, acting, group, person } = mention;
  const marks = [rank === 'minister' ? '' : rank, former ? 'former' : '', acting ? 'acting' : '', group ? 'group' : ''];
  const extra = marks.filter(mark => mark !== '').map(mark => `[${mark}]`);
  return `minister:${office}:${country ?? '-'}:${person?.id ?? person?.name ?? '-'}:${kind}${extra.join('')}:${surface}`;
}
