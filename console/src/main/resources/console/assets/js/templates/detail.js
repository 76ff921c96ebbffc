import { fill, h, said } from '../lib/dom.js';
import { call, read } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { icon } from '../lib/icons.js';
import { go } from '../lib/router.js';
import { button, confirm, copy, field, isComplete, segments, showProblem, summary, tell, working } from '../lib/ui.js';
import { MODEL_CLASSES } from '../enhance/options.js';
import { bench, keepDraft, putText, setResult } from '../enhance/state.js';
import { marked, typed } from './variables.js';

/** A template to fill in: its form, what it becomes, and what becomes of that. */
export async function show(main, { params: [id], signal }) {
  const { data: template } = await read(`/templates/${id}`, { signal });
  fill(main,
    h('a', { href: '#/templates', class: 'back' }, t('templates.back')),
    header(template),
    h('div', { class: 'bench' }, fillIn(template), content(template)));
}

function header(template) {
  return h('div', { class: 'head' },
    h('div', { class: 'grow stack tight' },
      h('h1', { class: 'wrap', translate: 'no', dir: 'auto' }, template.name),
      template.description && said(template.description, 'p', { class: 'lead' }),
      h('div', { class: 'row' },
        template.is_public && h('span', { class: 'tag good' }, t(template.is_own ? 'templates.public' : 'templates.foreign')),
        template.category && h('span', { class: 'tag', translate: 'no' }, template.category),
        template.tags.map((tag) => h('span', { class: 'tag calm', translate: 'no' }, tag)))),
    h('div', { class: 'row' },
      template.is_own && h('a', { class: 'button', href: `#/templates/${template.id}/edit` }, icon('edit'), t('templates.edit')),
      button({ text: t('templates.copy'), icon: 'copy' }, (event) => working(event.currentTarget, async () => {
        const { data } = await call('POST', `/templates/${template.id}/copy`, { body: {}, once: true });
        tell(t('templates.copied'));
        go(`/templates/${data.id}`);
      })),
      template.is_own && button({ name: t('templates.delete'), icon: 'trash', kind: 'quiet' }, (event) => {
        const control = event.currentTarget;
        working(control, () => remove(template));
      })));
}

async function remove(template) {
  const sure = await confirm({ title: t('templates.delete'), text: t('templates.deleteText', { name: template.name }), verb: t('common.delete') });
  if (!sure) return;
  await call('DELETE', `/templates/${template.id}`, { ifMatch: `"${template.version}"` });
  go('/templates');
  tell(t('templates.deleted'));
}

function content(template) {
  return h('section', { class: 'card stack', 'aria-labelledby': 'content-title' },
    h('h2', { id: 'content-title' }, t('templates.content')),
    h('div', { class: 'text', translate: 'no', dir: 'auto' }, marked(template.content)));
}

function fillIn(template) {
  const controls = template.variables.map((variable) => ({ variable, ...valueField(variable) }));
  const choice = { modelClass: 'auto' };
  const outcome = h('div', { 'aria-live': 'polite' });
  const render = button({ text: t('templates.render'), type: 'submit' });
  const enhance = button({ text: t('templates.enhance'), icon: 'write', kind: 'main' });
  const form = h('form', { class: 'card stack', noValidate: true, 'aria-labelledby': 'fill-title', onsubmit: (event) => { event.preventDefault(); run(render, showText); } },
    h('h2', { id: 'fill-title' }, t('templates.fill')),
    summary(),
    controls.length > 0 ? controls.map(({ element }) => element) : h('p', { class: 'muted small' }, t('templates.noVariables')),
    segments({ legend: t('model.title'), value: 'auto', options: MODEL_CLASSES.map((value) => ({ value, text: t(`model.${value}`) })), onchange: (value) => { choice.modelClass = value; } }),
    h('div', { class: 'actions' }, enhance, render),
    outcome);
  enhance.addEventListener('click', () => run(enhance, enhanceIt));

  const values = () => Object.fromEntries(controls.map(({ variable, value }) => [variable.name, typed(variable, value())]).filter(([, value]) => value !== undefined));
  const run = (control, work) => isComplete(form) && working(control, work, (error) => showProblem(form, error));

  async function showText() {
    const { data } = await call('POST', `/templates/${template.id}/render`, { body: { variables: values() } });
    fill(outcome, h('div', { class: 'stack' }, h('h3', {}, t('templates.rendered')), said(data.text, 'div', { class: 'text' }),
      h('div', { class: 'actions' },
        button({ text: t('result.copy'), icon: 'copy' }, () => copy(data.text)),
        button({ text: t('templates.toEditor'), icon: 'write' }, () => { putText(data.text); go('/'); }))));
  }

  async function enhanceIt() {
    const body = { variables: values(), ...(choice.modelClass !== 'auto' && { model_class: choice.modelClass }) };
    const { data, tag } = await call('POST', `/templates/${template.id}/enhance`, { body, once: true });
    putText(data.original_text);
    setResult(data, tag);
    Object.assign(bench, { answers: {}, savedNumber: null, modelClass: choice.modelClass });
    keepDraft();
    go('/');
  }
  return form;
}

function valueField(variable) {
  const common = { label: variable.name, hint: hint(variable), required: variable.required && variable.default === undefined, pointer: `#/variables/${variable.name}` };
  const element = kinds[variable.type](variable, common);
  element.querySelector('label').setAttribute('translate', 'no');
  return { element, value: () => element.input.value };
}

const given = (variable) => (variable.default === undefined ? '' : String(variable.default));

const kinds = {
  string: (variable, common) => field({ ...common, control: 'textarea', class: 'input grows', rows: 1, value: given(variable), maxlength: 20000, dir: 'auto' }),
  number: (variable, common) => field({ ...common, type: 'number', step: 'any', value: given(variable) }),
  boolean: (variable, common) => field({
    ...common, control: 'select', value: given(variable),
    options: [{ value: '', text: '–' }, { value: 'true', text: t('common.yes') }, { value: 'false', text: t('common.no') }],
  }),
  enum: (variable, common) => field({
    ...common, control: 'select', value: given(variable),
    options: [{ value: '', text: '–' }, ...(variable.options ?? []).map((option) => ({ value: option, text: option }))],
  }),
};

function hint(variable) {
  const parts = [variable.description, variable.required || variable.default !== undefined ? null : t('templates.optional')].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : null;
}
