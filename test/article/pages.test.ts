import { describe, expect, test } from 'vitest';
import { CorpusError } from '../../src/errors.ts';
import { articlesOf, linesOf, outcomesOf, THEMES, type Theme } from './themes.ts';

async function pageOf(theme: Theme) {
  const [outcome, ...more] = await outcomesOf(theme);
  expect(more).toEqual([]);
  if (outcome instanceof CorpusError) throw outcome;
  return outcome;
}

function wrongLines(theme: Theme, articles: ReturnType<typeof articlesOf>): string[] {
  const found = linesOf(articles);
  return Object.entries(theme.expected.lines ?? {}).flatMap(([line, part]) => {
    const got = found.get(line);
    return got?.part === part ? [] : [`line ${line}: expected ${part}, got ${got?.part} by rule ${got?.rule}`];
  });
}

const pages = THEMES.filter(({ expected }) => !expected.error && !expected.records);

describe('every theme of fixtures/pages', () => {
  test.each(pages.map(theme => [theme.name, theme.expected.note, theme] as const))(
    '%s: %s',
    async (_name, _note, theme) => {
      const { expected } = theme;
      const document = await pageOf(theme);
      const articles = articlesOf(document);
      const [main] = articles;
      expect(wrongLines(theme, articles)).toEqual([]);
      expect(document.encoding).toBe(expected.encoding);
      if (expected.title !== undefined) expect(main.title ?? null).toBe(expected.title);
      expect(main.published?.date ?? null).toBe(expected.published ?? null);
      expect(main.published?.basis ?? null).toBe(expected.basis ?? null);
      expect(main.source ?? null).toBe(expected.source ?? main.source ?? null);
      if (expected.author) expect(main.author).toBe(expected.author);
      if (expected.tags) expect(main.tags).toEqual(expected.tags);
      expect(main.language).toBe(expected.language ?? 'ar');
      expect(articles.slice(1).filter(article => article.published)).toEqual([]);
    },
  );

  test.each(pages.map(theme => [theme.name, theme] as const))(
    '%s: parts tile the text, every character in one part',
    async (_name, theme) => {
      const document = await pageOf(theme);
      const parts = articlesOf(document)
        .flatMap(article => article.parts)
        .sort((a, b) => a.start - b.start);
      let at = 0;
      for (const part of parts) {
        expect(part.start).toBe(at);
        at = part.end;
      }
      expect(at).toBe(document.text.length);
    },
  );

  test.each(pages.filter(({ expected }) => expected.repeated).map(theme => [theme.name, theme] as const))(
    '%s: repeats',
    async (_name, theme) => {
      const [main] = articlesOf(await pageOf(theme));
      expect(main.parts.filter(part => part.repeated).map(part => part.line)).toEqual(theme.expected.repeated);
    },
  );

  test.each(pages.filter(({ expected }) => expected.body).map(theme => [theme.name, theme] as const))(
    '%s: body of the extracted text',
    async (_name, theme) => {
      const document = await pageOf(theme);
      expect(document.derived).toBe(true);
      const body = articlesOf(document)[0].parts.filter(({ part }) => part === 'body');
      expect(body.map(({ text, start, end }) => text.slice(start, end).trim())).toEqual(theme.expected.body);
    },
  );
});

describe('what cannot be read is named', () => {
  test.each(THEMES.filter(({ expected }) => expected.error).map(theme => [theme.name, theme] as const))(
    '%s',
    async (_name, theme) => {
      const [outcome] = await outcomesOf(theme);
      expect(outcome).toBeInstanceOf(CorpusError);
      expect((outcome as CorpusError).code).toBe(theme.expected.error);
      if (theme.expected.offset !== undefined) expect((outcome as CorpusError).offset).toBe(theme.expected.offset);
    },
  );
});

describe('records', () => {
  test.each(THEMES.filter(({ expected }) => expected.records).map(theme => [theme.name, theme] as const))(
    '%s',
    async (_name, theme) => {
      const outcomes = await outcomesOf(theme);
      expect(outcomes.length).toBe(theme.expected.records!.length);
      for (const [index, wanted] of theme.expected.records!.entries()) {
        const outcome = outcomes[index];
        if (wanted.error) {
          expect(outcome).toMatchObject({ code: wanted.error, offset: wanted.line });
          continue;
        }
        if (outcome instanceof CorpusError) throw outcome;
        const [article, ...more] = articlesOf(outcome);
        expect(more).toEqual([]);
        expect(article).toMatchObject({ id: wanted.id, line: wanted.line });
        expect(article.published?.date ?? null).toBe(wanted.published ?? null);
        if (wanted.basis) expect(article.published?.basis).toBe(wanted.basis);
        if (wanted.title) expect(article.title).toBe(wanted.title);
        if (wanted.tags) expect(article.tags).toEqual(wanted.tags);
        expect(article.parts.filter(({ part }) => part === 'body').length).toBe(1);
      }
    },
  );
});
