import { describe, expect, test } from 'vitest';
import { explainMention } from '../../src/entities/explain.ts';
import { findMentions, MentionFinder } from '../../src/entities/find.ts';
import { endingOf, Matcher } from '../../src/entities/match.ts';
import { loadGazetteer } from '../../src/lexicon/gazetteer.ts';
import { parseUserGazetteer } from '../../src/lexicon/user-gazetteer.ts';
import { sameName, skeleton } from '../../src/text/skeleton.ts';
import { Vocabulary } from '../../src/text/vocabulary.ts';
import { readExamples } from './examples.ts';
import { hooks, mentionsOf, readingOf, shown, vocabulary } from './mentions.ts';

describe('every mention', () => {
  const texts = [...readExamples('mentions.tsv'), ...readExamples('not-mentions.tsv')].map(example => example.text);

  test('its surface is the slice of the source, in order of position', () => {
    for (const text of texts) {
      const mentions = mentionsOf(text);
      for (const { segment, start, end, surface } of mentions) expect(segment.text.slice(start, end)).toBe(surface);
      for (const part of new Set(mentions.map(mention => mention.segment))) {
        const starts = mentions.filter(mention => mention.segment === part).map(mention => mention.start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }
    }
  });

  test('none overlaps another of its type', () => {
    for (const text of texts) {
      for (const type of ['country', 'alliance', 'minister']) {
        const spans = mentionsOf(text).filter(mention => mention.type === type);
        spans.forEach((mention, i) => {
          const next = spans[i + 1];
          // «الكوريتين» is two countries in one place.
          const twins = next?.start === mention.start && next.end === mention.end;
          if (next && !twins && next.segment === mention.segment)
            expect(next.start, `${text}: ${mention.surface}`).toBeGreaterThanOrEqual(mention.end);
        });
      }
    }
  });

  test('a text is read the same with a vocabulary that knows other texts', () => {
    for (const text of texts.slice(0, 60)) {
      const fresh = findMentions(readingOf(text, '', new Vocabulary()), loadGazetteer());
      expect(findMentions(readingOf(text), loadGazetteer()).map(shown)).toEqual(fresh.map(shown));
    }
  });

  test('the quick no of a word is never wrong: no more is found where every word is looked at', () => {
    const looksAtAll = loadGazetteer();
    looksAtAll.extend(
      parseUserGazetteer('{"schema":"gazetteer/1","entries":[{"type":"club","id":"x","names":["قققق"]}]}', 'own.json'),
    );
    const words = new Vocabulary();
    const [quick, slow] = [new Matcher(words, loadGazetteer()), new Matcher(words, looksAtAll)];
    const prefixes = [
      '',
      'و',
      'ف',
      'ب',
      'ل',
      'ك',
      'ول',
      'وب',
      'ال',
      'وال',
      'لل',
      'ولل',
      'بال',
      'وبال',
      'مصرو',
      'الدول',
    ];
    let known = 0;
    for (const word of new Set(texts.flatMap(text => text.split(/\P{L}+/u)))) {
      const variants = [word, word.replace(/ة$/u, 'ه'), word.replace(/ي$/u, 'ى'), word.replace(/^ال/u, ''), `${word}ـ`];
      for (const form of variants.flatMap(variant => prefixes.map(prefix => prefix + variant))) {
        if (form === '') continue;
        const type = words.internWord(form);
        const entry = slow.entry(type);
        expect(quick.entry(type), form).toEqual(entry);
        expect(quick.ending(type), form).toBe(endingOf(words.key(type)));
        if (entry) known++;
      }
    }
    expect(known).toBeGreaterThan(1000);
  });

  test('time grows with the text, not faster', () => {
    const once =
      'قال وزير الخارجية الأمريكي أنتوني بلينكن إن حلف شمال الأطلسي (الناتو) مستعد، وأكد بلينكن والوزير ذلك للأمم المتحدة. ';
    const time = (count: number): number => {
      const reading = readingOf(once.repeat(count), '', new Vocabulary());
      const start = performance.now();
      findMentions(reading, loadGazetteer());
      return performance.now() - start;
    };
    time(50);
    expect(time(2000)).toBeLessThan(40 * Math.max(time(200), 5));
  });
});

describe('mentions of one article', () => {
  test('an anaphor points to its antecedent', () => {
    const [first, second] = mentionsOf('بدأ حلف الناتو مناورات. وقال الحلف إنها دورية.').filter(
      ({ type }) => type === 'alliance',
    );
    expect(second).toMatchObject({ kind: 'anaphor', anaphor: { start: first.start, end: first.end } });
  });

  test('a country inside the name of an organisation says so', () => {
    const find = (text: string) => mentionsOf(text).find(({ type }) => type === 'country');
    expect(find('بثته إذاعة صوت أمريكا مساء.')?.within).toBe('صوت أمريكا');
    expect(find('ذكرت وكالة الأنباء الألمانية ذلك.')?.within).toBe('وكالة الأنباء الألمانية');
    expect(find('قالت القيادة المركزية الأمريكية ذلك.')?.within).toBe('القيادة المركزية الأمريكية');
  });

  test('a mention without a name refers to where the person was named', () => {
    const text = 'قال وزير الخارجية الأمريكي أنتوني بلينكن ذلك. وأكد الوزير أنه باق.';
    const bare = mentionsOf(text, '2023-06-01').find(mention => mention.kind === 'pronominal');
    expect(bare).toMatchObject({ named: false, person: { id: 'antony-blinken', name: 'أنتوني بلينكن' } });
    const { start, end } = (bare as { person: { start: number; end: number } }).person;
    expect(text.slice(start, end)).toBe('أنتوني بلينكن');
  });

  test('the basis of a country is told', () => {
    const basis = (text: string, date = '') =>
      mentionsOf(text, date).flatMap(mention => (mention.type === 'minister' ? [mention.countryBasis] : []));
    expect(basis('قال وزير الخارجية الأردني ذلك.')).toEqual(['stated']);
    expect(basis('قال وزير الدفاع لويد أوستن ذلك.', '2023-06-01')).toEqual(['gazetteer']);
    expect(basis('تسعى كندا إلى الحل، وقال وزير المالية إن الأمر صعب.')).toEqual(['sentence']);
    expect(basis('تسعى كندا إلى الحل. وقال وزير المالية إن الأمر صعب.')).toEqual(['article']);
  });
});

describe('spellings of one name', () => {
  test.each([
    ['ستولتنبرغ', 'ستولتنبرج'],
    ['بلينكن', 'بلنكن'],
    ['غوتيريش', 'جوتيريش'],
    ['شويغو', 'شويجو'],
  ])('%s and %s', (a, b) => expect(sameName(a, b)).toBe(true));
  test.each([
    ['بلينكن', 'بلير'],
    ['كيري', 'كلينتون'],
    ['شكري', 'شكور'],
    ['علي', 'عالي'],
  ])('%s is not %s', (a, b) => expect(sameName(a, b)).toBe(false));
  test('long vowels and the choice of ج, غ, ق, ك are no difference', () =>
    expect(skeleton('ستولتنبورغ')).toBe(skeleton('ستولتنبرج')));
});

describe('a gazetteer of the user', () => {
  const user = (entries: unknown) =>
    parseUserGazetteer(JSON.stringify({ schema: 'gazetteer/1', entries }), 'mine.json');

  test('brings a type of its own', () => {
    const gazetteer = loadGazetteer();
    gazetteer.extend(
      user([{ type: 'company', id: 'rimal', ar: 'رمال', names: ['شركة رمال القابضة', 'رمال القابضة'] }]),
    );
    const mentions = findMentions(
      readingOf('أعلنت شركة رمال القابضة أرباحها في مصر.', '', new Vocabulary()),
      gazetteer,
    );
    expect(mentions).toMatchObject([
      { type: 'other', userType: 'company', id: 'rimal', surface: 'شركة رمال القابضة' },
      { type: 'country', id: 'EG' },
    ]);
  });

  test('adds names to ours and overrides them', () => {
    const gazetteer = loadGazetteer();
    gazetteer.extend(
      user([
        { type: 'alliance', id: 'NATO', names: ['حلف الشمال'] },
        { type: 'country', id: 'IL', names: ['القدس'] },
      ]),
    );
    const find = (text: string) =>
      findMentions(readingOf(text, '', new Vocabulary()), gazetteer).map(({ type, id }) => `${type}:${id}`);
    expect(find('اجتمع حلف الشمال أمس.')).toEqual(['alliance:NATO']);
    expect(find('زار القدس أمس.')).toEqual(['country:IL']);
  });

  describe('with a minister of a small state', () => {
    const gazetteer = loadGazetteer();
    const health = { office: 'other:health', country: 'KM', from: '2018-03', to: '2021-06-30' };
    gazetteer.extend(
      user([
        { type: 'minister', id: 'sitti-msaidie', names: ['ستي عبد الله مسعيدي', 'مسعيدي'], terms: [health] },
        { type: 'minister', id: 'no-terms', names: ['هنري ستانغالي'] },
        {
          type: 'minister',
          id: 'antony-blinken',
          names: ['توني بلنكن'],
          terms: [{ office: 'other:energy', country: 'US' }],
        },
      ]),
    );
    const finder = new MentionFinder(vocabulary, gazetteer, hooks);
    const find = (text: string, date = '') =>
      finder
        .find(readingOf(text, date, vocabulary))
        .filter(({ type }) => type === 'minister')
        .map(shown);

    test.each([
      ['قالت وزيرة الصحة القمرية ستي عبدالله مسعيدي ذلك.', 'KM:sitti-msaidie:name:وزيرة'],
      ['قالت وزيرة الصحة القمرية مسعيدي ذلك.', 'KM:sitti-msaidie:name:وزيرة'],
      ['قالت وزيرة الصحة ستي عبد الله مسعيدي ذلك.', 'KM:sitti-msaidie:name:وزيرة'],
      ['قالت ستي عبد الله مسعيدي، وزيرة الصحة، ذلك.', 'KM:sitti-msaidie:name:ستي'],
      ['سلم المدير الجائزة لستي عبد الله مسعيدي أمس.', 'KM:sitti-msaidie:name:ستي'],
      ['حضر السفير وستي عبد الله مسعيدي. وأضافت مسعيدي ذلك.', 'KM:sitti-msaidie:name:مسعيدي'],
    ])('%s', (text, wanted) => {
      expect(find(text, '2020-05-01').map(mention => mention.slice('minister:other:health:'.length))).toContainEqual(
        expect.stringMatching(new RegExp(`^${wanted}`, 'u')),
      );
    });

    test('after the term the mention says so, before it there is none', () => {
      const text = 'زارت ستي عبد الله مسعيدي المستشفى.';
      expect(find(text, '2023-05-01')).toEqual([
        'minister:other:health:KM:sitti-msaidie:name[former]:ستي عبد الله مسعيدي',
      ]);
      expect(find(text, '2017-05-01')).toEqual([]);
    });

    test('a name of one word alone is nobody', () => expect(find('زار مسعيدي المستشفى.', '2020-05-01')).toEqual([]));

    test('who has no terms is found beside an office', () => {
      expect(find('قال وزير النقل التوغولي هنري ستانغالي ذلك.')).toEqual([
        'minister:other:transport:TG:no-terms:name:وزير النقل التوغولي هنري ستانغالي',
      ]);
      expect(find('قال هنري ستانغالي ذلك.')).toEqual([]);
    });

    test('a known person gets names and terms', () => {
      expect(find('قال وزير الخارجية الأمريكي توني بلنكن ذلك.', '2023-05-01')[0]).toContain(
        'foreign:US:antony-blinken',
      );
      expect(find('قال وزير الطاقة الأمريكي أنتوني بلينكن ذلك.')[0]).toContain('other:energy:US:antony-blinken');
    });
  });

  test.each([
    [
      [{ type: 'company', id: 'x', names: ['س'], terms: [{ office: 'prime', country: 'EG' }] }],
      'mine.json#/entries/0/terms',
    ],
    [
      [{ type: 'minister', id: 'x', names: ['س'], terms: [{ office: 'king', country: 'EG' }] }],
      'mine.json#/entries/0/terms/0/office',
    ],
    [[{ type: 'Company', id: 'x', names: ['س'] }], 'mine.json#/entries/0/type'],
    [[{ type: 'company', id: 'x', names: [] }], 'mine.json#/entries/0/names'],
    [[{ type: 'company', id: 'x', names: ['شركة'], colour: 'red' }], 'mine.json#/entries/0/colour'],
  ])('names file and pointer of what is wrong: %j', (entries, where) => {
    expect(() => user(entries)).toThrow(where);
  });

  test('a text that is no JSON is named', () => {
    expect(() => parseUserGazetteer('{', 'mine.json')).toThrow('mine.json#: no JSON');
  });
});

test('explaining a name tells classes, phrases and mentions', () => {
  const { words, mentions } = explainMention(
    readingOf('وزير الخارجية الروماني', '', new Vocabulary()),
    loadGazetteer(),
  );
  expect(words[0].classes).toContain('minister');
  expect(words[1].phrases[0].senses).toMatchObject([{ type: 'portfolio', id: 'foreign' }]);
  expect(words[2].phrases[0].senses).toMatchObject([{ type: 'country', id: 'RO', kind: 'demonym' }]);
  expect(mentions.map(({ type }) => type)).toEqual(['minister', 'country']);
});
