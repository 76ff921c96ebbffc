import { ApiProblem, Unreachable } from './problems.js';

/** Where the API answers: beside the console. */
const BASE = new URL('../../../api/v1', import.meta.url).pathname;
const PATIENCE_MS = 30_000;

/**
 * Sends one request.
 *
 * @returns {Promise<{status: number, data: any, tag: string | null}>}
 * @throws {ApiProblem} what the server refuses
 * @throws {Unreachable} where no answer comes
 */
export async function send(method, path, { body, token, ifMatch, onceKey, signal } = {}) {
  const answer = await reach(BASE + path, {
    method,
    headers: headers({ body, token, ifMatch, onceKey }),
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: patient(signal),
    cache: 'no-store',
    credentials: 'omit',
  });
  const text = await answer.text();
  const data = text === '' ? null : parsed(text);
  if (!answer.ok) {
    throw new ApiProblem(answer.status, data, Number(answer.headers.get('retry-after')));
  }
  return { status: answer.status, data, tag: answer.headers.get('etag') };
}

function headers({ body, token, ifMatch, onceKey }) {
  const all = {};
  if (body !== undefined) all['content-type'] = 'application/json';
  if (token) all.authorization = `Bearer ${token}`;
  if (ifMatch) all['if-match'] = ifMatch;
  if (onceKey) all['idempotency-key'] = onceKey;
  return all;
}

function patient(signal) {
  const late = AbortSignal.timeout(PATIENCE_MS);
  return signal ? AbortSignal.any([signal, late]) : late;
}

async function reach(url, request) {
  try {
    return await fetch(url, request);
  } catch (cause) {
    if (cause.name === 'AbortError') throw cause;
    throw new Unreachable();
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A key that makes a request count once, also when it is sent again. */
export function onceKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
