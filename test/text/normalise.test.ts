import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchingKey, orthographicForm, sourceLength } from '../../src/text/normalise.ts';

const key = (word: string): string => matchingKey(orthographicForm(word));

/** Clean words of our own, without any letter that noise could change for good. */
const WORDS = ['الوزراء', 'الحكومة', 'مفاوضات', 'السلام', 'لبنان', 'القاهرة', 'يعلنون', 'كتبوا', 'بلجيكا', 'مستشفى'];
const word = fc.constantFrom(...WORDS);

/** Any text of the script and around it, invisible characters and presentation forms included. */
const anyWord = fc.string({
  unit: fc
    .oneof(
      fc.integer({ min: 0x0600, max: 0x06ff }),
      fc.integer({ min: 0xfb50, max: 0xfdff }),
      fc.integer({ min: 0xfe70, max: 0xfeff }),
      fc.constantFrom(0x61, 0x41, 0xe9, 0x301, 0x200c, 0x200f, 0xfeff, 0x1f600),
    )
    .map(code => String.fromCodePoint(code)),
  maxLength: 12,
});

const HARAKAT = ['\u064e', '\u0650', '\u064f', '\u0652', '\u0651', '\u064b', '\u064c', '\u064d', '\u0670'];
const INVISIBLE = [
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u200f',
  '\u202b',
  '\u202c',
  '\u2066',
  '\u061c',
  '\ufeff',
  '\u00ad',
];

/** Puts one of `marks` behind every letter for which the numbers say so. */
function sprinkle(text: string, marks: readonly string[], numbers: readonly number[]): string {
  return [...text]
    .map(
      (letter, i) =>
        letter + (numbers[i % numbers.length] % 2 ? marks[numbers[i % numbers.length] % marks.length] : ''),
    )
    .join('');
}

const numbers = fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 });

/** Presentation form of a letter: the code point of FE70–FEFC whose compatibility form is that letter alone. */
const PRESENTATION = new Map<string, string>();
for (let code = 0xfe80; code <= 0xfef4; code++) {
  const form = String.fromCharCode(code);
  PRESENTATION.set(form.normalize('NFKC'), form);
}

describe('orthographicForm', () => {
  it('is idempotent', () => {
    fc.assert(fc.property(anyWord, raw => orthographicForm(orthographicForm(raw)) === orthographicForm(raw)));
  });

  it('leaves plain words alone', () => {
    for (const plain of WORDS) expect(orthographicForm(plain)).toBe(plain);
  });

  it('keeps hamza, ta marbuta and maksura', () => {
    for (const plain of ['أمن', 'إلى', 'آب', 'مسؤول', 'رئيس', 'مدرسة', 'مستشفى', 'على'])
      expect(orthographicForm(plain)).toBe(plain);
  });

  it('joins a combining hamza with its alef', () => {
    expect(orthographicForm('\u0627\u0654من')).toBe('أمن');
  });

  it('opens a ligature of the presentation forms', () => {
    expect(orthographicForm('\ufefb')).toBe('لا');
  });

  it('drops the space that carries a mark in the presentation forms', () => {
    expect(orthographicForm('\ufe76')).toBe('');
    expect(orthographicForm('\ufc60')).toBe('');
  });

  it('leaves compatibility characters outside the Arabic blocks as they are', () => {
    expect(orthographicForm('½')).toBe('½');
    expect(orthographicForm('m²')).toBe('m²');
  });

  it('writes digits of all three sets with western ones', () => {
    expect(orthographicForm('\u0661\u06f2\u06603')).toBe('1203');
  });
});

describe('matchingKey', () => {
  it('is idempotent', () => {
    fc.assert(
      fc.property(anyWord, raw => {
        const folded = key(raw);
        return matchingKey(folded) === folded;
      }),
    );
  });

  const noises: Record<string, (text: string, by: readonly number[]) => string> = {
    'vowels, tanwin and shadda': (text, by) => sprinkle(text, HARAKAT, by),
    'zero-width and directional characters': (text, by) => sprinkle(text, INVISIBLE, by),
    tatweel: (text, by) => sprinkle(text, ['\u0640', '\u0640\u0640'], by),
    'Quranic marks': (text, by) => sprinkle(text, ['\u06d6', '\u0615', '\u06ed'], by),
    'Persian yeh': text => text.replaceAll('ي', '\u06cc'),
    'Persian kaf': text => text.replaceAll('ك', '\u06a9'),
    'Urdu heh': text => text.replaceAll('ه', '\u06c1'),
    'presentation forms': text => [...text].map(letter => PRESENTATION.get(letter) ?? letter).join(''),
    'alef wasla': text => text.replaceAll('ا', '\u0671'),
    'final maksura for yeh': text => text.replace(/ي$/u, 'ى'),
  };
  for (const [name, noise] of Object.entries(noises)) {
    it(`is blind to ${name}`, () => {
      fc.assert(fc.property(word, numbers, (clean, by) => key(noise(clean, by)) === key(clean)));
    });
  }

  it('reads any hamza on alef as alef', () => {
    for (const [a, b] of [
      ['الأمن', 'الامن'],
      ['الاتحاد', 'الإتحاد'],
      ['آسيا', 'اسيا'],
    ])
      expect(key(a)).toBe(key(b));
  });

  it('keeps hamza on waw and yeh, which tell words apart', () => {
    expect(key('سؤال')).not.toBe(key('سوال'));
    expect(key('رئيس')).not.toBe(key('رييس'));
  });

  it('does not take heh for ta marbuta', () => {
    expect(key('والدة')).not.toBe(key('والده'));
  });

  it('maps the six foreign consonants', () => {
    for (const [a, b] of [
      ['\u06afاز', 'كاز'],
      ['\u067eاريس', 'باريس'],
      ['\u0686اد', 'جاد'],
      ['\u0698ان', 'زان'],
      ['\u06a4يينا', 'فيينا'],
      ['\u06a8فصة', 'قفصة'],
    ])
      expect(key(a)).toBe(key(b));
  });

  it('folds Latin case', () => {
    expect(key('UNIFIL')).toBe('unifil');
  });
});

describe('sourceLength', () => {
  it('finds the way back from letters to units', () => {
    expect(sourceLength('وَالـنـاتو', 1)).toBe(2);
    expect(sourceLength('وَالـنـاتو', 3)).toBe(5);
  });

  it('counts an opened ligature by its letters', () => {
    expect(sourceLength('\ufefbم', 2)).toBe(1);
  });

  it('gives the whole word for all its letters', () => {
    fc.assert(fc.property(anyWord, raw => sourceLength(raw, orthographicForm(raw).length) <= raw.length));
  });

  it('gives units whose form is the letters asked for', () => {
    fc.assert(
      fc.property(word, numbers, fc.nat(6), (clean, by, letters) => {
        const raw = sprinkle(clean, HARAKAT, by);
        return orthographicForm(raw.slice(0, sourceLength(raw, letters))) === clean.slice(0, letters);
      }),
    );
  });
});
