import { describe, expect, it } from 'vitest';
import { Allows } from '../../src/lexicon/inflection/form.ts';
import { adjectiveForms, nounForms } from '../../src/lexicon/inflection/noun.ts';
import { type Verb, verbForms } from '../../src/lexicon/inflection/verb.ts';

/** Forms that must be among a verb's, and forms that must not. */
interface Conjugation extends Verb {
  readonly has: string;
  readonly lacks?: string;
}

const VERBS: Record<string, Conjugation> = {
  'sound I': {
    perfect: 'كتب',
    imperfect: 'يكتب',
    has: 'كتبت كتبا كتبتا كتبوا كتبنا كتبتم تكتب نكتب أكتب يكتبون يكتبوا يكتبان تكتبين يكتبن',
  },
  'sound II': { perfect: 'قدم', imperfect: 'يقدم', has: 'قدمت قدموا تقدم يقدمون', lacks: 'قدممت' },
  'sound III': { perfect: 'شارك', imperfect: 'يشارك', has: 'شاركت يشاركون شورك', lacks: 'شركت' },
  'sound IV': { perfect: 'أعلن', imperfect: 'يعلن', has: 'أعلنت أعلنوا يعلنون نعلن', lacks: 'علن' },
  'sound V': { perfect: 'تحدث', imperfect: 'يتحدث', has: 'تحدثت يتحدثون تتحدث أتحدث' },
  'sound VI': { perfect: 'تبادل', imperfect: 'يتبادل', has: 'تبادلوا يتبادلون تبودل' },
  'sound VII': { perfect: 'انطلق', imperfect: 'ينطلق', has: 'انطلقت تنطلق ينطلقون', lacks: 'انطلقق' },
  'sound VIII': { perfect: 'اجتمع', imperfect: 'يجتمع', has: 'اجتمعوا يجتمعون تجتمع' },
  'sound X': { perfect: 'استخدم', imperfect: 'يستخدم', has: 'استخدمت يستخدمون' },
  quadriliteral: { perfect: 'سيطر', imperfect: 'يسيطر', has: 'سيطرت يسيطرون سيطروا' },
  'hollow with و': {
    perfect: 'قال',
    imperfect: 'يقول',
    has: 'قالت قلت قالوا قلنا قلن يقول يقولون تقل يقل يقلن يقال قيل قيلت',
    lacks: 'قولت يقولن',
  },
  'hollow with ي': { perfect: 'باع', imperfect: 'يبيع', has: 'باعت بعت باعوا يبيعون يبع يباع بيع' },
  'hollow with ا': { perfect: 'نام', imperfect: 'ينام', has: 'نامت نمت ينامون ينم' },
  'hollow IV': { perfect: 'أضاف', imperfect: 'يضيف', has: 'أضافت أضفت يضيفون يضف يضاف أضيف أضيفت' },
  'hollow X': { perfect: 'استطاع', imperfect: 'يستطيع', has: 'استطاعت استطعت يستطع يستطيعون' },
  'hollow VIII': { perfect: 'اختار', imperfect: 'يختار', has: 'اختارت اخترت يختارون يختر اختير' },
  'III with ا is not hollow': {
    perfect: 'حاول',
    imperfect: 'يحاول',
    has: 'حاولت حاولوا يحاولون حوول',
    lacks: 'حلت يحل',
  },
  'defective with و': {
    perfect: 'دعا',
    imperfect: 'يدعو',
    has: 'دعت دعوا دعوت دعونا يدعون تدعو يدع تدع دعي يدعى يدعوان',
    lacks: 'دعات',
  },
  'defective with ي': {
    perfect: 'رمى',
    imperfect: 'يرمي',
    has: 'رمت رموا رميت رمينا يرمون ترمي يرم يرميان رمي يرمى',
    lacks: 'رمىت',
  },
  'defective in ي': { perfect: 'بقي', imperfect: 'يبقى', has: 'بقيت بقوا بقينا يبقون تبقى يبق يبقيان' },
  'defective IV': { perfect: 'ألقى', imperfect: 'يلقي', has: 'ألقت ألقوا ألقيت يلقون يلق ألقي يلقى' },
  'defective V': { perfect: 'تبنى', imperfect: 'يتبنى', has: 'تبنت تبنوا يتبنون يتبن' },
  'defective VII': { perfect: 'انتهى', imperfect: 'ينتهي', has: 'انتهت انتهوا ينتهون ينته' },
  'defective X': { perfect: 'استثنى', imperfect: 'يستثني', has: 'استثنت يستثنون' },
  'geminate I': { perfect: 'رد', imperfect: 'يرد', has: 'ردت ردوا رددت رددنا يردون نرد', lacks: 'رددوا' },
  'geminate IV': { perfect: 'أعد', imperfect: 'يعد', has: 'أعدت أعددت أعددنا يعدون' },
  'geminate VIII': { perfect: 'احتل', imperfect: 'يحتل', has: 'احتلت احتللت يحتلون' },
  'geminate X': { perfect: 'استمر', imperfect: 'يستمر', has: 'استمرت استمررت يستمرون' },
  'VIII of assimilated is not geminate': {
    perfect: 'اتفق',
    imperfect: 'يتفق',
    has: 'اتفقت اتفقوا يتفقون',
    lacks: 'اتفققت',
  },
  'X told not to be geminate': {
    perfect: 'استمع',
    imperfect: 'يستمع',
    geminate: false,
    has: 'استمعت يستمعون',
    lacks: 'استمععت',
  },
  'assimilated with و': { perfect: 'وصل', imperfect: 'يصل', has: 'وصلت وصلوا يصلون تصل يوصل توصل' },
  'assimilated that keeps و': { perfect: 'وجه', imperfect: 'يوجه', has: 'وجهت يوجهون توجه' },
  'hamzated first': { perfect: 'أخذ', imperfect: 'يأخذ', has: 'أخذت أخذوا يأخذون تأخذ يؤخذ آخذ' },
  'hamzated first, IV': { perfect: 'آمن', imperfect: 'يؤمن', has: 'آمنت آمنوا يؤمنون أؤمن' },
  'hamzated middle': { perfect: 'سأل', imperfect: 'يسأل', has: 'سألت سألوا يسألون نسأل' },
  'hamzated last': { perfect: 'بدأ', imperfect: 'يبدأ', has: 'بدأت بدأوا بدؤوا بدءوا يبدأون يبدؤون بدئ' },
  'hamzated last, IV': { perfect: 'أنشأ', imperfect: 'ينشئ', has: 'أنشأت ينشئون تنشئ' },
  'doubly weak رأى': { perfect: 'رأى', imperfect: 'يرى', has: 'رأت رأوا رأيت يرون ترى ير' },
  'doubly weak جاء': { perfect: 'جاء', imperfect: 'يجيء', has: 'جاءت جاءوا يجيء تجيء' },
  'doubly weak نوى': { perfect: 'نوى', imperfect: 'ينوي', has: 'نوت نووا نويت ينوون' },
};

