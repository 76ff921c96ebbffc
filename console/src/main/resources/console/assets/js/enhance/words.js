import { h } from '../lib/dom.js';
import { has, t } from '../lib/i18n.js';
import { read } from '../lib/api.js';

let titles = new Map();

/** Techniques are called as the catalogue calls them; asked for once. */
export async function learnTechniques() {
  if (titles.size > 0) return;
  const { data } = await read('/techniques');
  titles = new Map(data.items.map(({ id, title }) => [id, title]));
}

export function techniqueName(id) {
  return titles.get(id) ?? id.replaceAll('_', ' ');
}

/** A rule's reason names intents by their id. */
export function intentName(label) {
  return has(`intent.${label}`) ? t(`intent.${label}`) : label.replaceAll('_', ' ');
}

export const INTENTS = [
  'question_answering', 'reasoning', 'code_generation', 'problem_solving', 'data_analysis', 'summarization', 'translation', 'rewriting',
  'information_extraction', 'text_classification', 'creative_writing', 'brainstorming', 'task_planning', 'conversation',
];

const ARXIV = /^arXiv:(\d{4}\.\d{4,5})$/;

/** Where a rule's evidence can be read. */
export function evidence(sources) {
  if (sources.length === 0) return null;
  return h('p', { class: 'tiny muted' }, `${t('edit.evidence')} `,
    sources.flatMap((source, index) => [index > 0 ? ', ' : null, link(source)]));
}

function link(source) {
  const paper = ARXIV.exec(source);
  return paper
    ? h('a', { href: `https://arxiv.org/abs/${paper[1]}`, target: '_blank', rel: 'noopener noreferrer', translate: 'no' }, source)
    : h('span', { lang: 'en', translate: 'no' }, source);
}
