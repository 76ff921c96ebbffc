import { fill, h, said } from '../lib/dom.js';
import { call, read, withQuery } from '../lib/api.js';
import { day, t } from '../lib/i18n.js';
import { icon } from '../lib/icons.js';
import { go } from '../lib/router.js';
import { searchWasAskedFor } from '../lib/shortcuts.js';
import { button, empty, more, problemBanner, tell, waiting, working } from '../lib/ui.js';
import { intentName } from '../enhance/words.js';
import { filterBar, forget, isFiltered, isOfDeleted, isOfFavourites, query } from './filters.js';

export { forget };

export async function show(main, { signal }) {
  const results = h('div', { class: 'stack' });
  const heard = h('p', { class: 'unseen', role: 'status' });
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
    heard.textContent = t('history.heard', { count: results.querySelectorAll('.list > li').length });
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
    heard,
    fill(results, waiting()));
  if (searchWasAskedFor()) bar.querySelector('input[type=search]').focus();
  await load();
}

function nothing() {
  return h('div', { class: 'card' }, isFiltered()
    ? empty('search', t('history.none.title'), t('history.none.text'))
    : empty('history', t('history.empty.title'), t('history.empty.text'), h('a', { class: 'button main', href: '#/' }, t('history.new'))));
}

function entry(item, reload) {
  return h('li', {},
    h('div', { class: 'item' },
      isOfDeleted() ? said(item.title, 'span', { class: 'wrap' }) : h('a', { class: 'card-link', href: `#/history/${item.id}`, translate: 'no', dir: 'auto' }, item.title),
      snippet(item),
      h('div', { class: 'row tiny muted' },
        item.status === 'archived' && h('span', { class: 'tag warned' }, t('prompt.archived')),
        item.intent && h('span', { class: 'tag' }, intentName(item.intent)),
        item.tags.map((tag) => h('span', { class: 'tag calm', translate: 'no' }, tag)),
        h('span', {}, t('history.versions', { count: item.current_version_number })),
        h('time', { datetime: item.updated_at }, day(item.updated_at)))),
    h('div', { class: 'above row' }, isOfDeleted() ? bringBack(item) : favouriteButton(item, () => isOfFavourites() && reload())));
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
      forget();
      go(`/history/${item.id}`);
    }));
}

export async function undelete(group) {
  await call('POST', `/history/${group.id}/undelete`);
  tell(t('history.undeleted'));
}
