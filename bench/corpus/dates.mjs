/** Date expressions with their values: absolute ones, and ones that only the day of publication can resolve. */

const MONTHS = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' ');
const LEVANTINE = [
  'كانون الثاني',
  'شباط',
  'آذار',
  'نيسان',
  'أيار',
  'حزيران',
  'تموز',
  'آب',
  'أيلول',
  'تشرين الأول',
  'تشرين الثاني',
  'كانون الأول',
];
const WEEKDAYS = ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'];
const ENGLISH = 'January February March April May June July August September October November December'.split(' ');
const DAY = 86_400_000;

/** First and last day on which the articles are published. */
const FIRST = Date.UTC(2023, 9, 1);
const LAST = Date.UTC(2024, 3, 30);

const iso = time => new Date(time).toISOString().slice(0, 10);
const weekday = time => WEEKDAYS[new Date(time).getUTCDay()];

/** A day of publication as milliseconds since 1970, UTC. */
export function publicationDay(random) {
  return FIRST + DAY * random.below((LAST - FIRST) / DAY + 1);
}

/** The publication line of the pages in shared/corpus: «24th, October 2023 GMT». */
export function publicationStamp(time) {
  const date = new Date(time);
  const day = date.getUTCDate();
  const teen = day > 10 && day < 20;
  const suffix = teen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${suffix}, ${ENGLISH[date.getUTCMonth()]} ${date.getUTCFullYear()} GMT`;
}

function absolute(random) {
  const time = Date.UTC(2015, 0, 1) + DAY * random.below(9 * 365);
  const date = new Date(time);
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth(), date.getUTCFullYear()];
  switch (random.below(6)) {
    case 0:
      return { text: `يوم ${weekday(time)} ${day} ${MONTHS[month]} ${year}`, lead: '', value: iso(time) };
    case 1:
      return { text: `${day} ${LEVANTINE[month]}/${MONTHS[month]} ${year}`, lead: 'في', value: iso(time) };
    case 2:
      return { text: `${MONTHS[month]} ${year}`, lead: 'في', value: iso(time).slice(0, 7) };
    case 3:
      return { text: `عام ${year}`, lead: 'في', value: String(year) };
    default:
      return { text: `${day} ${MONTHS[month]} ${year}`, lead: 'في', value: iso(time) };
  }
}

function relative(random, published) {
  switch (random.below(4)) {
    case 0:
      return { text: `اليوم ${weekday(published)}`, lead: '', value: iso(published) };
    case 1:
      return { text: `أمس ${weekday(published - DAY)}`, lead: '', value: iso(published - DAY) };
    case 2:
      return { text: 'أمس', lead: '', value: iso(published - DAY) };
    default:
      return { text: `غدا ${weekday(published + DAY)}`, lead: '', value: iso(published + DAY) };
  }
}

/** A date: its text, the preposition before it, its value. Relative ones only when `published` is known (else null). */
export function drawDate(random, published) {
  return published !== null && random.chance(0.5) ? relative(random, published) : absolute(random);
}