describe('verbForms', () => {
  for (const [name, { has, lacks = '', ...verb }] of Object.entries(VERBS)) {
    it(`conjugates ${name}: ${verb.perfect}`, () => {
      const written = new Set(verbForms(verb).map(form => form.written));
      expect(
        has.split(' ').filter(form => !written.has(form)),
        'missing',
      ).toEqual([]);
      expect(
        lacks.split(' ').filter(form => written.has(form)),
        'wrong',
      ).toEqual([]);
    });
  }

  it('lets no passive take an object', () => {
    const passive = verbForms({ perfect: 'قال', imperfect: 'يقول' }).find(({ written }) => written === 'قيل');
    expect(passive!.allows & Allows.Enclitic).toBe(0);
  });

  it('writes the stem of a defective verb before a pronoun', () => {
    const bound = verbForms({ perfect: 'رمى', imperfect: 'يرمي' }).find(({ written }) => written === 'رما');
    expect(bound!.allows & Allows.EncliticOnly).toBeTruthy();
  });

  it('lets the future stand before imperfects only', () => {
    for (const { written, allows } of verbForms({ perfect: 'وصل', imperfect: 'يصل' }))
      if (allows & Allows.Future) expect('يتنأ', written).toContain(written[0]);
  });
});

const writtenBy = (forms: readonly { readonly written: string }[]): Set<string> =>
  new Set(forms.map(({ written }) => written));

