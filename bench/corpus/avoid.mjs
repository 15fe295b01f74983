/**
 * Words that the filler text must not hold, because they are, begin or complete a name, an office or a date: what the
 * manifest counts is planted, and nothing else may be there to be counted. Written by hand; the single words that our
 * gazetteers know are added from them.
 */
import { existsSync, readFileSync } from 'node:fs';

const TIME = `يوم يومي ليلة ليل نهار صباح صبح فجر ضحى ظهر ظهيرة عصر مساء غروب مغرب عشاء عشية غد أمس بارحة أسبوع أسبوعي شهر شهري سنة سنوي عام عقد قرن
  ساعة دقيقة ثانية لحظة فترة مدة زمن وقت حين موعد ربيع صيف خريف شتاء فصل موسم ربع نصف ثلث نهاية بداية مطلع منتصف أواخر أوائل مستهل ختام متم غرة فاتح سلخ
  عيد رمضان شعبان شوال رجب صفر محرم فطر أضحى جمعة خميس سبت أحد اثنين ثلاثاء ثلثاء أربعاء مارس ماي مايو يناير أيار آب آذار شباط نيسان تموز أيلول حزيران تشرين كانون
  أبريل إبريل أفريل يونيو يونيه يونية جوان يوليو يوليه يولية جويلية يوليوز أغسطس غشت أوت أغشت سبتمبر شتنبر شتمبر أكتوبر نوفمبر نونبر ديسمبر دجنبر دجمبر جانفي فبراير فيفري
  ذو جمادى عاشوراء نوروز ميلادية كريسماس عرفة إسراء معراج مولد قبل بعد منذ خلال حتى
  عشرينيات ثلاثينيات أربعينيات خمسينيات ستينيات سبعينيات ثمانينيات تسعينيات عشرينات ثلاثينات أربعينات خمسينات ستينات سبعينات ثمانينات تسعينات
  ماض منصرم فائت فارط سابق أسبق مقبل قادم تال جار حالي راهن آت لاحق مستقبل سالف معاصر حاضر آن أثناء حقبة عهد دورة جيل ذكرى تاريخ يومية عطلة تقويم ميلاد هجري ميلادي
  أول ثان ثالث ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة ثلاث أربع خمس ست سبع ثماني تسع عشر رابع خامس سادس سابع ثامن تاسع عاشر حادي واحد أولى أخير مرة دوري موسمي فصلي ألفية مئوية عشرية مئوي ألفين مئة مائة ألف مليون مليار عشرة عشرون نيف بضع`;

const NAMES = `شمال جنوب شرق غرب وسط شمالي جنوبي شرقي غربي دولة دول جمهورية مملكة سلطنة إمارة ولاية ولايات مدينة عاصمة إقليم بلد بلاد جزيرة جزر بحر خليج محيط نهر جبل
  حلف تحالف اتحاد اتحادي جامعة مجلس مجموعة منظمة رابطة هيئة لجنة وكالة محكمة صندوق بنك مصرف مفوضية أمانة بعثة قوة قيادة كتلة تكتل تجمع منتدى اتفاقية اتفاق معاهدة ميثاق
  شراكة مؤتمر قمة جماعة جمعية كونفدرالية سوق برلمان مكتب حوار رباعي رباعية أممي دولي متحد مشترك متحدة أمم بيت منطقة آلية مبادرة عملية مهمة وحدة ناد شركة مؤسسة مركز
  وزير وزارة وزاري رئيس رئاسة وكيل نائب مساعد مستشار كاتب أمير ملك ملكي سلطان شيخ دكتور مهندس فريق لواء عميد عقيد جنرال مارشال سيد سيدة أستاذ معال سعادة سمو فخامة جلالة أمين مفوض
  كرة قدم سلة طائرة يد شطرنج تنس سباحة جمباز ملاكمة مصارعة ألعاب قوى دراجات فروسية رياضة
  قائم محافظ سفير قنصل مبعوث مندوب داخلية خارجية دفاع خارجي داخلي حكومة حكومي نظير نجل ابن أبو أب أم أخ عبد آل بن شعب شعبي حربي جيوش شأن مالية
  حزب حركة جبهة تيار ائتلاف وكالات صحيفة جريدة قناة إذاعة تلفزيون موقع بوابة مجلة اسم لقب عائلة أسرة قبيلة عشيرة كأس منتخب لاعب مدرب فرقة حاج ملا عم خال جد إمام رأس عين`;

/** The key by which two spellings are one: hamza seats and final alif maqsura folded, teh marbuta as heh. */
export function fold(word) {
  return word
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى$/, 'ي')
    .replace(/ة$/, 'ه');
}

function singleWords(file) {
  if (!existsSync(file)) return [];
  const { entries } = JSON.parse(readFileSync(file, 'utf8'));
  const found = new Set();
  const collect = value => {
    if (typeof value === 'string') {
      if (/^[\u0621-\u064a]+$/.test(value)) found.add(value);
    } else if (value && typeof value === 'object') Object.values(value).forEach(collect);
  };
  collect(entries);
  return [...found];
}

/** The last words of names, by which ministers are called alone: with the article, and without it. */
function surnames(file) {
  if (!existsSync(file)) return [];
  const full = readFileSync(file, 'utf8').match(/(?<=[\u0621-\u064a]{1,40} )[\u0621-\u064a]+(?=")/g) ?? [];
  return full.flatMap(word => [word, word.replace(/^ال/, '')]);
}

/** Keys of all words to avoid. `data` is the folder `src/data`. */
export function avoidedWords(data) {
  const words = `${TIME} ${NAMES}`.split(/\s+/);
  for (const name of ['countries', 'alliances', 'office-holders', 'office-words', 'calendar']) {
    words.push(...singleWords(`${data}/${name}.json`));
  }
  words.push(...surnames(`${data}/office-holders.json`));
  return new Set(words.map(fold));
}

/** True when `word`, or what is left of it without clitics and the article, is to be avoided. */
export function isAvoided(word, avoided) {
  const key = fold(word);
  if (avoided.has(key)) return true;
  const match = /^[وف]?[بكلس]?(?:ال|ل)?(.{2,}?)$/.exec(key);
  for (let cut = 0; cut <= key.length - (match?.[1].length ?? key.length); cut++) {
    const rest = key.slice(cut);
    if (avoided.has(rest) || avoided.has(`ال${rest}`)) return true;
    for (const ending of ['ين', 'ون', 'ان', 'ات', 'ه', 'ها', 'هم', 'ا', 'ي', 'يه', 'تين']) {
      if (rest.endsWith(ending) && avoided.has(rest.slice(0, -ending.length))) return true;
    }
  }
  return false;
}
