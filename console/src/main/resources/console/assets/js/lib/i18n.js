/** The interface's own words, one file of them for each language. */

export const LANGUAGES = { en: 'English', de: 'Deutsch', es: 'Español' };

const FALLBACK = 'en';
let words = {};
let current = FALLBACK;
let plurals = new Intl.PluralRules(FALLBACK);

/** Reads a language's words; from then on everything is said in it. */
export async function speak(language) {
  const chosen = Object.hasOwn(LANGUAGES, language) ? language : FALLBACK;
  const answer = await fetch(new URL(`../../i18n/${chosen}.json`, import.meta.url));
  use(chosen, await answer.json());
}

/** Takes words that are at hand. */
export function use(language, newWords) {
  words = newWords;
  current = language;
  plurals = new Intl.PluralRules(language);
  document.documentElement.lang = language;
}

export function language() {
  return current;
}

/** Which of the languages fits what the browser prefers. */
export function preferredLanguage() {
  const wanted = navigator.languages.map((tag) => tag.split('-')[0].toLowerCase());
  return wanted.find((tag) => Object.hasOwn(LANGUAGES, tag)) ?? FALLBACK;
}

/**
 * A text of the interface.
 *
 * @param {string} key
 * @param {Record<string, unknown>} [values] for the names in braces; `count` chooses between `key.one` and `key.other`
 */
export function t(key, values = {}) {
  const plural = 'count' in values ? `${key}.${plurals.select(values.count)}` : key;
  const text = words[plural] ?? words[`${key}.other`] ?? words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? shown(values[name]) : whole));
}

/** Whether there is a text of this key. */
export function has(key) {
  return Object.hasOwn(words, key);
}

function shown(value) {
  return typeof value === 'number' ? value.toLocaleString(current) : String(value);
}

/** In whole percent; what is there but less than one says so. */
export function percent(fraction) {
  const format = new Intl.NumberFormat(current, { style: 'percent', maximumFractionDigits: 0 });
  return fraction > 0 && fraction < 0.01 ? `< ${format.format(0.01)}` : format.format(fraction);
}

/** A number of seconds, in words: 12 seconds, 2 minutes. */
export function seconds(number) {
  const [value, unit] = number < 120 ? [number, 'second'] : [Math.ceil(number / 60), 'minute'];
  return new Intl.NumberFormat(current, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

export function dateTime(iso) {
  return new Intl.DateTimeFormat(current, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

export function day(iso) {
  return new Intl.DateTimeFormat(current, { dateStyle: 'medium' }).format(new Date(iso));
}
