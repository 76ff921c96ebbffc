import { has, t } from './i18n.js';

/** What the server refused, as it says it (RFC 9457). */
export class ApiProblem extends Error {
  constructor(status, body) {
    super(body?.title ?? `HTTP ${status}`);
    this.status = status;
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
  const own = error.kind !== '' && has(`problem.${error.kind}.title`);
  if (own) {
    return { title: t(`problem.${error.kind}.title`), text: t(`problem.${error.kind}.text`) };
  }
  if (error.status >= 500 || error.title === null) {
    return { title: t('problem.server.title'), text: t('problem.server.text', { id: error.requestId ?? '–' }) };
  }
  return { title: error.title, text: error.detail ?? '', english: true };
}
