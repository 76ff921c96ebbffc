import { fill, h, said } from '../lib/dom.js';
import { read, withQuery } from '../lib/api.js';
import { day, t } from '../lib/i18n.js';
import { icon } from '../lib/icons.js';
import { button, empty, later, more, problemBanner, segments, waiting } from '../lib/ui.js';

const TYPING_MS = 250;
const NONE = { q: '', scope: 'all' };
const filters = { ...NONE };

/** Nothing is looked for any more: whoever comes next begins anew. */
export function forget() {
  Object.assign(filters, NONE);
}

export async function show(main, { signal }) {
  const results = h('div', { class: 'stack' });
  const heard = h('p', { class: 'unseen', role: 'status' });
  let turn = 0;

  const load = async (cursor = null) => {
    turn += 1;
    const mine = turn;
    const { data } = await read(withQuery('/templates', { q: filters.q.trim(), scope: filters.scope, cursor }), { signal });
    if (mine === turn) draw(data, cursor !== null);
  };
  const reload = () => load().catch((error) => {
    if (error.name !== 'AbortError') fill(results, problemBanner(error, button({ text: t('common.retry') }, reload)));
  });

  function draw({ items, next_cursor: cursor }, isMore) {
    if (!isMore) fill(results, items.length > 0 ? h('ul', { class: 'list' }) : nothing());
    results.querySelector('.list')?.append(...items.map(entry));
    heard.textContent = t('templates.heard', { count: results.querySelectorAll('.list > li').length });
    results.querySelector('.row.more')?.remove();
    const rest = more(cursor, () => load(cursor));
    if (rest) {
      rest.classList.add('more');
      results.append(rest);
    }
  }

  const soon = later(TYPING_MS, reload);
  const search = h('input', { class: 'input', type: 'search', 'aria-label': t('templates.search'), placeholder: t('templates.search'), value: filters.q, maxlength: 200, 'aria-keyshortcuts': '/' });
  search.addEventListener('input', () => { filters.q = search.value; soon(); });
  fill(main,
    h('div', { class: 'head' }, h('h1', {}, t('nav.templates')), h('a', { class: 'button main', href: '#/templates/new' }, icon('plus'), t('templates.new'))),
    h('search', { class: 'filters' },
      h('div', { class: 'search' }, icon('search'), search),
      segments({
        legend: t('templates.scope'), hideLegend: true, value: filters.scope,
        options: ['all', 'own', 'public'].map((value) => ({ value, text: t(`templates.scope.${value}`) })),
        onchange: (scope) => { filters.scope = scope; reload(); },
      })),
    heard,
    fill(results, waiting()));
  await load();
}

function nothing() {
  return h('div', { class: 'card' }, filters.q || filters.scope !== NONE.scope
    ? empty('search', t('history.none.title'), t('history.none.text'))
    : empty('template', t('templates.empty.title'), t('templates.empty.text'), h('a', { class: 'button main', href: '#/templates/new' }, t('templates.new'))));
}

function entry(template) {
  return h('li', {},
    h('div', { class: 'item' },
      h('a', { class: 'card-link', href: `#/templates/${template.id}`, translate: 'no', dir: 'auto' }, template.name),
      said(template.description ?? template.content, 'p', { class: 'snippet' }),
      h('div', { class: 'row tiny muted' },
        template.is_public && h('span', { class: 'tag good' }, t(template.is_own ? 'templates.public' : 'templates.foreign')),
        template.category && h('span', { class: 'tag', translate: 'no' }, template.category),
        template.tags.map((tag) => h('span', { class: 'tag calm', translate: 'no' }, tag)),
        h('span', {}, t('templates.variables', { count: template.variables.length })),
        h('span', {}, t('templates.uses', { count: template.usage_count })),
        h('time', { datetime: template.updated_at }, day(template.updated_at)))));
}
