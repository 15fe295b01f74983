/** Sentences: filler by Zipf's law, with names, offices and dates planted into them at the density of real news. */
import { drawDate } from './dates.mjs';
import { ALLIANCES, COUNTRIES, MINISTERS } from './planted.mjs';
import { Weighted, weighted } from './random.mjs';
import { drawRare } from './rare.mjs';
import { attach } from './words.mjs';

/** Function words that begin no date and no name, by rough frequency. */
const FUNCTION_WORDS = weighted([
  ['في', 60],
  ['من', 45],
  ['على', 32],
  ['إلى', 20],
  ['أن', 18],
  ['التي', 13],
  ['عن', 11],
  ['الذي', 9],
  ['مع', 9],
  ['هذه', 6],
  ['هذا', 6],
  ['ما', 6],
  ['لا', 6],
  ['كما', 5],
  ['حيث', 4],
  ['قد', 4],
  ['كان', 4],
  ['أو', 4],
  ['كانت', 3],
  ['عبر', 3],
  ['حول', 3],
  ['لم', 3],
  ['ذلك', 3],
  ['غير', 2],
  ['لدى', 2],
  ['ضد', 2],
  ['نحو', 2],
  ['دون', 2],
  ['لكن', 2],
  ['وفق', 2],
  ['أيضا', 2],
  ['إنه', 1],
  ['أنها', 1],
  ['لديه', 1],
  ['فيها', 1],
  ['عليه', 1],
  ['بها', 1],
  ['منها', 1],
]);
const FRAMES = [
  'VFN',
  'VNA',
  'VNFN',
  'NFN',
  'FNA',
  'FN',
  'FFN',
  'VNFNA',
  'FNFN',
  'NFNA',
  'VFFN',
  'FR',
  'FNR',
  'FNN',
].map(frame => [...frame]);
const REPORTING = ['قال', 'أكد', 'أعلن', 'أوضح', 'ذكر', 'أفاد', 'كشف', 'صرح'];
const LATER = ['وأضاف', 'وتابع', 'وشدد', 'وأشار'];
const HEADS_MASCULINE = ['الجيش', 'القضاء', 'الاقتصاد', 'الموقف', 'الجانب', 'الوفد', 'الدعم'];
const HEADS_FEMININE = ['الحكومة', 'السلطات', 'القوات', 'الشرطة', 'الأراضي', 'الصحافة', 'المعارضة'];
const PLACES = ['في', 'إلى', 'من', 'داخل', 'خارج', 'نحو'];
const PARTNERS = ['مع', 'لدى', 'عن', 'ضد', 'من'];
const COUNTRY_KIND = weighted([
  ['name', 50],
  ['demonym', 40],
  ['capital', 10],
]);

const byRank = list =>
  new Weighted(
    list,
    list.map((_, rank) => 1 / (rank + 2)),
  );
const COUNTRY = byRank(COUNTRIES);
const ALLIANCE = byRank(ALLIANCES);
const MINISTER = byRank(MINISTERS);

/** Share of content words that are rare forms, fitted to Heaps' law as measured (see bench/README.md). */
const RARE_SHARE = 0.03;

/** Writes sentences of one article. `ledger` is null where nothing counts; `published` is null when it is not known. */
export class SentenceWriter {
  #words;
  #random;
  #ledger;
  #published;
  #seed;
  #named = [];
  /** What the article is about: the headline and the sentences share these words, as those of real articles do. */
  #topics;

  constructor({ words, random, ledger, published, seed }) {
    this.#words = words;
    this.#random = random;
    this.#ledger = ledger;
    this.#published = published;
    this.#seed = seed;
    this.#topics = [0, 1, 2].map(() => words.noun(random));
  }

  #word(slot) {
    const random = this.#random;
    if (slot === 'F') return FUNCTION_WORDS.draw(random);
    if (slot === 'R' || random.chance(RARE_SHARE)) {
      return drawRare(random, this.#seed, word => this.#words.allows(word));
    }
    if (slot === 'N') return this.#words.noun(random);
    return slot === 'A' ? this.#words.adjective(random) : this.#words.verb(random);
  }

