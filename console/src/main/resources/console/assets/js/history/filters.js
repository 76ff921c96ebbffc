import { fill, h } from '../lib/dom.js';
import { t } from '../lib/i18n.js';
import { icon } from '../lib/icons.js';
import { button, check, field, later } from '../lib/ui.js';
import { INTENTS, intentName } from '../enhance/words.js';

const TYPING_MS = 250;
const NONE = { q: '', intent: '', show: '', favourite: false, tag: '', model: '', from: '', until: '' };
const BEHIND = ['tag', 'model', 'from', 'until'];
const STATUSES = ['active', 'archived'];

/** What is looked for. It stays while one looks at a prompt and comes back. */
const filters = { ...NONE };

/** Nothing is looked for any more: whoever comes next begins anew. */
export function forget() {
  Object.assign(filters, NONE);
}

export const isFiltered = () => used(Object.keys(NONE)) > 0;
export const isOfDeleted = () => filters.show === 'deleted';
export const isOfFavourites = () => filters.favourite;

const used = (names) => names.filter((name) => filters[name] !== NONE[name]).length;

/** The filters as the API takes them. */
export function query() {
  return {
    q: filters.q.trim(),
    intent: filters.intent,
    status: STATUSES.includes(filters.show) ? filters.show : '',
    deleted: isOfDeleted() ? 'true' : '',
    favourite: filters.favourite ? 'true' : '',
    tag: filters.tag.trim(),
    model: filters.model.trim(),
    created_from: startOf(filters.from, 0),
    created_before: startOf(filters.until, 1),
  };
}

/** The moment at which a day begins where the user is, or a day some days later. */
function startOf(date, later) {
  if (date === '') return '';
  const [year, month, day] = date.split('-').map(Number);
  return new Date(year, month - 1, day + later).toISOString();
}

/** The controls; those that are seldom needed are behind a word. */
export function filterBar(changed) {
  const search = h('input', { class: 'input', type: 'search', 'aria-label': t('history.search'), placeholder: t('history.search'), value: filters.q, maxlength: 200, 'aria-keyshortcuts': '/' });
  const intent = choice('history.intent', 'intent', INTENTS.map((value) => ({ value, text: intentName(value) })));
  const show = choice('history.show', 'show', [...STATUSES, 'deleted'].map((value) => ({ value, text: t(`history.show.${value}`) })));
  const favourite = check({ label: t('history.favourites'), checked: filters.favourite });
  const tag = field({ label: t('history.tag'), value: filters.tag, maxlength: 50 });
  const model = field({ label: t('history.model'), value: filters.model, maxlength: 200, spellcheck: false });
  const from = field({ label: t('history.from'), type: 'date', value: filters.from });
  const until = field({ label: t('history.until'), type: 'date', value: filters.until });
  const count = h('span', { class: 'tag calm' });
  const clear = button({ text: t('history.clear'), icon: 'cross', kind: 'quiet' }, () => {
    forget();
    const anew = filterBar(changed);
    element.replaceWith(anew);
    anew.querySelector('input[type=search]').focus();
    changed();
  });

  function tellUse() {
    fill(count, String(used(BEHIND)));
    count.hidden = used(BEHIND) === 0;
    clear.hidden = !isFiltered();
  }

  function act() {
    tellUse();
    changed();
  }

  const soon = later(TYPING_MS, act);
  const bind = (control, name, when) => control.addEventListener(when, () => {
    filters[name] = control.type === 'checkbox' ? control.checked : control.value;
    (when === 'input' ? soon : act)();
  });
  bind(search, 'q', 'input');
  bind(intent.input, 'intent', 'change');
  bind(show.input, 'show', 'change');
  bind(favourite.input, 'favourite', 'change');
  bind(tag.input, 'tag', 'input');
  bind(model.input, 'model', 'input');
  bind(from.input, 'from', 'change');
  bind(until.input, 'until', 'change');
  tellUse();
  const element = h('search', { class: 'filters' },
    h('div', { class: 'search' }, icon('search'), search),
    intent, show,
    h('div', { class: 'row' }, favourite, clear),
    h('details', { open: used(BEHIND) > 0 },
      h('summary', {}, icon('chevron'), t('history.more'), count),
      h('div', { class: 'fields' }, tag, model, from, until)));
  return element;
}

function choice(label, name, options) {
  return field({ label: t(label), control: 'select', value: filters[name], options: [{ value: '', text: t('history.any') }, ...options] });
}
