import { fill } from './dom.js';
import { asksForLogin } from './problems.js';
import { t } from './i18n.js';
import { button, problemBanner, waiting } from './ui.js';

/** Screens by the part of the address after the #, so that one file serves them all. */
const screens = [];
const SIGN_IN = '/sign-in';
let leaving = new AbortController();
let turn = 0;

/** @param {(main: HTMLElement, context: {params: string[], signal: AbortSignal}) => Promise<void> | void} show */
export function screen(pattern, name, show) {
  screens.push({ pattern, name, show });
}

export function go(path) {
  if (location.hash === `#${path}`) open();
  else location.hash = path;
}

let wanted = null;

/** Leads to the login, and remembers where to go on after it. */
export function askForLogin() {
  if (path() !== SIGN_IN) wanted = path();
  go(SIGN_IN);
}

/** Where somebody was on the way to who had to log in first; asks once. */
export function afterLogin() {
  const place = wanted ?? '/';
  wanted = null;
  return place;
}

export function path() {
  return location.hash.slice(1) || '/';
}

/** The name of the screen that is open, for the navigation. */
export function openName() {
  return match()?.screen.name;
}

function match() {
  for (const screen of screens) {
    const params = screen.pattern.exec(path());
    if (params) return { screen, params: params.slice(1).map(decodeURIComponent) };
  }
  return null;
}

let onOpen = () => {};

/** Starts to follow the address. `opened` hears of each screen. */
export function follow(opened) {
  onOpen = opened;
  window.addEventListener('hashchange', () => open({ moveFocus: true }));
}

/** Shows the screen that the address names. */
export async function open({ moveFocus = false } = {}) {
  leaving.abort();
  leaving = new AbortController();
  turn += 1;
  const mine = turn;
  const main = document.querySelector('main');
  const found = match() ?? { screen: screens[0], params: [] };
  fill(main, waiting());
  onOpen(found.screen.name);
  try {
    await found.screen.show(main, { params: found.params, signal: leaving.signal });
  } catch (error) {
    if (mine !== turn || error.name === 'AbortError') return;
    if (asksForLogin(error)) {
      askForLogin();
      return;
    }
    fill(main, problemBanner(error, button({ text: t('common.retry') }, () => open())));
  }
  if (mine === turn) arrive(main, moveFocus);
}

function arrive(main, moveFocus) {
  const heading = main.querySelector('h1');
  document.title = heading ? `${heading.textContent} · BetterPrompts` : 'BetterPrompts';
  if (!moveFocus) return;
  window.scrollTo(0, 0);
  if (heading && !main.contains(document.activeElement)) {
    heading.tabIndex = -1;
    heading.focus();
  }
}
