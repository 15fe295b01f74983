/** Patterns with * (any letters, also none) and ? (one letter), matched by hand: no regular expression from user data. */

/** True when the whole of `text` fits `pattern`. Steps back to the last star only, so time is at most their product. */
export function fitsWildcard(text: string, pattern: string): boolean {
  let at = 0;
  let wanted = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    if (wanted < pattern.length && pattern[wanted] === '*') {
      star = wanted++;
      resume = at;
    } else if (wanted < pattern.length && (pattern[wanted] === '?' || pattern[wanted] === text[at])) {
      at++;
      wanted++;
    } else if (star >= 0) {
      wanted = star + 1;
      at = ++resume;
    } else return false;
  }
  while (pattern[wanted] === '*') wanted++;
  return wanted === pattern.length;
}

/** True when `text` is a pattern rather than a word. */
export function isWildcard(text: string): boolean {
  return text.includes('*') || text.includes('?');
}
