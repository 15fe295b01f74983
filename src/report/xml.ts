/** Text inside XML 1.0. */
import { codePointName, escapeControls } from './bidi.ts';

/** What XML 1.0 forbids besides controls, which {@link escapeControls} shows by name. */
const FORBIDDEN = /[\p{Cs}\ufffe\uffff]/gu;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
]);

/** Text as it may stand in an element or attribute: what is forbidden or harmful is made visible as `<U+202E>`. */
export function escapeXml(text: string): string {
  return escapeControls(text)
    .replace(FORBIDDEN, codePointName)
    .replace(/[&<>"']/gu, character => ENTITIES.get(character)!);
}
