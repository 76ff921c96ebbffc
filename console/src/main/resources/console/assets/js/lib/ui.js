import { fill, h, uniqueId } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { explain } from './problems.js';

/** @param {{text?: string, name?: string, icon?: string, kind?: string}} options `name` for a button of an icon alone */
export function button({ text, name, icon: picture, kind = '', type = 'button', ...props }, onclick) {
  const only = text === undefined;
  return h(
    'button',
    { type, class: `button ${only ? 'only' : ''} ${kind}`, onclick, 'aria-label': name, title: only ? name : null, ...props },
    picture && icon(picture),
    text,
  );
}

/** Runs what a button started: once at a time, and with what went wrong said beside it. */
export async function working(control, work, onProblem = complain) {
  if (control?.getAttribute('aria-busy') === 'true') return undefined;
  control?.setAttribute('aria-busy', 'true');
  try {
    return await work();
  } catch (error) {
    if (error.name !== 'AbortError') onProblem(error);
    return undefined;
  } finally {
    control?.removeAttribute('aria-busy');
  }
}

/** A labelled control. `pointer` is where a problem of the API names it. */
export function field({ label, hint, pointer, control = 'input', options, ...props }) {
  const id = uniqueId('field');
  const input = h(
    control,
    { id, class: 'input', 'data-pointer': pointer, 'aria-describedby': `${id}-hint ${id}-fault`, ...props },
    options?.map(({ value, text }) => h('option', { value, selected: value === props.value }, text)),
  );
  if (control !== 'input' && props.value !== undefined) input.value = props.value;
  input.addEventListener('input', () => fault(input, ''));
  const element = h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    input,
    h('p', { class: 'hint', id: `${id}-hint`, hidden: !hint }, hint),
    h('p', { class: 'fault', id: `${id}-fault` }),
  );
  return Object.assign(element, { input });
}

export function check({ label, hint, ...props }) {
  const id = uniqueId('check');
  const input = h('input', { type: 'checkbox', id, 'aria-describedby': hint ? `${id}-hint` : null, ...props });
  const element = h(
    'div',
    { class: 'check' },
    input,
    h('div', {}, h('label', { for: id }, label), hint && h('p', { class: 'hint', id: `${id}-hint` }, hint)),
  );
  return Object.assign(element, { input });
}

/** One choice of a few, all to be seen. */
export function segments({ legend, options, value, onchange, hideLegend = false }) {
  const name = uniqueId('choice');
  return h(
    'fieldset',
    { class: 'field' },
    h('legend', { class: hideLegend ? 'unseen' : 'label' }, legend),
    h(
      'div',
      { class: 'segments' },
      options.map((option) =>
        h(
          'label',
          {},
          h('input', {
            type: 'radio',
            name,
            value: option.value,
            checked: option.value === value,
            onchange: () => onchange(option.value),
          }),
          h('span', {}, option.text),
        ),
      ),
    ),
  );
}

function fault(input, text) {
  const place = document.getElementById(`${input.id}-fault`);
  if (place) place.textContent = text;
  if (text) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
}

const REASONS = ['valueMissing', 'typeMismatch', 'tooShort', 'tooLong', 'patternMismatch', 'rangeUnderflow', 'rangeOverflow', 'badInput'];

/** Says at each control of a form what it lacks, and goes to the first; whether there was nothing to say. */
export function isComplete(form) {
  const wrong = [...form.elements].filter((control) => control.willValidate && !control.validity.valid);
  for (const control of wrong) {
    const reason = REASONS.find((name) => control.validity[name]) ?? 'badInput';
    const values = { min: control.min || control.minLength, max: control.max || control.maxLength };
    fault(control, control.dataset[reason] ?? t(`fault.${reason}`, values));
  }
  wrong[0]?.focus();
  return wrong.length === 0;
}

