import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Gap, MOST_TOKENS, type Tokens, tokenBuffer, tokenise, tokenisePieces } from '../../src/text/tokenise.ts';
import { TypeKind, Vocabulary } from '../../src/text/vocabulary.ts';

/** Surfaces of the tokens of a text, with what stands before each. */
function tokensOf(text: string): { surface: string; kind: TypeKind; gap: number; start: number; end: number }[] {
  const vocabulary = new Vocabulary();
  const tokens = tokenise(text, 0, text.length, vocabulary, tokenBuffer(4));
  return Array.from({ length: tokens.count }, (_, i) => ({
    surface: vocabulary.surface(tokens.types[i]),
    kind: vocabulary.kind(tokens.types[i]),
    gap: tokens.gaps[i],
    start: tokens.starts[i],
    end: tokens.ends[i],
  }));
}

const surfaces = (text: string): string[] => tokensOf(text).map(({ surface }) => surface);

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      'ا',
      'ل',
      'و',
      'ة',
      'ء',
      'ـ',
      '\u064b',
      '\u0651',
      ' ',
      '\n',
      '.',
      '،',
      '5',
      '٣',
      '\u200f',
      'a',
      '-',
      '«',
    ),
    fc
      .integer({ min: 1, max: 0x10ffff })
      .filter(code => code < 0xd800 || code > 0xdfff)
      .map(code => String.fromCodePoint(code)),
    fc.integer({ min: 0xd800, max: 0xdfff }).map(code => String.fromCharCode(code)),
  ),
  maxLength: 40,
});

describe('tokenise', () => {
  it('gives spans whose slice is the surface', () => {
    fc.assert(
      fc.property(anyText, text =>
        tokensOf(text).every(({ surface, start, end }) => text.slice(start, end) === surface && start < end),
      ),
    );
  });

  it('gives spans in order that do not overlap', () => {
    fc.assert(
      fc.property(anyText, text => {
        const tokens = tokensOf(text);
        return tokens.every((token, i) => i === 0 || token.start >= tokens[i - 1].end);
      }),
    );
  });

  it('leaves no visible letter or digit outside a token', () => {
    const visible = /[\p{L}\p{Nd}]/gu;
    fc.assert(
      fc.property(anyText, text => {
        const covered = tokensOf(text).flatMap(({ surface }) => surface.match(visible) ?? []);
        expect(covered).toEqual(text.match(visible) ?? []);
      }),
    );
  });

  it('parts words, numbers and signs', () => {
    expect(tokensOf('بلغت 3.5%،').map(({ surface, kind }) => [surface, kind])).toEqual([
      ['بلغت', TypeKind.Word],
      ['3', TypeKind.Number],
      ['.', TypeKind.Sign],
      ['5', TypeKind.Number],
      ['%', TypeKind.Sign],
      ['،', TypeKind.Sign],
    ]);
  });

  it('keeps marks inside words', () => {
    expect(surfaces('عُمان وعَمّان')).toEqual(['عُمان', 'وعَمّان']);
  });

  it('keeps tatweel inside and at the end of a word', () => {
    expect(surfaces('الـناتو هـ وزيـــر')).toEqual(['الـناتو', 'هـ', 'وزيـــر']);
  });

  it('takes a tatweel that stands alone or opens a word for a dash', () => {
    expect(surfaces('بيروت ـ ليلى')).toEqual(['بيروت', 'ـ', 'ليلى']);
    expect(surfaces('ـبيروت')).toEqual(['ـ', 'بيروت']);
  });

  it('cuts a clitic from a quotation mark or digit', () => {
    expect(surfaces('لـ"القمة"')).toEqual(['لـ', '"', 'القمة', '"']);
    expect(surfaces('الـ15')).toEqual(['الـ', '15']);
  });

  it('leaves format characters at the end of a word outside its span', () => {
    expect(tokensOf('قمة\u200f.')[0]).toMatchObject({ surface: 'قمة', end: 3 });
  });

  it('joins a word across a format character', () => {
    expect(surfaces('قم\u200dة')).toEqual(['قم\u200dة']);
  });

  it('reads no-break and thin spaces as spaces', () => {
    expect(surfaces('قمة\u00a0عربية\u2009طارئة\u202fاليوم')).toEqual(['قمة', 'عربية', 'طارئة', 'اليوم']);
  });

  it('tells what stands before a token', () => {
    expect(tokensOf('عنوان\n\nقال، أمس\nثم').map(({ gap }) => gap)).toEqual([
      Gap.Paragraph,
      Gap.Paragraph,
      Gap.None,
      Gap.Space,
      Gap.Line,
    ]);
  });

  it('reads letters beyond the basic plane as letters, other pairs as one sign', () => {
    expect(surfaces('\u{10400}\u{10401} \u{1f600}')).toEqual(['\u{10400}\u{10401}', '\u{1f600}']);
  });

  it('survives halves of surrogate pairs', () => {
    expect(surfaces('أ\ud83dب \udc00')).toEqual(['أ', '\ud83d', 'ب', '\udc00']);
  });

  it('reads a stretch of a text only', () => {
    const vocabulary = new Vocabulary();
    const text = 'قال الوزير أمس';
    const tokens = tokenise(text, 4, 10, vocabulary, tokenBuffer());
    expect([tokens.count, vocabulary.surface(tokens.types[0]), tokens.starts[0]]).toEqual([1, 'الوزير', 4]);
  });

  it('reads an endless text in pieces with the same tokens', () => {
    const vocabulary = new Vocabulary();
    const text = 'قال\u200f وزير (الخارجية)،\n\nأمس 15:30\u064b\u200e  \ud83d\ude00 '.repeat(MOST_TOKENS / 5);
    const cells = ({ types, starts, ends, gaps, count }: Tokens) =>
      [types, starts, ends, gaps].map(array => [...array.subarray(0, count)]);
    const whole = tokenise(text, 3, text.length - 2, vocabulary, tokenBuffer());
    const pieces = [...tokenisePieces(text, 3, text.length - 2, vocabulary, tokenBuffer)];
    expect(pieces.map(({ count }) => count).slice(0, -1)).toEqual([MOST_TOKENS, MOST_TOKENS]);
    expect(pieces.reduce((sum, { words }) => sum + words, 0)).toBe(whole.words);
    const joined = pieces.map(cells).reduce((all, own) => all.map((array, i) => array.concat(own[i])));
    expect(joined).toEqual(cells(whole));
  });

  it('passes a megabyte of marks, tatweel or one word in linear time', () => {
    for (const unit of ['\u064b', 'ـ', 'ا', '\u200f', '\ud83d']) {
      const started = performance.now();
      tokensOf(unit.repeat(1 << 20));
      expect(performance.now() - started, JSON.stringify(unit)).toBeLessThan(4000);
    }
  });
});
