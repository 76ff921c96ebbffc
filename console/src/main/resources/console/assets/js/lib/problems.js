import { has, seconds, t } from './i18n.js';

/** How long to wait where the server does not say. */
const WAIT_S = 60;
const LOGIN_ENDED = new Set(['unauthenticated', 'access-token-invalid', 'access-token-expired', 'refresh-token-invalid', 'refresh-token-reused', 'session-not-found']);

/** What the server refused, as it says it (RFC 9457). */
export class ApiProblem extends Error {
  /** @param {number} wait seconds to wait before it is tried again; 0 or NaN where the server does not say */
  constructor(status, body, wait = 0) {
    super(body?.title ?? `HTTP ${status}`);
    this.status = status;
    this.wait = wait;
    this.kind = (body?.type ?? '').split(/[:/#]/).pop() ?? '';
    this.title = body?.title ?? null;
    this.detail = body?.detail ?? null;
    this.errors = body?.errors ?? [];
    this.current = body?.current ?? null;
    this.requestId = body?.request_id ?? null;
  }
}

/** No answer: no network, no server, or no patience left. */
export class Unreachable extends Error {}

/** Under which name the interface has words for a problem; null if it has none. */
function kindOf({ kind, status }) {
  if (status === 401 && LOGIN_ENDED.has(kind)) return 'login-ended';
  if (kind !== '' && has(`problem.${kind}.title`)) return kind;
  if (status === 429) return 'rate-limit-exceeded';
  return status === 503 ? 'busy' : null;
}

/** Whether someone has to log in before this can work. */
export function asksForLogin(error) {
  return error instanceof ApiProblem && error.status === 401;
}

/**
 * What went wrong and what to do about it, in sentences of the interface's language where there are some, otherwise in
 * the server's words.
 */
export function explain(error) {
  if (error instanceof Unreachable) {
    return { title: t('problem.unreachable.title'), text: t('problem.unreachable.text') };
  }
  if (!(error instanceof ApiProblem)) {
    console.error(error);
    return { title: t('problem.console.title'), text: t('problem.console.text') };
  }
  const kind = kindOf(error);
  if (kind) {
    return { title: t(`problem.${kind}.title`), text: t(`problem.${kind}.text`, { wait: seconds(error.wait || WAIT_S) }) };
  }
  if (error.status >= 500 || error.title === null) {
    return { title: t('problem.server.title'), text: t('problem.server.text', { id: error.requestId ?? '–' }) };
  }
  return { title: error.title, text: error.detail ?? '', english: true };
}