  /** Filler of at least `count` words. */
  filler(count) {
    const words = [];
    while (words.length < count) {
      for (const slot of this.#random.pick(FRAMES)) words.push(this.#word(slot));
      if (this.#random.chance(0.02)) words.push(`${101 + this.#random.below(850)}`, this.#word('N'));
    }
    return words.join(' ');
  }

  #name(country, lead) {
    this.#ledger?.country(country.id, 'name');
    const joined = this.#random.chance(0.25);
    return joined ? attach(this.#random.pick(['ل', 'ب']), country.name) : `${lead} ${country.name}`;
  }

  #country() {
    const random = this.#random;
    const country = COUNTRY.draw(random);
    const kind = COUNTRY_KIND.draw(random);
    if (kind === 'demonym' && country.demonym) {
      this.#ledger?.country(country.id, 'demonym');
      return random.chance(0.5)
        ? `${random.pick(HEADS_MASCULINE)} ال${country.demonym}`
        : `${random.pick(HEADS_FEMININE)} ال${country.demonym}ة`;
    }
    if (kind === 'capital' && country.capital) {
      this.#ledger?.country(country.id, 'capital');
      return `${random.pick(['في', 'إلى', 'من'])} ${country.capital}`;
    }
    if (random.chance(0.2)) return this.#pair(country);
    return this.#name(country, random.pick(random.chance(0.6) ? PLACES : PARTNERS));
  }

  #pair(country) {
    let other = COUNTRY.draw(this.#random);
    while (other === country) other = COUNTRY.draw(this.#random);
    this.#ledger?.country(country.id, 'name');
    this.#ledger?.country(other.id, 'name');
    return `مع ${country.name} و${other.name}`;
  }

  #alliance() {
    const { id, names } = ALLIANCE.draw(this.#random);
    this.#ledger?.alliance(id);
    const name = this.#random.pick(names);
    return this.#random.chance(0.3)
      ? attach(this.#random.pick(['ل', 'ب']), name)
      : `${this.#random.pick(['مع', 'لدى', 'عن', 'من', 'إلى'])} ${name}`;
  }

  #minister() {
    const minister = MINISTER.draw(this.#random);
    const { country, feminine } = minister;
    this.#ledger?.minister(minister.id);
    this.#ledger?.country(country.id, 'demonym');
    if (minister.surname) this.#named.push(minister);
    const title = feminine ? 'وزيرة' : 'وزير';
    return `${title} ${minister.office} ال${country.demonym}${feminine ? 'ة' : ''} ${minister.name}`;
  }

  #date() {
    const { text, lead, value } = drawDate(this.#random, this.#published);
    this.#ledger?.date(value);
    return lead ? `${lead} ${text}` : text;
  }

  #opening() {
    const random = this.#random;
    if (this.#named.length > 0 && random.chance(0.12)) {
      const minister = random.pick(this.#named);
      this.#ledger?.minister(minister.id);
      return `${random.pick(LATER)} ${minister.surname} أن`;
    }
    if (random.chance(0.1)) {
      const verb = random.pick(REPORTING);
      const minister = this.#minister();
      return verb === 'قال' ? `${verb} ${minister} إن` : `${verb} ${minister}، أن`;
    }
    return this.filler(3);
  }

  /** One sentence of about 28 words with its full stop. */
  sentence() {
    const random = this.#random;
    let text = this.#opening();
    const clauses = 2 + random.below(4);
    for (let clause = 0; clause < clauses; clause++) {
      if (random.chance(0.12)) text += ` ${random.pick(this.#topics)}`;
      text += ` ${this.filler(3 + random.below(5))}`;
      const dice = random.unit();
      if (dice < 0.3) text += ` ${this.#country()}`;
      else if (dice < 0.38) text += ` ${this.#alliance()}`;
      else if (dice < 0.44) text += ` ${this.#date()}،`;
      else if (dice < 0.5) text += '،';
    }
    return `${text.endsWith('،') ? text.slice(0, -1) : text}.`;
  }

  /** The first sentence: it tells what the headline says. */
  lead() {
    return `${this.#opening()} ${this.#topics.join(' ')} ${this.filler(3)} ${this.#country()} ${this.filler(4)}.`;
  }

  /** A headline of about eight words, without a full stop. */
  headline() {
    const [first, second, third] = this.#topics;
    const planted = this.#random.chance(0.6) ? ` ${this.#country()}` : '';
    return `${this.#word('V')} ${first} ${second}${planted} ${this.filler(2)} ${third}`;
  }
}
