/** The library gives what the commands print, silently, and refuses what they refuse. */
import { describe, expect, it } from 'vitest';
import { entities, keyness, keywords, LexiconError, readArticles, timeline, UsageError } from '../src/index.ts';
import { rasid } from './support/program.ts';

const CORPUS = 'fixtures/corpus';
const printed = (...args: string[]) => JSON.parse(rasid([...args, '--json']).stdout) as { rows: unknown[] };

describe('the library', () => {
  it('counts keywords as the command does', async () => {
    const { rows, corpus } = await keywords(CORPUS, { pos: ['noun'], minCount: 5, top: 10, parts: ['title', 'body'] });
    expect(rows).toEqual(
      printed('keywords', CORPUS, '--pos', 'NOUN', '--min-count', '5', '--top', '10', '--parts', 'title,body').rows,
    );
    expect(corpus.articles).toBe(42);
  });
  it('counts entities and events as the commands do', async () => {
    expect((await entities([CORPUS], { type: ['alliance'] })).rows).toEqual(
      printed('entities', CORPUS, '--type', 'alliance').rows,
    );
    expect((await timeline(CORPUS, { limit: 5 })).rows).toEqual(printed('timeline', CORPUS, '--limit', '5').rows);
  });
  it('gives articles with their text and parts', async () => {
    const { articles } = await readArticles(`${CORPUS}/nato-riga-ministers.txt`, { parts: 'all' });
    expect(articles.map(({ id, kind, published }) => [id, kind, published])).toEqual([
      [`${CORPUS}/nato-riga-ministers.txt`, 'main', '2024-05-29'],
      [`${CORPUS}/nato-riga-ministers.txt#2`, 'related', null],
    ]);
    expect(articles[0].text.split('\n').length).toBe(9);
    expect(articles[0].parts.some(({ part, repeated }) => part === 'title' && repeated)).toBe(true);
  });
  it('throws for what the command line refuses', async () => {
    await expect(keywords('no/such/folder')).rejects.toThrow(UsageError);
    await expect(keywords(CORPUS, { colour: 'red' } as never)).rejects.toThrow('no option "colour"');
    await expect(keywords(CORPUS, { by: 'root' } as never)).rejects.toThrow(LexiconError);
    await expect(keyness(CORPUS, { reference: [] })).rejects.toThrow('no reference');
  });
  it('names inputs that could not be read, without throwing or printing', async () => {
    const { errors, corpus } = await keywords([`${CORPUS}/floods-wire.txt`, 'fixtures/pages/binary']);
    expect(errors.map(({ file, code }) => [file, code])).toEqual([['fixtures/pages/binary/page.txt', 'binary']]);
    expect(corpus.articles).toBe(1);
  });
});
