/** What stands around every screen: the bar, the navigation, the foot. */
import { fill, h, said } from './lib/dom.js';
import { t } from './lib/i18n.js';
import { icon } from './lib/icons.js';
import { go } from './lib/router.js';
import { keepWithAccount, setTheme, theme } from './lib/preferences.js';
import { user } from './lib/session.js';
import { showHelp } from './lib/shortcuts.js';
import { button, toastRegion } from './lib/ui.js';

const NAVIGATION = [
  { name: 'enhance', path: '/', icon: 'write' },
  { name: 'history', path: '/history', icon: 'history' },
  { name: 'templates', path: '/templates', icon: 'template' },
  { name: 'settings', path: '/settings', icon: 'settings' },
];
const PICTURES = { light: 'sun', dark: 'moon', system: 'system' };
const NEXT = { system: 'light', light: 'dark', dark: 'system' };

export function drawShell() {
  fill(
    document.getElementById('app'),
    h('a', { class: 'skip', href: '#main', onclick: skip }, t('shell.skip')),
    h('header', { class: 'bar' },
      h('div', { class: 'bar-in' },
        h('a', { class: 'brand', href: '#/', 'aria-label': t('shell.home') }, h('img', { src: 'assets/icon.svg', alt: '', width: 28, height: 28 }), said('BetterPrompts')),
        user() && navigation(),
        h('div', { class: 'bar-end' }, themeButton(), button({ name: t('shell.help'), icon: 'help', kind: 'quiet' }, showHelp), account()))),
    h('main', { id: 'main', tabindex: -1 }),
    h('footer', { class: 'foot' },
      h('span', {}, t('foot.line')),
      h('a', { href: 'docs' }, t('foot.api')),
      h('a', { href: 'openapi.yaml' }, t('foot.contract'))),
    toastRegion(),
  );
}

function skip(event) {
  event.preventDefault();
  document.querySelector('main').focus();
}

function navigation() {
  return h('nav', { class: 'nav', 'aria-label': t('shell.nav') },
    NAVIGATION.map(({ name, path, icon: picture }) => h('a', { href: `#${path}`, 'data-name': name }, icon(picture), h('span', {}, t(`nav.${name}`)))));
}

/** Marks where the user is. */
export function markNavigation(name) {
  for (const link of document.querySelectorAll('.nav a')) {
    if (link.dataset.name === name) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function themeButton() {
  const now = theme();
  const element = button({ name: t('shell.theme', { theme: t(`theme.${now}`) }), icon: PICTURES[now], kind: 'quiet' }, () => {
    setTheme(NEXT[theme()]);
    keepWithAccount({ theme: theme() }).catch(() => {});
    const next = themeButton();
    element.replaceWith(next);
    next.focus();
  });
  return element;
}

function account() {
  const who = user();
  if (!who) return h('a', { class: 'button', href: '#/sign-in' }, t('shell.signIn'));
  return h('a', { class: 'button quiet', href: '#/account', 'aria-label': t('shell.account', { name: who.username }) }, icon('user'), said(who.username, 'span', { class: 'account-name' }));
}

/** Where somebody goes who has just logged in or out. */
export function arriveHome() {
  go('/');
}
