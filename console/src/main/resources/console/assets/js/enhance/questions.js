import { h, said } from '../lib/dom.js';
import { t } from '../lib/i18n.js';
import { button, field, working } from '../lib/ui.js';

/**
 * The facts that the prompt lacks, as questions.
 *
 * @param {{missing: any[], answers: Record<string, string>, onApply: () => Promise<void>}} options answers are written into `answers`
 */
export function questions({ missing, answers, onApply }) {
  if (missing.length === 0) return null;
  const apply = button({ text: t('missing.apply'), kind: 'main', type: 'submit' });
  const form = h('form', { class: 'card stack', onsubmit: (event) => { event.preventDefault(); working(apply, onApply); } },
    h('div', {}, h('h2', {}, t('missing.title')), h('p', { class: 'small muted' }, t('missing.lead'))),
    missing.map((fact) => question(fact, answers, () => ready(form, apply, missing, answers))),
    h('div', { class: 'actions' }, apply));
  ready(form, apply, missing, answers);
  return form;
}

function ready(form, apply, missing, answers) {
  apply.disabled = !missing.some(({ slot }) => answers[slot]?.trim());
}

function question({ slot, question: text, suggestions }, answers, changed) {
  const own = field({ label: t(suggestions.length > 0 ? 'missing.own' : 'missing.answer'), value: answers[slot] ?? '', maxlength: 2000, control: slot === 'input' ? 'textarea' : 'input', dir: 'auto' });
  const chips = suggestions.map((suggestion) => h('button', { type: 'button', class: 'chip', translate: 'no', onclick: () => choose(suggestion) }, suggestion));
  function choose(answer) {
    answers[slot] = answers[slot] === answer ? '' : answer;
    own.input.value = answers[slot];
    draw();
  }
  function draw() {
    for (const chip of chips) chip.setAttribute('aria-pressed', String(chip.textContent === answers[slot]));
    changed();
  }
  own.input.addEventListener('input', () => { answers[slot] = own.input.value; draw(); });
  queueMicrotask(draw);
  return h('fieldset', { class: 'question' },
    h('legend', { class: 'label' }, said(text)),
    chips.length > 0 && h('div', { class: 'row' }, chips),
    own);
}
