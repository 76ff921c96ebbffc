import { h } from '../lib/dom.js';
import { t } from '../lib/i18n.js';
import { icon } from '../lib/icons.js';
import { field, segments } from '../lib/ui.js';

export const MODEL_CLASSES = ['auto', 'standard', 'reasoning', 'small'];
const CONTEXT = ['audience', 'tone', 'format', 'length', 'language_version'];

/** For which kind of model the prompt is. */
export function modelClass(bench, changed) {
  return segments({
    legend: t('model.title'),
    value: bench.modelClass,
    options: MODEL_CLASSES.map((value) => ({ value, text: t(`model.${value}`) })),
    onchange: (value) => { bench.modelClass = value; changed(); },
  });
}

/** What the user knows and the prompt does not say. */
export function context(bench, changed) {
  const fields = CONTEXT.map((name) => {
    const each = field({ label: t(`context.${name}`), value: bench.context[name] ?? '', placeholder: t(`context.${name}.example`), maxlength: name === 'language_version' ? 100 : 200, pointer: `#/context/${name}`, dir: 'auto' });
    each.input.addEventListener('input', () => { bench.context[name] = each.input.value; changed(); });
    return each;
  });
  const filled = CONTEXT.some((name) => bench.context[name]?.trim());
  return h('details', { open: filled }, h('summary', {}, icon('chevron'), t('context.title')), h('div', { class: 'pair' }, fields));
}

/** What a request says besides the text. */
export function requestOf(bench) {
  const context = Object.fromEntries(Object.entries(bench.context).filter(([, value]) => value.trim() !== ''));
  return {
    text: bench.text,
    ...(bench.modelClass !== 'auto' && { model_class: bench.modelClass }),
    ...(Object.keys(context).length > 0 && { context }),
  };
}
