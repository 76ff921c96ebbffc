import { fill, h, said } from '../lib/dom.js';
import { call, read, withQuery } from '../lib/api.js';
import { day, t } from '../lib/i18n.js';
import { icon } from '../lib/icons.js';
import { go } from '../lib/router.js';
import { searchWasAskedFor } from '../lib/shortcuts.js';
import { check, button, empty, field, later, more, problemBanner, tell, waiting, working } from '../lib/ui.js';
import { INTENTS, intentName } from '../enhance/words.js';

const TYPING_MS = 250;
const filters = { q: '', intent: '', tag: '', favourite: false, deleted: false };

export async function show(main, { signal }) {
  const results = h('div', { 'aria-live': 'polite', class: 'stack' });
  let turn = 0;

  const load = async (cursor = null) => {
    turn += 1;
    const mine = turn;
    const { data } = await read(withQuery('/history', { ...query(), cursor }), { signal });
    if (mine === turn) draw(data, cursor !== null);
  };

  const reload = () => load().catch((error) => {
    if (error.name !== 'AbortError') fill(results, problemBanner(error, button({ text: t('common.retry') }, reload)));
  });

  function draw({ items, next_cursor: cursor }, isMore) {
    if (!isMore) fill(results, items.length > 0 ? h('ul', { class: 'list' }) : nothing());
    results.querySelector('.list')?.append(...items.map((item) => entry(item, reload)));
    results.querySelector('.row.more')?.remove();
    const rest = more(cursor, () => load(cursor));
    if (rest) {
      rest.classList.add('more');
      results.append(rest);
    }
  }

  const bar = filterBar(reload);
  fill(main,
    h('div', { class: 'head' }, h('h1', {}, t('nav.history')), h('a', { class: 'button main', href: '#/' }, icon('plus'), t('history.new'))),
    bar,
    fill(results, waiting()));
  if (searchWasAskedFor()) bar.querySelector('input[type=search]').focus();
  await load();
}

function query() {
  return {
    q: filters.q.trim(),
    intent: filters.intent,
    tag: filters.tag.trim(),
    favourite: filters.favourite ? 'true' : '',
    deleted: filters.deleted ? 'true' : '',
  };
}

function filterBar(reload) {
  const soon = later(TYPING_MS, reload);
  const bind = (control, name, when, act) => control.addEventListener(when, () => {
    filters[name] = control.type === 'checkbox' ? control.checked : control.value;
    act();
  });
  const search = h('input', { class: 'input', type: 'search', 'aria-label': t('history.search'), placeholder: t('history.search'), value: filters.q, maxlength: 200, 'aria-keyshortcuts': '/' });
  const intent = field({ label: t('history.intent'), control: 'select', value: filters.intent, options: [{ value: '', text: t('history.any') }, ...INTENTS.map((value) => ({ value, text: intentName(value) }))] });
  const tag = field({ label: t('history.tag'), value: filters.tag, maxlength: 50 });
  const favourite = check({ label: t('history.favourites'), checked: filters.favourite });
  const deleted = check({ label: t('history.deleted'), checked: filters.deleted });
  bind(search, 'q', 'input', soon);
  bind(intent.input, 'intent', 'change', reload);
  bind(tag.input, 'tag', 'input', soon);
  bind(favourite.input, 'favourite', 'change', reload);
  bind(deleted.input, 'deleted', 'change', reload);
  return h('search', { class: 'filters' },
    h('div', { class: 'search' }, icon('search'), search),
    intent, tag,
    h('div', { class: 'stack tight' }, favourite, deleted));
}

function nothing() {
  const isFiltered = Object.values(filters).some(Boolean);
  return h('div', { class: 'card' }, isFiltered
    ? empty('search', t('history.none.title'), t('history.none.text'))
    : empty('history', t('history.empty.title'), t('history.empty.text'), h('a', { class: 'button main', href: '#/' }, t('history.new'))));
}

function entry(item, reload) {
  return h('li', {},
    h('div', { class: 'item' },
      filters.deleted ? said(item.title, 'span', { class: 'wrap' }) : h('a', { class: 'card-link', href: `#/history/${item.id}`, translate: 'no', dir: 'auto' }, item.title),
      snippet(item),
      h('div', { class: 'row tiny muted' },
        item.intent && h('span', { class: 'tag' }, intentName(item.intent)),
        item.tags.map((tag) => h('span', { class: 'tag calm', translate: 'no' }, tag)),
        h('span', {}, t('history.versions', { count: item.current_version_number })),
        h('time', { datetime: item.updated_at }, day(item.updated_at)))),
    h('div', { class: 'above row' }, filters.deleted ? bringBack(item) : favouriteButton(item, () => filters.favourite && reload())));
}

function snippet(item) {
  const parts = item.snippet?.map(({ text, match }) => (match ? h('mark', {}, text) : text)) ?? [item.preview];
  if (!item.snippet && item.preview === item.title) return null;
  return h('p', { class: 'snippet', translate: 'no', dir: 'auto' }, parts);
}

/** A star that can be switched on and off. */
export function favouriteButton(group, changed = () => {}) {
  const control = button({ name: t('history.favourite', { title: group.title }), icon: 'star', kind: 'quiet', 'aria-pressed': String(group.favourite) }, () =>
    working(control, async () => {
      const { data } = await call('PATCH', `/history/${group.id}`, { body: { favourite: !group.favourite }, ifMatch: `"${group.version}"` });
      Object.assign(group, { favourite: data.favourite, version: data.version });
      control.setAttribute('aria-pressed', String(group.favourite));
      changed(group);
    }));
  return control;
}

function bringBack(item) {
  return button({ text: t('history.undelete'), icon: 'restore', 'aria-label': t('history.undeleteOne', { title: item.title }) }, (event) =>
    working(event.currentTarget, async () => {
      await undelete(item);
      filters.deleted = false;
      go(`/history/${item.id}`);
    }));
}

export async function undelete(group) {
  await call('POST', `/history/${group.id}/undelete`);
  tell(t('history.undeleted'));
}
