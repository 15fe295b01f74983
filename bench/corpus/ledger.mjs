/** Counts of what was planted, as the manifest states them. */

function add(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sorted(counts) {
  return Object.fromEntries([...counts].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** What stands in the counted parts: title and body of main articles. */
export class Ledger {
  #countries = new Map();
  #alliances = new Map();
  #ministers = new Map();
  #dates = new Map();
  articles = 0;
  words = 0;

  /** `kind` is `name`, `demonym` or `capital`. */
  country(id, kind) {
    if (!this.#countries.has(id)) this.#countries.set(id, new Map());
    add(this.#countries.get(id), kind);
  }

  alliance(id) {
    add(this.#alliances, id);
  }

  minister(id) {
    add(this.#ministers, id);
  }

  /** `value` is a TIMEX3 value such as `2024-05-31`, `2024-05` or `2024`. */
  date(value) {
    add(this.#dates, value);
  }

  /** The counts as plain data with sorted keys. */
  totals() {
    const countries = Object.fromEntries([...this.#countries].map(([id, kinds]) => [id, sorted(kinds)]));
    return {
      articles: this.articles,
      words: this.words,
      countries: sorted(new Map(Object.entries(countries))),
      alliances: sorted(this.#alliances),
      ministers: sorted(this.#ministers),
      dates: sorted(this.#dates),
    };
  }
}
