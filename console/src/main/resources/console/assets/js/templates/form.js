import { fill, h } from '../lib/dom.js';
import { call, read } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { ApiProblem } from '../lib/problems.js';
import { go } from '../lib/router.js';
import { button, check, field, isComplete, later, showProblem, summary, tell, working } from '../lib/ui.js';
import { takeDraft } from './draft.js';
import { TYPES, matched, nameOf, namesIn, renamed, typed } from './variables.js';

const EMPTY = { name: '', content: '', description: '', category: '', tags: [], is_public: false, variables: [] };
const TYPING_MS = 200;

export function showNew(main) {
  draw(main, { ...EMPTY, ...takeDraft() }, null);
}

export async function showEdit(main, { params: [id], signal }) {
  const { data } = await read(`/templates/${id}`, { signal });
  draw(main, data, data);
}

function draw(main, template, existing) {
  const name = field({ label: t('template.name'), value: template.name.slice(0, 200), required: true, maxlength: 200, pointer: '#/name', dir: 'auto' });
  const content = field({ label: t('template.content'), control: 'textarea', value: template.content, rows: 10, required: true, maxlength: 20000, pointer: '#/content', hint: t('template.contentHint'), dir: 'auto' });
  const description = field({ label: t('template.description'), value: template.description ?? '', maxlength: 2000, pointer: '#/description', dir: 'auto' });
  const category = field({ label: t('template.category'), value: template.category ?? '', maxlength: 50, pointer: '#/category' });
  const tags = field({ label: t('tags.title'), value: template.tags.join(', '), pointer: '#/tags', hint: t('template.tagsHint') });
  const isPublic = check({ label: t('template.public'), hint: t('template.publicHint'), checked: template.is_public });
  const variables = variableList(template.variables);
  const save = button({ text: t('common.save'), kind: 'main', type: 'submit' });
  const refresh = () => variables.draw(namesIn(content.input.value));
  content.input.addEventListener('input', later(TYPING_MS, refresh));
  content.append(button({ text: t('template.makePlace'), icon: 'plus', kind: 'quiet' }, () => {
    const { name: placeName, words } = makePlace(content.input);
    if (words !== '') variables.know({ name: placeName, type: 'string', required: false, default: words });
    refresh();
  }));
  refresh();

  const body = () => ({
    name: name.input.value,
    content: content.input.value,
    description: description.input.value.trim() || null,
    category: category.input.value.trim() || null,
    tags: tags.input.value.split(',').map((tag) => tag.trim()).filter(Boolean),
    is_public: isPublic.input.checked,
    variables: variables.values(namesIn(content.input.value)),
  });
  const send = () => (existing
    ? call('PUT', `/templates/${existing.id}`, { body: body(), ifMatch: `"${existing.version}"` })
    : call('POST', '/templates', { body: body(), once: true }));
  const form = h('form', {
    class: 'card stack loose', noValidate: true,
    onsubmit: (event) => {
      event.preventDefault();
      if (!isComplete(form)) return;
      working(save, async () => {
        const { data } = await send();
        tell(t('template.saved'));
        go(`/templates/${data.id}`);
      }, (error) => failed(form, error, existing));
    },
  },
    summary(), name, content, variables.element,
    description, h('div', { class: 'pair' }, category, tags), isPublic,
    h('div', { class: 'actions' }, save, h('a', { class: 'button quiet', href: existing ? `#/templates/${existing.id}` : '#/templates' }, t('common.cancel'))));
  fill(main, h('div', { class: 'narrow' }, h('div', { class: 'head' }, h('h1', {}, t(existing ? 'template.edit' : 'templates.new'))), form));
}

/** Of a template that was changed elsewhere, the next attempt knows; what is in the form stays. */
function failed(form, error, existing) {
  if (error instanceof ApiProblem && error.status === 412 && error.current) existing.version = error.current.version;
  showProblem(form, error);
}

/** Puts a place to fill in where the caret is, for the words that are selected; its name is ready to be typed over. */
function makePlace(box) {
  const { selectionStart: start, selectionEnd: end } = box;
  const words = box.value.slice(start, end).trim();
  const name = nameOf(words);
  box.setRangeText(`{{${name}}}`, start, end);
  box.focus();
  box.setSelectionRange(start + 2, start + 2 + name.length);
  return { name, words };
}

/** One block for each variable that the content has. */
function variableList(known) {
  const element = h('section', { class: 'stack', 'aria-label': t('template.variables') });
  let current = known;
  let blocks = [];

  function draw(names) {
    if (names.join() === blocks.map(({ name }) => name).join() && blocks.length > 0) return;
    const read = readBlocks();
    current = matched(names, [...read, ...renamed(names, read), ...current]);
    blocks = current.map((variable, index) => block(variable, index));
    fill(element, h('h2', {}, t('template.variables')),
      blocks.length > 0 ? blocks.map((each) => each.element) : h('p', { class: 'small muted' }, t('template.noVariables')));
  }

  const readBlocks = () => blocks.map(({ value }) => value());
  const know = (variable) => { current = [variable, ...current]; };
  return { element, draw, know, values: (names) => matched(names, [...readBlocks(), ...current]) };
}

function block(variable, index) {
  const at = (name) => `#/variables/${index}/${name}`;
  const type = field({ label: t('variable.type'), control: 'select', value: variable.type, options: TYPES.map((value) => ({ value, text: t(`variable.type.${value}`) })), pointer: at('type') });
  const fallback = field({ label: t('variable.default'), value: variable.default === undefined ? '' : String(variable.default), maxlength: 2000, pointer: at('default') });
  const options = field({ label: t('variable.options'), value: (variable.options ?? []).join(', '), hint: t('variable.optionsHint'), pointer: at('options') });
  const description = field({ label: t('variable.description'), value: variable.description ?? '', maxlength: 500, pointer: at('description') });
  const required = check({ label: t('variable.required'), checked: variable.required ?? false });
  const adapt = () => {
    options.hidden = type.input.value !== 'enum';
    options.input.required = type.input.value === 'enum';
  };
  type.input.addEventListener('change', adapt);
  adapt();
  const value = () => {
    const kind = type.input.value;
    const preset = typed({ type: kind }, fallback.input.value.trim());
    return {
      name: variable.name,
      type: kind,
      required: required.input.checked,
      ...(preset !== undefined && { default: preset }),
      ...(description.input.value.trim() && { description: description.input.value.trim() }),
      ...(kind === 'enum' && { options: options.input.value.split(',').map((each) => each.trim()).filter(Boolean) }),
    };
  };
  const element = h('fieldset', { class: 'variable' },
    h('legend', { class: 'slot', translate: 'no' }, `{{${variable.name}}}`),
    h('div', { class: 'pair' }, type, fallback), options, description, required);
  return { name: variable.name, element, value };
}
