import { fill, h } from '../lib/dom.js';
import { t } from '../lib/i18n.js';
import { icon } from '../lib/icons.js';
import { logIn, register } from '../lib/session.js';
import { device } from '../lib/storage.js';
import { button, field, isComplete, segments, showProblem, summary, working } from '../lib/ui.js';

let mode;

/** Whoever was here before, on this device, sees the login first. */
export function show(main) {
  mode = device.text('known') ? 'logIn' : 'register';
  const place = h('section', { class: 'card', 'aria-label': t('sign.form') });
  const draw = (focus) => {
    fill(place, form(draw));
    if (focus) place.querySelector(`input[type=radio]:checked`).focus();
  };
  draw(false);
  fill(main, h('div', { class: 'gate' }, pitch(), place));
}

function pitch() {
  const points = ['sign.point.words', 'sign.point.reasons', 'sign.point.choice', 'sign.point.private'];
  return h('div', { class: 'pitch' },
    h('h1', {}, t('sign.title')),
    h('p', { class: 'lead' }, t('sign.lead')),
    h('ul', { class: 'points' }, points.map((key) => h('li', {}, icon('check'), h('span', {}, t(key))))));
}

function form(draw) {
  const isNew = mode === 'register';
  const name = isNew ? userName() : loginName();
  const email = field({ label: t('sign.email'), type: 'email', autocomplete: 'email', required: true, maxLength: 254, pointer: '#/email' });
  const password = field({
    label: t('sign.password'), type: 'password', required: true, maxlength: 72, pointer: '#/password',
    minlength: isNew ? 8 : 1, autocomplete: isNew ? 'new-password' : 'current-password', hint: isNew ? t('sign.passwordHint') : null,
  });
  const submit = button({ text: t(isNew ? 'sign.register' : 'sign.logIn'), kind: 'main large', type: 'submit' });
  const send = (event) => {
    event.preventDefault();
    if (!isComplete(element)) return;
    working(submit, () => (isNew
      ? register(email.input.value.trim(), name.input.value.trim(), password.input.value)
      : logIn(name.input.value.trim(), password.input.value)), (error) => showProblem(element, error));
  };
  const element = h('form', { noValidate: true, onsubmit: send },
    segments({
      legend: t('sign.form'), hideLegend: true, value: mode,
      options: [{ value: 'register', text: t('sign.new') }, { value: 'logIn', text: t('sign.known') }],
      onchange: (chosen) => { mode = chosen; draw(true); },
    }),
    summary(),
    isNew && email,
    name,
    password,
    submit,
    h('p', { class: 'small muted' }, t('sign.anonymous'), ' ', h('a', { href: '#/' }, t('sign.try'))));
  return element;
}

function userName() {
  return field({
    label: t('sign.username'), autocomplete: 'username', required: true, minlength: 3, maxlength: 40, pointer: '#/username',
    pattern: '[A-Za-z0-9._\\-]+', 'data-pattern-mismatch': t('sign.usernameForm'), autocapitalize: 'none', spellcheck: false,
  });
}

function loginName() {
  return field({
    label: t('sign.name'), autocomplete: 'username', required: true, maxlength: 254, pointer: '#/email_or_username',
    autocapitalize: 'none', spellcheck: false,
  });
}
