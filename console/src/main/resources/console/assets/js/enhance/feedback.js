import { h } from '../lib/dom.js';
import { t } from '../lib/i18n.js';
import { icon } from '../lib/icons.js';
import { call } from '../lib/api.js';
import { button, field, tell, working } from '../lib/ui.js';

const STARS = [1, 2, 3, 4, 5];

/** Whether one edit was of use. Nothing of it for versions that are not kept. */
export function editOpinion(versionId, edit) {
  if (!versionId) return null;
  const choices = [['kept', 'thumbup', 'feedback.useful'], ['removed', 'thumbdown', 'feedback.useless']];
  const buttons = choices.map(([verdict, picture, key]) => button(
    { name: t(key), icon: picture, kind: 'quiet', 'aria-pressed': 'false' },
    (event) => working(event.currentTarget, async () => {
      await call('POST', '/feedback', { body: { version_id: versionId, edit_id: edit.id, verdict } });
      buttons.forEach((each, index) => each.setAttribute('aria-pressed', String(choices[index][0] === verdict)));
      tell(t('feedback.thanks'));
    })));
  return h('div', { class: 'row' }, h('span', { class: 'tiny muted' }, t('feedback.edit')), buttons);
}

/** Stars and a comment for a version as a whole. */
export function versionFeedback(versionId) {
  const labels = STARS.map((value) => star(value, () => choose(value)));
  const comment = field({ label: t('feedback.comment'), control: 'textarea', maxlength: 2000, rows: 3 });
  const send = button({ text: t('feedback.send'), type: 'submit', disabled: true });
  let rating = null;
  function choose(value) {
    rating = value;
    labels.forEach((label, index) => label.classList.toggle('on', index < value));
    send.disabled = false;
  }
  const post = (event) => {
    event.preventDefault();
    const text = comment.input.value.trim();
    working(send, async () => {
      await call('POST', '/feedback', { body: { version_id: versionId, rating, ...(text && { comment: text }) } });
      tell(t('feedback.thanks'));
      send.disabled = true;
    });
  };
  return h('details', {},
    h('summary', {}, icon('chevron'), t('feedback.title')),
    h('form', { class: 'stack', onsubmit: post },
      h('fieldset', { class: 'field' }, h('legend', { class: 'label' }, t('feedback.rating')), h('div', { class: 'stars' }, labels)),
      comment,
      h('div', { class: 'actions' }, send)));
}

function star(value, chosen) {
  return h('label', {},
    h('input', { type: 'radio', name: 'rating', value, 'aria-label': t('feedback.stars', { count: value }), onchange: chosen }),
    icon('star'));
}
