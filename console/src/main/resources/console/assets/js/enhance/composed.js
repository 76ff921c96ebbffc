import { h, said, uniqueId } from '../lib/dom.js';
import { t } from '../lib/i18n.js';
import { icon } from '../lib/icons.js';
import { evidence, techniqueName } from './words.js';

/**
 * The enhanced prompt: the untouched original with each edit in its place, marked, with its reason at hand.
 *
 * @param {{result: any, isOut?: (id: string) => boolean, onToggle?: (id: string, out: boolean) => void, opinion?: (edit: any) => Node | null}} options
 *     without `onToggle` for reading alone
 */
export function composed({ result, isOut = () => false, onToggle, opinion = () => null }) {
  if (result.lineBreak === null) {
    return h('div', { class: 'composed' }, said(result.enhanced_text, 'div', { class: 'original' }));
  }
  const side = (position, label) => {
    const edits = result.edits.filter((edit) => edit.position === position);
    return edits.length > 0 && h('ul', { class: 'edits', 'aria-label': label }, edits.map((edit) => shown(edit, { isOut, onToggle, opinion })));
  };
  return h('div', { class: 'composed' },
    side('before', t('edit.before')),
    said(result.original_text, 'div', { class: 'original' }),
    side('after', t('edit.after')));
}

function shown(edit, { isOut, onToggle, opinion }) {
  const reason = uniqueId('reason');
  const item = h('li', { class: 'edit' }, said(edit.text, 'div', { class: 'edit-text' }));
  const tools = h('div', { class: 'edit-tools' }, informer(edit, reason), onToggle && toggle(edit, reason, item, { isOut, onToggle }));
  item.append(tools, why(edit, reason, opinion(edit)));
  const recall = () => item.classList.remove('dismissed');
  item.addEventListener('mouseenter', recall);
  item.addEventListener('focusin', recall);
  item.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') item.classList.add('dismissed');
  });
  return item;
}

function toggle(edit, reason, item, { isOut, onToggle }) {
  const control = h('button', { type: 'button', class: 'keep', 'aria-describedby': reason, 'aria-label': t('edit.keep', { text: shortened(edit.text) }) });
  const draw = () => {
    const out = isOut(edit.id);
    item.classList.toggle('out', out);
    control.setAttribute('aria-pressed', String(!out));
    control.title = t(out ? 'edit.putBack' : 'edit.reject');
    control.replaceChildren(icon(out ? 'plus' : 'check'), icon(out ? 'plus' : 'cross'), h('span', {}, t(out ? 'edit.out' : 'edit.in')));
  };
  control.addEventListener('click', () => {
    onToggle(edit.id, !isOut(edit.id));
    draw();
  });
  draw();
  return control;
}

/** Shows the reason to whoever has no pointer that hovers. */
function informer(edit, reason) {
  return h('button', { type: 'button', class: 'button quiet only reader', 'aria-label': t('edit.why', { text: shortened(edit.text) }), 'aria-describedby': reason }, icon('info'));
}

function why(edit, id, opinion) {
  return h('div', { class: 'why' },
    h('div', { id },
      h('p', {}, h('strong', { lang: 'en', translate: 'no' }, techniqueName(edit.technique))),
      h('p', { lang: 'en', translate: 'no' }, edit.reason)),
    evidence(edit.evidence),
    opinion);
}

function shortened(text) {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
