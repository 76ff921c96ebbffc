import { h } from '../lib/dom.js';

/** As the server finds them: {{name}}, with blanks around the name or not. */
const PLACE = /\{\{[ \t]*([\p{L}_][\p{L}\p{M}\p{N}_.-]{0,63})[ \t]*\}\}/gu;

export const TYPES = ['string', 'number', 'boolean', 'enum'];

/** The names of a text's variables, each once, in their order. */
export function namesIn(content) {
  return [...new Set([...content.matchAll(PLACE)].map((match) => match[1]))];
}

/** The text with its variables marked. */
export function marked(content) {
  const nodes = [];
  let at = 0;
  for (const match of content.matchAll(PLACE)) {
    nodes.push(content.slice(at, match.index), h('span', { class: 'slot' }, match[0]));
    at = match.index + match[0].length;
  }
  nodes.push(content.slice(at));
  return nodes;
}

/** Keeps what is known of the variables that are still there, and adds those that are new. */
export function matched(names, known) {
  return names.map((name) => known.find((variable) => variable.name === name) ?? { name, type: 'string', required: true });
}

/** What was known of a variable goes on with its new name, where nothing but names changed. */
export function renamed(names, known) {
  if (names.length !== known.length) return [];
  return known.flatMap((variable, index) => {
    const isGone = !names.includes(variable.name);
    const isNew = known.every(({ name }) => name !== names[index]);
    return isGone && isNew ? [{ ...variable, name: names[index] }] : [];
  });
}

/** A name for what stands for some words. */
export function nameOf(words) {
  const name = (words.normalize('NFC').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, 3).join('_').slice(0, 40);
  return /^[\p{L}_]/u.test(name) ? name : 'name';
}

/** A value as its variable's type has it; undefined for none. */
export function typed(variable, text) {
  if (text === '' || text === undefined || text === null) return undefined;
  if (variable.type === 'number') return Number(text);
  if (variable.type === 'boolean') return text === true || text === 'true';
  return String(text);
}
