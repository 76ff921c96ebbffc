import { fill, h, said } from '../lib/dom.js';
import { all, call, read } from '../lib/api.js';
import { dateTime, t } from '../lib/i18n.js';
import { icon } from '../lib/icons.js';
import { forget, logOut, rename } from '../lib/session.js';
import { button, confirm, field, isComplete, showProblem, summary, tell, working } from '../lib/ui.js';
import { keysCard } from './keys.js';

/** The account: who one is, what has access, and the way out. */
export async function show(main, { signal }) {
  const [{ data: profile }, sessions, keys] = await Promise.all([read('/auth/profile', { signal }), all('/auth/sessions', { signal }), all('/auth/api-keys', { signal })]);
  fill(main, h('div', { class: 'narrow stack loose' },
    h('div', { class: 'row spread' }, h('h1', {}, t('account.title')), button({ text: t('account.logOut'), icon: 'leave' }, (event) => working(event.currentTarget, logOut))),
    profileCard(profile),
    keysCard(keys),
    sessionsCard(sessions),
    passwordCard(profile),
    dataCard(profile)));
}

function profileCard(profile) {
  let tag = null;
  const email = field({ label: t('sign.email'), type: 'email', value: profile.email, required: true, maxlength: 254, pointer: '#/email', autocomplete: 'email' });
  const name = field({ label: t('sign.username'), value: profile.username, required: true, minlength: 3, maxlength: 40, pattern: '[A-Za-z0-9._\\-]+', 'data-pattern-mismatch': t('sign.usernameForm'), pointer: '#/username', autocomplete: 'username' });
  const save = button({ text: t('common.save'), type: 'submit' });
  return card('account.profile', save, async () => {
    const { data, tag: next } = await call('PATCH', '/auth/profile', { body: { email: email.input.value.trim(), username: name.input.value.trim() }, ifMatch: tag });
    tag = next;
    rename(data);
    tell(t('account.saved'));
  }, h('div', { class: 'pair' }, email, name), h('div', { class: 'actions' }, save));
}

function passwordCard(profile) {
  const current = field({ label: t('account.currentPassword'), type: 'password', required: true, maxlength: 72, pointer: '#/current_password', autocomplete: 'current-password' });
  const fresh = field({ label: t('account.newPassword'), type: 'password', required: true, minlength: 8, maxlength: 72, pointer: '#/new_password', autocomplete: 'new-password', hint: t('sign.passwordHint') });
  const save = button({ text: t('account.changePassword'), type: 'submit' });
  const element = card('account.password', save, async () => {
    await call('POST', '/auth/password', { body: { current_password: current.input.value, new_password: fresh.input.value } });
    element.reset();
    tell(t('account.passwordChanged'));
  }, whose(profile), h('p', { class: 'small muted' }, t('account.passwordHint')), h('div', { class: 'pair' }, current, fresh), h('div', { class: 'actions' }, save));
  return element;
}

/** Tells password managers whose password is asked for. */
function whose(profile) {
  return h('input', { type: 'text', value: profile.username, autocomplete: 'username', hidden: true, readonly: true });
}

/** A form with a heading, which says what went wrong at its fields. */
function card(title, save, send, ...content) {
  const form = h('form', {
    class: 'card stack', noValidate: true,
    onsubmit: (event) => {
      event.preventDefault();
      if (isComplete(form)) working(save, send, (error) => showProblem(form, error));
    },
  }, h('h2', {}, t(title)), summary(), content);
  return form;
}

function sessionsCard(sessions) {
  const list = h('ul', { class: 'stack tight' }, sessions.map((session) => entry(session)));
  return h('section', { class: 'card stack' },
    h('div', { class: 'row spread' }, h('h2', {}, t('sessions.title')),
      sessions.length > 1 && button({ text: t('sessions.others'), kind: 'quiet' }, (event) => working(event.currentTarget, async () => {
        await Promise.all(sessions.filter(({ current }) => !current).map(({ id }) => call('DELETE', `/auth/sessions/${id}`)));
        list.querySelectorAll('[data-other]').forEach((each) => each.remove());
        tell(t('sessions.othersEnded'));
      }))),
    list);
}

function entry(session) {
  const item = h('li', { class: 'row spread', 'data-other': !session.current },
    h('div', { class: 'grow' },
      said(device(session.device), 'p', { class: 'small wrap' }),
      h('p', { class: 'tiny muted' }, t('sessions.used', { when: dateTime(session.last_used_at) }), session.ip && [' · ', said(session.ip)])),
    session.current
      ? h('span', { class: 'tag good' }, t('sessions.current'))
      : button({ text: t('sessions.end'), 'aria-label': t('sessions.endOne', { device: device(session.device) }) }, (event) => working(event.currentTarget, async () => {
        await call('DELETE', `/auth/sessions/${session.id}`);
        item.remove();
        tell(t('sessions.ended'));
      })));
  return item;
}

const BROWSERS = [/Edg\/\d+/, /OPR\/\d+/, /Firefox\/\d+/, /Chrome\/\d+/, /Version\/\d+(?=.*Safari)/];
const SYSTEMS = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux'];

/** A browser's long name of itself, cut down to what tells devices apart. */
function device(agent) {
  if (!agent) return '–';
  const browser = BROWSERS.map((pattern) => pattern.exec(agent)?.[0]).find(Boolean);
  const system = SYSTEMS.find((name) => agent.includes(name));
  return browser ? [browser.replace('/', ' '), system].filter(Boolean).join(' · ') : agent.slice(0, 60);
}

function dataCard(profile) {
  const password = field({ label: t('sign.password'), type: 'password', required: true, maxlength: 72, pointer: '#/password', autocomplete: 'current-password' });
  const erase = button({ text: t('account.erase'), kind: 'danger', type: 'submit', icon: 'trash' });
  const form = h('form', {
    class: 'stack', noValidate: true,
    onsubmit: (event) => {
      event.preventDefault();
      if (isComplete(form)) eraseAfterAsking(form, erase, profile, password.input);
    },
  }, whose(profile), summary(), h('p', { class: 'small muted' }, t('account.eraseHint')), password, h('div', { class: 'actions' }, erase));
  return h('section', { class: 'card stack' }, h('h2', {}, t('account.data')),
    h('p', { class: 'small muted' }, t('account.exportHint')),
    h('div', { class: 'actions' }, button({ text: t('account.export') }, (event) => working(event.currentTarget, download))),
    h('details', {}, h('summary', {}, icon('chevron'), t('account.eraseTitle')), form));
}

async function eraseAfterAsking(form, control, profile, password) {
  const sure = await confirm({ title: t('account.eraseTitle'), text: t('account.eraseSure', { name: profile.username }), verb: t('account.erase') });
  if (!sure) return;
  working(control, async () => {
    await call('DELETE', '/auth/profile', { body: { password: password.value } });
    forget();
    tell(t('account.erased'));
  }, (error) => showProblem(form, error));
}

async function download() {
  const tables = {};
  let cursor = null;
  do {
    const { data } = await read(`/auth/export${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`);
    for (const [table, rows] of Object.entries(data.tables)) (tables[table] ??= []).push(...rows);
    cursor = data.next_cursor;
  } while (cursor);
  const address = URL.createObjectURL(new Blob([JSON.stringify(tables, null, 2)], { type: 'application/json' }));
  h('a', { href: address, download: 'betterprompts.json' }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
