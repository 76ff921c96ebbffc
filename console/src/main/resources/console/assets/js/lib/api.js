import { onceKey, send } from './http.js';
import { ApiProblem } from './problems.js';
import { accessToken, refresh, user } from './session.js';

/**
 * Calls the API as whoever is logged in. A token that is refused is renewed, once.
 *
 * @param {{body?: any, ifMatch?: string | null, once?: boolean, signal?: AbortSignal}} [options] `once`: it makes
 *     something, and must not make it twice
 */
export async function call(method, path, { body, ifMatch, once, signal } = {}) {
  const options = { body, ifMatch, signal, onceKey: once ? onceKey() : undefined };
  try {
    return await send(method, path, { ...options, token: await accessToken() });
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401 || user() === null) throw error;
    await refresh();
    return send(method, path, { ...options, token: await accessToken() });
  }
}

export const read = (path, options) => call('GET', path, options);

/** A path with what is given of its query. */
export function withQuery(path, query) {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** All items of a list that comes in parts. */
export async function all(path, options) {
  const items = [];
  let cursor = null;
  do {
    const { data } = await read(withQuery(path, { limit: 100, cursor }), options);
    items.push(...data.items);
    cursor = data.next_cursor;
  } while (cursor);
  return items;
}
