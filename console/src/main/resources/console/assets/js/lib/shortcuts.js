import { h, uniqueId } from './dom.js';
import { t } from './i18n.js';
import { go, openName } from './router.js';
import { button } from './ui.js';

const MAC = /Mac|iPhone|iPad/.test(navigator.platform);

/** How the key that goes with a shortcut is called here. */
export const MOD = MAC ? '⌘' : 'Ctrl';

/** Listens for the keys that work on every screen; Ctrl+Enter belongs to the screen with the prompt. */
export function listen() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector('dialog[open]')) return;
    if (event.key === '?') act(event, showHelp);
    if (event.key === '/') act(event, focusSearch);
  });
}

function act(event, deed) {
  event.preventDefault();
  deed();
}

function isTyping(target) {
  return target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') !== null;
}

function focusSearch() {
  const search = document.querySelector('input[type=search]');
  if (search) search.focus();
  else {
    wantsSearch = true;
    go('/history');
  }
}

let wantsSearch = false;

/** Whether the search was asked for from a screen without one; asks once. */
export function searchWasAskedFor() {
  const asked = wantsSearch && openName() === 'history';
  if (asked) wantsSearch = false;
  return asked;
}

export function showHelp() {
  const heading = uniqueId('help');
  const keys = [
    [`${MOD} + Enter`, 'help.enhance'],
    ['/', 'help.search'],
    ['?', 'help.help'],
    ['Esc', 'help.escape'],
    ['Tab', 'help.tab'],
  ];
  const dialog = h(
    'dialog',
    { 'aria-labelledby': heading, onclose: () => dialog.remove() },
    h('div', { class: 'stack' },
      h('h2', { id: heading }, t('help.title')),
      h('div', { class: 'keys-table' }, keys.flatMap(([key, text]) => [h('div', { translate: 'no' }, h('kbd', {}, key)), h('span', {}, t(text))])),
      h('p', { class: 'small muted' }, t('help.more')),
      h('div', { class: 'row' },
        h('a', { href: 'docs', class: 'button' }, t('foot.api')),
        button({ text: t('common.close'), kind: 'main', autofocus: true }, () => dialog.close()))),
  );
  document.body.append(dialog);
  dialog.showModal();
}
