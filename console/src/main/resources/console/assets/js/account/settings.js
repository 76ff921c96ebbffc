import { fill, h } from '../lib/dom.js';
import { call, read } from '../lib/api.js';
import { LANGUAGES, language, t } from '../lib/i18n.js';
import { icon } from '../lib/icons.js';
import { ApiProblem } from '../lib/problems.js';
import { THEMES, setLanguage, setTheme, theme } from '../lib/preferences.js';
import { button, check, field, isComplete, segments, showProblem, summary, tell, working } from '../lib/ui.js';
import { techniqueName } from '../enhance/words.js';

const MODEL_HINTS = ['gpt-4o', 'gpt-4o-mini', 'o3', 'claude-sonnet-4', 'gemini-2.5-pro'];

export async function show(main, { signal }) {
  const [{ data: settings }, { data: catalogue }] = await Promise.all([read('/settings', { signal }), read('/techniques', { signal })]);
  fill(main, h('div', { class: 'narrow' }, h('div', { class: 'head' }, h('h1', {}, t('nav.settings'))), form(settings, catalogue.items)));
}

function form(settings, techniques) {
  let version = settings.version;
  const look = { theme: theme() };
  const tongue = field({ label: t('settings.language'), control: 'select', value: language(), options: Object.entries(LANGUAGES).map(([value, text]) => ({ value, text })) });
  tongue.input.querySelectorAll('option').forEach((option) => { option.lang = option.value; option.setAttribute('translate', 'no'); });
  const model = field({ label: t('settings.model'), value: settings.default_model ?? '', maxlength: 200, hint: t('settings.modelHint', { examples: MODEL_HINTS.join(', ') }), pointer: '#/default_model', spellcheck: false });
  const days = field({ label: t('settings.retention'), type: 'number', min: 1, max: 3650, step: 1, value: settings.history_retention_days ?? '', hint: t('settings.retentionHint'), pointer: '#/history_retention_days' });
  const share = check({ label: t('settings.share'), hint: t('settings.shareHint'), checked: settings.share_feedback });
  const choices = techniqueChoices(techniques, settings.settings_data);
  const save = button({ text: t('common.save'), kind: 'main', type: 'submit' });
  const change = () => ({
    theme: look.theme,
    language: tongue.input.value,
    default_model: model.input.value.trim() || null,
    history_retention_days: days.input.value === '' ? null : Number(days.input.value),
    share_feedback: share.input.checked,
    settings_data: { preferred_techniques: choices.of('prefer'), excluded_techniques: choices.of('exclude') },
  });
  const submit = (event) => {
    event.preventDefault();
    if (!isComplete(element)) return;
    working(save, async () => {
      const { data } = await call('PATCH', '/settings', { body: change(), ifMatch: version === 0 ? null : `"${version}"` });
      version = data.version;
      tell(t('settings.saved'));
    }, (error) => {
      if (error instanceof ApiProblem && error.status === 412 && error.current) version = error.current.version;
      showProblem(element, error);
    });
  };
  tongue.input.addEventListener('change', async () => {
    await setLanguage(tongue.input.value);
    await call('PATCH', '/settings', { body: { language: tongue.input.value } }).catch(() => {});
    document.dispatchEvent(new Event('betterprompts:language'));
  });
  const element = h('form', { class: 'stack', noValidate: true, onsubmit: submit },
    summary(),
    h('div', { class: 'card' },
      section('settings.look', segments({
        legend: t('settings.theme'), value: look.theme, options: THEMES.map((value) => ({ value, text: t(`theme.${value}`) })),
        onchange: (value) => { look.theme = value; setTheme(value); },
      }), tongue),
      section('settings.prompts', model),
      section('settings.privacy', days, share)),
    h('details', { class: 'card', open: choices.of('prefer').length + choices.of('exclude').length > 0 },
      h('summary', {}, icon('chevron'), h('h2', {}, t('settings.techniques'))),
      h('p', { class: 'small muted' }, t('settings.techniquesHint')), choices.element),
    h('div', { class: 'actions stays' }, save));
  return element;
}

function section(key, ...fields) {
  return h('section', { class: 'section' }, h('h2', {}, t(key)), h('div', { class: 'stack' }, fields));
}

/** For each technique: as the rules say, preferred, or left out. */
function techniqueChoices(techniques, data) {
  const chosen = new Map();
  for (const id of data.preferred_techniques ?? []) chosen.set(id, 'prefer');
  for (const id of data.excluded_techniques ?? []) chosen.set(id, 'exclude');
  const element = h('ul', { class: 'techniques' }, techniques.map(({ id, title, summary: text }) => h('li', {},
    h('div', { lang: 'en', translate: 'no' }, h('h3', {}, title ?? techniqueName(id)), h('p', { class: 'small muted' }, text)),
    segments({
      legend: t('settings.use', { technique: title }), hideLegend: true, value: chosen.get(id) ?? 'rules',
      options: ['rules', 'prefer', 'exclude'].map((value) => ({ value, text: t(`settings.use.${value}`) })),
      onchange: (value) => chosen.set(id, value),
    }))));
  return { element, of: (what) => [...chosen].filter(([, value]) => value === what).map(([id]) => id) };
}
