import { fill, h } from '../lib/dom.js';
import { call } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { icon } from '../lib/icons.js';
import { ApiProblem, asksForLogin } from '../lib/problems.js';
import { askForLogin } from '../lib/router.js';
import { user } from '../lib/session.js';
import { MOD } from '../lib/shortcuts.js';
import { button, complain, later, problemBanner, tell, working } from '../lib/ui.js';
import { editor } from './editor.js';
import { context, modelClass, requestOf } from './options.js';
import { resultPanel } from './result.js';
import { bench, clear, hasDraft, keepDraft, setResult } from './state.js';
import { intentName, learnTechniques } from './words.js';

export { belongsTo, forget, mayGoOnWith } from './state.js';
export { hasDraft };

const LOOK_AFTER_MS = 700;

export async function show(main, { signal }) {
  learnTechniques().catch(() => {});
  const trouble = h('div', { role: 'alert' });
  const counter = h('p', { class: 'figures', 'aria-live': 'off' });
  const box = editor({ value: bench.text, label: t('prompt.label'), placeholder: t('prompt.placeholder'), onInput: typed });
  const submit = button({ text: t('prompt.enhance'), kind: 'main', 'aria-keyshortcuts': 'Control+Enter Meta+Enter' }, () => run());
  submit.append(h('kbd', { 'aria-hidden': 'true', translate: 'no' }, `${MOD} ↵`));
  const panel = resultPanel({ onAnswers: () => answer(), onDirection: direct, onExample: putExample, signal });
  const options = h('div', { class: 'stack' });
  const look = later(LOOK_AFTER_MS, () => analyse());

  function typed(text) {
    bench.text = text;
    keepDraft();
    drawCounter(null);
    look();
  }

  function putExample(text) {
    box.box.value = text;
    box.box.dispatchEvent(new Event('input'));
    box.box.focus();
  }

  async function analyse() {
    const { text } = bench;
    if (text.trim() === '') {
      box.show([]);
      return;
    }
    const { data } = await call('POST', '/analyze', { body: { text }, signal }).catch(() => ({ data: null }));
    if (data && bench.text === text) {
      bench.findings = data.lint;
      box.show(data.lint);
      drawCounter(data);
    }
  }

  function drawCounter(seen) {
    fill(counter,
      h('span', {}, t('prompt.characters', { count: bench.text.length })),
      seen && h('span', {}, h('b', {}, t('tokens.total', { count: seen.tokens.original }))),
      seen && h('span', {}, seen.intent.abstained ? t('intent.unclear') : intentName(seen.intent.label)));
  }

  /** Enhances what is in the box. Nothing typed is lost if it fails: box and draft stay as they are. */
  async function run(more = {}) {
    if (bench.text.trim() === '') {
      box.box.focus();
      tell(t('prompt.empty'));
      return;
    }
    await working(submit, async () => {
      fill(trouble);
      const append = more.historyId ?? (user() ? bench.append?.id : null);
      const { data, tag } = await call('POST', '/enhance', {
        body: { ...requestOf(bench), ...answersGiven(more.answers), ...(append && { history_id: append }) }, ifMatch: more.ifMatch, once: user() !== null, signal,
      });
      take(data, tag, more.answers ?? {});
    }, failed);
  }

  function take(data, tag, answers) {
    setResult(data, tag);
    Object.assign(bench, { answers, savedNumber: null, countedText: null });
    keepDraft();
    panel.draw();
    panel.say(data.verdict === 'enhanced' ? t('result.heard', { count: data.edits.length }) : t('result.heardUnchanged'));
    box.show(data.original_text === bench.text ? data.lint : []);
    reveal();
  }

  function reveal() {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (matchMedia('(max-width: 62rem)').matches) panel.element.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' });
  }

  function failed(error) {
    if (asksForLogin(error)) {
      tell(t('prompt.needsLogin'));
      askForLogin();
      return;
    }
    if (error instanceof ApiProblem && error.kind === 'prompt-group-not-found') {
      bench.append = null;
      drawOptions();
    }
    fill(trouble, problemBanner(error, button({ text: t('common.retry') }, () => run())));
  }

  /** The next version, with the answers to the questions: the same words, and what the answers add. */
  async function answer() {
    const { result, groupTag, answers } = bench;
    bench.text = result.original_text;
    box.box.value = result.original_text;
    box.show([]);
    await run({ answers: { ...answers }, historyId: result.history_id, ifMatch: result.history_id ? groupTag : null });
  }

  async function direct(direction, result) {
    const { data, tag } = await call('POST', `/history/${result.history_id}/iterate`, { body: { direction }, ifMatch: bench.groupTag, once: true, signal });
    take(data, tag, {});
  }

  function drawOptions() {
    fill(options,
      bench.append && appendNotice(),
      modelClass(bench, keepDraft),
      context(bench, keepDraft));
  }

  function appendNotice() {
    return h('div', { class: 'banner calm' }, icon('branch'),
      h('div', { class: 'grow' }, t('prompt.appends'), ' ', h('a', { href: `#/history/${bench.append.id}`, translate: 'no' }, bench.append.title)),
      button({ name: t('prompt.detach'), icon: 'cross', kind: 'quiet' }, () => { bench.append = null; keepDraft(); drawOptions(); }));
  }

  function startAnew() {
    clear();
    show(main, { signal }).catch(complain);
    main.querySelector('textarea').focus();
  }

  drawOptions();
  drawCounter(null);
  fill(main,
    h('h1', { class: 'unseen' }, t('nav.enhance')),
    h('div', { class: 'bench' },
      h('section', { class: 'card', 'aria-labelledby': 'prompt-title' },
        h('div', { class: 'panel-head' }, h('h2', { id: 'prompt-title' }, t('prompt.title')), button({ text: t('prompt.new'), icon: 'plus', kind: 'quiet' }, startAnew)),
        h('div', { class: 'stack' },
          trouble, box.frame, counter, box.list, options,
          h('div', { class: 'actions' }, submit, !user() && h('p', { class: 'tiny muted' }, t('prompt.anonymous'))))),
      panel.element, panel.insights));
  box.box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      run();
    }
  });
  if (bench.text !== '') analyse();
}

function answersGiven(answers = {}) {
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value?.trim()));
  return Object.keys(given).length > 0 ? { answers: given } : {};
}
