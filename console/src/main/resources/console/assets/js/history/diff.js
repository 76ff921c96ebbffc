import { h } from '../lib/dom.js';

/**
 * The operations that lead from one text to another, as rows of two sides: lines that are equal stand beside each other.
 *
 * @param {{op: 'equal' | 'delete' | 'insert', text: string}[]} operations
 * @returns {{left: Part[], right: Part[], same: boolean}[]} a part is a text with what happened to it
 *
 * @typedef {{op: string, text: string}} Part
 */
export function rows(operations) {
  const done = [];
  let left = [[]];
  let right = [[]];

  function flush() {
    for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
      const pair = { left: left[index] ?? [], right: right[index] ?? [] };
      done.push({ ...pair, same: [...pair.left, ...pair.right].every(({ op }) => op === 'equal') && pair.left.length === pair.right.length });
    }
    left = [[]];
    right = [[]];
  }

  for (const { op, text } of operations.filter(({ text }) => text !== '')) {
    const lines = text.replaceAll('\r\n', '\n').split('\n');
    lines.forEach((line, index) => {
      if (index > 0 && op === 'equal') flush();
      if (index > 0 && op === 'delete') left.push([]);
      if (index > 0 && op === 'insert') right.push([]);
      if (op === 'equal') level(left, right);
      if (line === '') return;
      if (op !== 'insert') left.at(-1).push({ op, text: line });
      if (op !== 'delete') right.at(-1).push({ op, text: line });
    });
  }
  flush();
  return done;
}

/** Moves the line that is being written on the shorter side down to where the longer one is. */
function level(one, other) {
  while (one.length < other.length) one.splice(-1, 0, []);
  while (other.length < one.length) other.splice(-1, 0, []);
}

/** Two texts side by side; where there is no room, what differs stands one below the other. */
export function sideBySide({ operations, from, to, caption }) {
  return h('table', { class: 'diff' },
    h('caption', { class: 'unseen' }, caption),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, from), h('th', { scope: 'col' }, to))),
    h('tbody', { translate: 'no', dir: 'auto' }, rows(operations).map(({ left, right, same }) =>
      h('tr', { class: same ? 'same' : 'other' }, h('td', {}, left.map(part)), h('td', {}, right.map(part))))));
}

function part({ op, text }) {
  if (op === 'equal') return text;
  return h(op === 'delete' ? 'del' : 'ins', {}, text);
}
