import { h } from '../lib/dom.js';
import { percent, t } from '../lib/i18n.js';
import { icon } from '../lib/icons.js';
import { evidence, intentName, techniqueName } from './words.js';

/** What kind of prompt it is, with the two next best guesses. */
export function intent(report) {
  const all = [report, ...report.alternatives];
  return h('div', { class: 'stack tight' },
    report.abstained && h('p', { class: 'small muted' }, t('intent.abstained')),
    h('ul', { class: 'bars' }, all.map(({ label, confidence }) => h('li', {}, h('span', {}, intentName(label)), bar(confidence), h('span', { class: 'number' }, percent(confidence))))));
}

function bar(share) {
  const fill = h('span', { class: 'bar-fill' });
  fill.style.setProperty('--share', `${Math.round(share * 100)}%`);
  return h('span', { class: 'bar-rail', 'aria-hidden': 'true' }, fill);
}

/** Ways to run the prompt that are no text in it. */
export function advice(items) {
  return items.map((item) => h('div', { class: 'banner calm' }, icon('info'),
    h('div', {}, h('strong', {}, t('advice.title')), h('p', { lang: 'en', translate: 'no' }, item.text), evidence(item.evidence))));
}

/** Every technique that was left out, with the gate it failed at. */
export function whyNot(items) {
  if (items.length === 0) return null;
  return h('details', {},
    h('summary', {}, icon('chevron'), t('whynot.title', { count: items.length })),
    h('ul', { class: 'whynot' }, items.map(({ technique, reason }) => h('li', { lang: 'en', translate: 'no' }, h('b', {}, techniqueName(technique)), h('span', { class: 'muted' }, reason)))));
}
