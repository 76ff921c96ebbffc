/** Theme and language: kept on this device at once, and with the account's settings where somebody is logged in. */
import { call, read } from './api.js';
import { LANGUAGES, language, preferredLanguage, speak } from './i18n.js';
import { user } from './session.js';
import { device } from './storage.js';

export const THEMES = ['light', 'dark', 'system'];

export function theme() {
  const kept = device.text('theme');
  return THEMES.includes(kept) ? kept : 'system';
}

export function setTheme(chosen) {
  device.set('theme', chosen);
  document.documentElement.dataset.theme = chosen;
}

export async function startLanguage() {
  const kept = device.text('language');
  await speak(kept ?? preferredLanguage());
}

export async function setLanguage(chosen) {
  device.set('language', chosen);
  await speak(chosen);
}

/** Takes over what the account says, if it ever said anything. */
export async function adoptFromAccount() {
  if (!user()) return;
  const { data } = await read('/settings');
  if (data.version === 0) return;
  if (THEMES.includes(data.theme)) setTheme(data.theme);
  const wanted = data.language.split('-')[0].toLowerCase();
  if (Object.hasOwn(LANGUAGES, wanted) && wanted !== language()) await setLanguage(wanted);
}

/** Keeps a choice with the account; on this device it holds in any case. */
export async function keepWithAccount(change) {
  if (user()) await call('PATCH', '/settings', { body: change });
}
