/**
 * Who is logged in. The access token lives in memory alone; the refresh token also in the tab's sessionStorage, so that a
 * reload does not log out, and is gone with the tab. A duplicated tab starts with the same refresh token, which is good
 * for one use: whichever tab uses it hands what it got to the others.
 */
import { send } from './http.js';
import { ApiProblem } from './problems.js';
import { tab } from './storage.js';

const EARLY_MS = 60_000;
const FORGET_ON = new Set([400, 401, 422]);

let tokens = null;
let timer = 0;
let underWay = null;
const listeners = new Set();
const channel = new BroadcastChannel('betterprompts.session');

channel.onmessage = ({ data }) => {
  if (data.was === tokens?.refresh || data.was === tab.text('refresh')) {
    adopt(data.now);
  }
};

/** Tells whenever somebody logs in or out, and whether a login was lost rather than ended. */
export function onChange(listener) {
  listeners.add(listener);
}

export function user() {
  return tokens?.user ?? null;
}

/**
 * Goes on with the tab's login, if there is one.
 *
 * @returns {Promise<Error | null>} what kept it from going on, where the login may still be good
 */
export async function resume() {
  if (!tab.text('refresh')) return null;
  try {
    await refresh();
    return null;
  } catch (error) {
    return tab.text('refresh') ? error : null;
  }
}

export async function logIn(name, password) {
  const { data } = await send('POST', '/auth/login', { body: { email_or_username: name, password } });
  adopt(fromAnswer(data));
}

export async function register(email, username, password) {
  const { data } = await send('POST', '/auth/register', { body: { email, username, password } });
  adopt(fromAnswer(data));
}

/** Ends the login, here at once and on the server if that can be reached. */
export async function logOut() {
  const token = tokens?.access;
  announce(null);
  if (token) {
    await send('POST', '/auth/logout', { token }).catch(() => {});
  }
}

/** After the server has ended it: nothing is left to tell it. */
export function forget() {
  announce(null);
}

/** What the user is called from now on. */
export function rename(user) {
  if (tokens) tokens = { ...tokens, user };
  tell();
}

/** A token that is good for a while yet, or null for nobody. */
export async function accessToken() {
  if (tokens && tokens.expires - Date.now() < EARLY_MS / 2) {
    await refresh();
  }
  return tokens?.access ?? null;
}

/** Gets new tokens; several who ask at once get the same ones. */
export function refresh() {
  underWay ??= locked(renew).finally(() => { underWay = null; });
  return underWay;
}

/** One tab at a time. Who had to wait gives the message about the other tab's tokens time to arrive. */
function locked(work) {
  if (!navigator.locks) return work();
  const asked = performance.now();
  return navigator.locks.request('betterprompts.refresh', async () => {
    if (performance.now() - asked > 20) await new Promise((done) => setTimeout(done, 100));
    return work();
  });
}

async function renew() {
  const old = tokens?.refresh ?? tab.text('refresh');
  if (!old) return;
  try {
    const { data } = await send('POST', '/auth/refresh', { body: { refresh_token: old } });
    announce(fromAnswer(data));
  } catch (error) {
    if (error instanceof ApiProblem && FORGET_ON.has(error.status)) announce(null, true);
    throw error;
  }
}

function fromAnswer(data) {
  return {
    access: data.access_token,
    refresh: data.refresh_token,
    expires: Date.now() + data.expires_in * 1000,
    user: data.user,
  };
}

function announce(now, isLost = false) {
  const was = tokens?.refresh ?? tab.text('refresh');
  adopt(now, isLost);
  if (was) channel.postMessage({ was, now });
}

function adopt(now, isLost = false) {
  const changed = (tokens?.user?.id ?? null) !== (now?.user?.id ?? null);
  tokens = now;
  tab.set('refresh', now?.refresh ?? null);
  clearTimeout(timer);
  if (now) {
    timer = setTimeout(() => refresh().catch(() => {}), Math.max(now.expires - Date.now() - EARLY_MS, 1000));
  }
  if (changed) tell(isLost);
}

function tell(isLost = false) {
  for (const listener of listeners) listener(user(), isLost);
}
