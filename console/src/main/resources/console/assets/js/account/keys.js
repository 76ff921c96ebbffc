import { fill, h, said } from '../lib/dom.js';
import { call } from '../lib/api.js';
import { day, t } from '../lib/i18n.js';
import { button, check, confirm, copy, field, isComplete, showProblem, summary, tell, working } from '../lib/ui.js';

const SCOPES = ['enhance', 'history:read', 'history:write', 'templates'];
const DAY_MS = 86_400_000;

/** Keys for programs: made here, shown once, revoked here. */
export function keysCard(keys) {
  const list = h('ul', { class: 'stack tight' });
  const shown = h('div', { 'aria-live': 'polite' });
  const draw = () => fill(list, keys.length > 0 ? keys.map((key) => entry(key, () => remove(key))) : h('li', { class: 'small muted' }, t('keys.none')));
  const remove = async (key) => {
    const sure = await confirm({ title: t('keys.revoke'), text: t('keys.revokeText', { name: key.name }), verb: t('keys.revoke') });
    if (!sure) return;
    await call('DELETE', `/auth/api-keys/${key.id}`);
    keys.splice(keys.indexOf(key), 1);
    draw();
    tell(t('keys.revoked'));
  };
  draw();
  return h('section', { class: 'card stack', 'aria-labelledby': 'keys-title' },
    h('h2', { id: 'keys-title' }, t('keys.title')),
    h('p', { class: 'small muted' }, t('keys.lead')),
    shown, list,
    form((key) => {
      keys.unshift(key);
      draw();
      fill(shown, secret(key));
    }));
}

function secret(key) {
  return h('div', { class: 'banner calm' }, h('div', { class: 'stack tight grow' },
    h('strong', {}, t('keys.once', { name: key.name })),
    h('p', { class: 'secret', translate: 'no' }, key.key),
    h('div', { class: 'row' }, button({ text: t('keys.copy'), icon: 'copy', kind: 'main' }, () => copy(key.key)))));
}

function entry(key, revoke) {
  return h('li', { class: 'row spread' },
    h('div', { class: 'grow stack tight' },
      h('p', { class: 'small wrap' }, said(key.name, 'strong'), ' ', said(`${key.prefix}…`, 'span', { class: 'muted' })),
      h('div', { class: 'row tiny muted' },
        key.scopes.map((scope) => h('span', { class: 'tag' }, t(`scope.${scope.replace(':', '.')}`))),
        key.expires_at && h('span', {}, t('keys.until', { when: day(key.expires_at) })),
        h('span', {}, key.last_used_at ? t('keys.used', { when: day(key.last_used_at) }) : t('keys.unused')))),
    button({ text: t('keys.revoke'), 'aria-label': t('keys.revokeOne', { name: key.name }) }, (event) => working(event.currentTarget, revoke)));
}

function form(made) {
  const name = field({ label: t('keys.name'), required: true, maxlength: 100, pointer: '#/name', placeholder: t('keys.example') });
  const expires = field({
    label: t('keys.expires'), control: 'select', value: '90', pointer: '#/expires_at',
    options: ['30', '90', '365', ''].map((value) => ({ value, text: value ? t('keys.days', { count: Number(value) }) : t('keys.never') })),
  });
  const scopes = SCOPES.map((scope) => ({ scope, ...pick(check({ label: t(`scope.${scope.replace(':', '.')}`), checked: scope === 'enhance', 'data-pointer': scope === 'enhance' ? '#/scopes' : null })) }));
  const make = button({ text: t('keys.make'), icon: 'key', type: 'submit' });
  const element = h('form', {
    class: 'stack', noValidate: true,
    onsubmit: (event) => {
      event.preventDefault();
      if (!isComplete(element)) return;
      const chosen = scopes.filter(({ input }) => input.checked).map(({ scope }) => scope);
      if (chosen.length === 0) {
        tell(t('keys.noScope'));
        return;
      }
      working(make, async () => {
        const until = expires.input.value && new Date(Date.now() + Number(expires.input.value) * DAY_MS).toISOString();
        const { data } = await call('POST', '/auth/api-keys', { body: { name: name.input.value.trim(), scopes: chosen, ...(until && { expires_at: until }) } });
        name.input.value = '';
        made(data);
      }, (error) => showProblem(element, error));
    },
  },
    summary(),
    h('div', { class: 'pair' }, name, expires),
    h('fieldset', { class: 'field' }, h('legend', { class: 'label' }, t('keys.scopes')), h('div', { class: 'pair' }, scopes.map(({ element: each }) => each))),
    h('div', { class: 'actions' }, make));
  return element;
}

function pick(element) {
  return { element, input: element.input };
}
