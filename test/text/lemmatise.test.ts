import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../examples/read-table.ts';
import { lemmaOf, light, readingsOf } from './light.ts';

const byNote = new Map<string, (readonly [string, string])[]>();
for (const [form, lemma, note] of readTable('lemmas')) {
  const claims = byNote.get(note) ?? [];
  if (claims.length === 0) byNote.set(note, claims);
  claims.push([form, lemma]);
}

describe('forms of one lemma (test/examples/lemmas.tsv)', () => {
  for (const [note, claims] of byNote) {
    it(note, () => {
      for (const [form, lemma] of claims) expect(lemmaOf(form), `${form}: ${readingsOf(form)}`).toBe(lemma);
    });
  }
});

describe('words that stay apart (test/examples/lemmas-apart.tsv)', () => {
  for (const [first, second, note] of readTable('lemmas-apart')) {
    it(`${note}: ${first}, ${second}`, () => expect(lemmaOf(first)).not.toBe(lemmaOf(second)));
  }
});

describe('a word the lexicon does not know', () => {
  const cases: Record<string, readonly [string, string]> = {
    'loses the article': ['الزبرقة', 'زبرقة'],
    'loses و before the article': ['والزبرقة', 'زبرقة'],
    'loses ب before the article': ['بالزبرقة', 'زبرقة'],
    'loses لل': ['للزبرقة', 'زبرقة'],
    'loses و before four letters': ['وزبرقة', 'زبرقة'],
    'keeps و before three letters': ['وزبك', 'وزبك'],
    'keeps a و that may be radical': ['ويزبرق', 'ويزبرق'],
    'keeps ب, ك and ل': ['بزبرقة', 'بزبرقة'],
    'loses the plural in ات': ['زبرقات', 'زبرق'],
    'loses the plural in ين': ['الزبرقين', 'زبرق'],
    'joins the feminine of a nisba to it': ['الزبرقية', 'زبرقي'],
    'loses the ة of a participle': ['مزبرقة', 'مزبرق'],
    'keeps the ة of another word': ['زبرقة', 'زبرقة'],
    'keeps the ending of a short word': ['زبين', 'زبين'],
    'gives the dual its ة back': ['زبرقتين', 'زبرقة'],
    'loses a pronoun behind ة': ['زبرقتهم', 'زبرقة'],
    'loses a pronoun behind ات': ['زبرقاتها', 'زبرق'],
    'keeps the pronoun-like end of a short word': ['زبرهم', 'زبرهم'],
    'loses و, ب, ل before a hamza on alef': ['وأزبق', 'أزبق'],
    'loses ل before a verbal noun': ['لازتباق', 'ازتباق'],
    'takes no alef with hamza for an article': ['إلزبيق', 'إلزبيق'],
    'joins the persons of a tenth form': ['وسيستزبق', 'استزبق'],
    'joins the persons of a fifth form': ['يتزبق', 'تزبق'],
    'joins the persons of a third form': ['يزابق', 'زابق'],
    'joins the persons of an eighth form': ['يزتبق', 'ازتبق'],
    'loses the ت of a derived perfect': ['ازتبقت', 'ازتبق'],
    'keeps a name that begins like an imperfect': ['سيتزوبن', 'سيتزوبن'],
  };
  for (const [name, [form, lemma]] of Object.entries(cases)) it(name, () => expect(lemmaOf(form)).toBe(lemma));

  it('is said to be unknown, or to be read by rule', () => {
    expect(light.analyse('زبرقة').origin).toBe('unknown');
    expect(light.analyse('الزبرقة').origin).toBe('rule');
    expect(light.analyse('الحكومة').origin).toBe('lexicon');
  });

  it('never becomes nothing', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'واليتنهمسبأإةى'), minLength: 1, maxLength: 9 });
    fc.assert(fc.property(letters, form => light.analyse(form).lemma.length > 0));
  });

  it('keeps its ending in what a reader sees', () => {
    const { start, end } = light.analyse('الزبرقات');
    expect('الزبرقات'.slice(start, end)).toBe('زبرقات');
  });
});

describe('Lemmatiser', () => {
  it('stands for words of other scripts, the empty word and very long ones', () => {
    for (const form of ['', 'NATO', 'covid', 'ا'.repeat(41), 'и', 'وBBC']) expect(light.analyse(form).lemma).toBe(form);
  });

  it('cuts the word where clitics end', () => {
    const form = 'وبقراراتهم';
    const { start, end } = light.analyse(form);
    expect(form.slice(start, end)).toBe('قرارات');
  });

  it('gives the same answer whatever was asked before', () => {
    const letters = [...'ابتوفلكنمهيةأإىئءسدرقع'];
    const form = fc.string({ unit: fc.constantFrom(...letters), maxLength: 9 });
    fc.assert(
      fc.property(form, form, (first, second) => {
        const before = light.analyse(first);
        light.analyse(second);
        light.readings(second);
        expect(light.analyse(first)).toEqual(before);
      }),
    );
  });

  it('chooses the cheapest of its readings', () => {
    const letters = [...'ابتوفلكنمهيةأإىئءسدرقع'];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 7 }), form => {
        const { origin, cost } = light.analyse(form);
        const costs = light.readings(form).map(reading => reading.cost);
        expect(origin === 'lexicon').toBe(costs.length > 0);
        if (origin === 'lexicon') expect(cost).toBe(Math.min(...costs));
      }),
    );
  });
});