describe('nounForms', () => {
  const nouns: Record<string, readonly [lemma: string, plurals: string[], also: string[], has: string, lacks: string]> =
    {
      'of a plain noun': ['قرار', ['-ات'], [], 'قرار قرارا قراران قرارين قرارات', 'قرارة قرارون'],
      'in ة': ['دولة', ['دول'], [], 'دولة دولت دولتان دولتين دولتي دول دولا دوله', 'دولةا دولات'],
      'in ى': ['مستوى', ['مستويات'], [], 'مستوى مستوا مستويان مستويين مستويات', 'مستوىا'],
      'in اء': ['لقاء', ['-ات'], [], 'لقاء لقاؤ لقائ لقاءان لقاءين لقاءات', 'لقاا'],
      'in ء after a consonant': ['جزء', ['أجزاء'], [], 'جزء جزءا أجزاء أجزائ أجزاؤ', 'أجزاءا'],
      'with a sound masculine plural': ['مهندس', ['-ون'], [], 'مهندسون مهندسين مهندسو مهندسي', 'مهندسات'],
      'defective with a sound plural': ['محامي', ['-ون'], ['محام'], 'محامي محام محامون محامين', 'محاميون'],
      'with a diptote plural': ['مدرسة', ['مدارس'], [], 'مدارس', 'مدارسا'],
      'with a plural of مفاعيل': ['مشروع', ['مشاريع'], [], 'مشاريع', 'مشاريعا'],
      'with a triptote plural': ['رجل', ['رجال'], [], 'رجال رجالا', ''],
      'in اة': ['قناة', ['قنوات'], [], 'قناة قنات قناتان قنوات', 'قنااات'],
    };
  for (const [name, [lemma, plurals, also, has, lacks]] of Object.entries(nouns)) {
    it(`inflects a noun ${name}: ${lemma}`, () => {
      const written = writtenBy(nounForms(lemma, plurals, also));
      expect(
        has.split(' ').filter(form => !written.has(form)),
        'missing',
      ).toEqual([]);
      expect(
        lacks.split(' ').filter(form => written.has(form)),
        'wrong',
      ).toEqual([]);
    });
  }

  it('binds the stem in ت to a pronoun', () => {
    const bound = nounForms('دولة', [], []).find(({ written }) => written === 'دولت');
    expect(bound!.allows & Allows.EncliticOnly).toBeTruthy();
  });

  it('lets no article stand before tanwin or a construct', () => {
    for (const form of nounForms('قرار', ['-ات'], []))
      if (form.written === 'قرارا') expect(form.allows & Allows.Article).toBe(0);
  });

  it('finds the dual of a word without plural less likely', () => {
    const cost = (plurals: string[]): number =>
      nounForms('تشكل', plurals, []).find(({ written }) => written === 'تشكلان')!.cost;
    expect(cost([])).toBeGreaterThan(cost(['-ات']));
  });
});

describe('adjectiveForms', () => {
  const adjectives: Record<
    string,
    readonly [lemma: string, plurals: string[], fem: string[], also: string[], has: string, lacks: string]
  > = {
    regular: ['جديد', ['جدد'], [], [], 'جديد جديدة جديدا جديدان جديدتان جديدات جديدون جدد', ''],
    nisba: ['سياسي', [], [], [], 'سياسي سياسية سياسيون سياسيين سياسيات سياسيا', ''],
    elative: ['أكبر', [], ['كبرى'], [], 'أكبر كبرى كبريات', 'أكبرة'],
    colour: ['أحمر', ['حمر'], ['حمراء'], [], 'أحمر حمراء حمراوان حمر', 'أحمرة'],
    'without feminine': ['أهم', [], ['-'], [], 'أهم', 'أهمة'],
    'defective participle': ['ماضي', [], [], ['ماض'], 'ماضي ماض ماضية ماضون ماضين ماضيات', 'ماضة'],
    'passive participle in ى': ['ملقى', [], [], [], 'ملقى ملقاة ملقيات ملقيان', 'ملقة ملقاات'],
    'second spelling': ['أمريكي', [], [], ['أميركي'], 'أميركية أميركيون', ''],
  };
  for (const [name, [lemma, plurals, feminine, also, has, lacks]] of Object.entries(adjectives)) {
    it(`inflects a ${name} adjective: ${lemma}`, () => {
      const written = writtenBy(adjectiveForms(lemma, plurals, feminine, also));
      expect(
        has.split(' ').filter(form => !written.has(form)),
        'missing',
      ).toEqual([]);
      expect(
        lacks.split(' ').filter(form => form !== '' && written.has(form)),
        'wrong',
      ).toEqual([]);
    });
  }
});