/** Says what the API found wrong: at the controls it points at, and above the form whatever else there is. */
export function showProblem(form, error) {
  const summary = form.querySelector('[data-summary]');
  const placed = (error.errors ?? []).filter((each) => place(form, each));
  const rest = (error.errors ?? []).filter((each) => !placed.includes(each));
  if (placed.length > 0 && rest.length === 0) {
    fill(summary);
    form.querySelector('[aria-invalid="true"]')?.focus();
    return;
  }
  fill(summary, problemBanner(error));
  summary.querySelector('.banner').focus();
}

function place(form, { pointer, detail }) {
  const controls = [...form.querySelectorAll('[data-pointer]')];
  const control = controls.find((each) => pointer === each.dataset.pointer)
    ?? controls.find((each) => pointer?.startsWith(`${each.dataset.pointer}/`));
  if (!control) return false;
  fault(control, detail);
  document.getElementById(`${control.id}-fault`)?.setAttribute('lang', 'en');
  return true;
}

/** Where a form says what does not belong to one control. */
export function summary() {
  return h('div', { 'data-summary': true, role: 'alert' });
}

export function problemBanner(error, ...actions) {
  const { title, text, english } = explain(error);
  const details = (error.errors ?? []).map((each) => h('p', { lang: 'en' }, [each.pointer, each.detail].filter(Boolean).join(': ')));
  return h(
    'div',
    { class: 'banner bad', tabindex: -1, lang: english ? 'en' : null },
    icon('warn'),
    h('div', {}, h('strong', {}, title), h('p', {}, text), details, actions.length > 0 && h('div', { class: 'row' }, actions)),
  );
}

export function banner(kind, picture, ...content) {
  return h('div', { class: `banner ${kind}` }, icon(picture), h('div', { class: 'grow' }, content));
}

const toasts = h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });
const TOAST_MS = 6000;

export function toastRegion() {
  return toasts;
}

/** Says something in passing. */
export function tell(text, action) {
  const toast = h('div', { class: 'toast' }, h('span', {}, text));
  if (action) {
    toast.append(h('button', { type: 'button', onclick: () => { toast.remove(); action.run(); } }, action.text));
  }
  toasts.replaceChildren(toast);
  setTimeout(() => toast.remove(), action ? TOAST_MS * 2 : TOAST_MS);
}

/** Says in passing what went wrong. */
export function complain(error) {
  const { title, text } = explain(error);
  tell(`${title}. ${text}`);
}

/** Asks before something is done that is hard to undo. */
export function confirm({ title, text, verb, danger = true }) {
  return new Promise((answer) => {
    const heading = uniqueId('dialog');
    const dialog = h(
      'dialog',
      { 'aria-labelledby': heading, onclose: () => { answer(dialog.returnValue === 'yes'); dialog.remove(); } },
      h('div', { class: 'stack' },
        h('h2', { id: heading }, title),
        h('p', { class: 'muted' }, text),
        h('div', { class: 'actions' },
          button({ text: verb, kind: danger ? 'danger' : 'main' }, () => dialog.close('yes')),
          button({ text: t('common.cancel'), kind: 'quiet' }, () => dialog.close('no')))),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}

export function empty(picture, title, text, ...actions) {
  return h('div', { class: 'empty' }, icon(picture), h('h2', {}, title), h('p', {}, text), actions.length > 0 && h('div', { class: 'row' }, actions));
}

export function waiting() {
  return h('p', { class: 'waiting', role: 'status' }, t('common.loading'));
}

/** Copies a text and says so. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    tell(t('common.copied'));
  } catch {
    copyTheOldWay(text);
  }
}

/** Where the page may not use the clipboard, without TLS for instance. */
function copyTheOldWay(text) {
  const area = h('textarea', { value: text, class: 'unseen', readonly: true });
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  tell(t(done ? 'common.copied' : 'common.notCopied'));
}

/** Calls a function a while after it was last asked to. */
export function later(ms, work) {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...args), ms);
  };
}

/** The rest of a list that comes in parts, on request. */
export function more(cursor, load) {
  return cursor && h('div', { class: 'row' }, button({ text: t('common.more') }, (event) => working(event.currentTarget, load)));
}
