import { fill, h, said } from '../lib/dom.js';
import { all, call, read } from '../lib/api.js';
import { dateTime, t } from '../lib/i18n.js';
import { icon } from '../lib/icons.js';
import { ApiProblem } from '../lib/problems.js';
import { go } from '../lib/router.js';
import { button, copy, field, problemBanner, tell, working } from '../lib/ui.js';
import { composed } from '../enhance/composed.js';
import { bench, fromVersion, keepDraft, putText, setResult, withLineBreak } from '../enhance/state.js';
import { intentName, learnTechniques } from '../enhance/words.js';
import { startFrom } from '../templates/draft.js';
import { sideBySide } from './diff.js';
import { favouriteButton, undelete } from './list.js';

/** One prompt: what it is now, how it came to be, and what can be done with it. */
export async function show(main, { params: [id], signal }) {
  const [{ data: group }, versions, labels] = await Promise.all([
    read(`/history/${id}`, { signal }), all(`/history/${id}/versions`, { signal }), all(`/history/${id}/labels`, { signal }), learnTechniques().catch(() => {}),
  ]);
  const state = { group, versions, labels, shown: versions[0] };
  const reload = () => show(main, { params: [id], signal });
  const trouble = h('div', { role: 'alert' });
  const act = (control, work) => working(control, async () => { fill(trouble); await work(); }, (error) => refused(error, trouble, reload));
  const view = h('div', { class: 'stack loose' });
  const drawView = () => fill(view, versionCard(state, act, reload), compareCard(state, signal));
  const choose = (version) => { state.shown = version; drawView(); drawList(); };
  const list = h('div', { class: 'versions' });
  const drawList = () => fill(list, state.versions.map((version) => versionEntry(version, state, choose, act, reload)));
  drawView();
  drawList();
  fill(main,
    h('a', { href: '#/history', class: 'back' }, t('history.back')),
    header(state, act, reload),
    trouble,
    h('div', { class: 'split' }, view,
      h('aside', { class: 'stack', 'aria-label': t('prompt.aside') },
        h('section', { class: 'card' }, h('h2', {}, t('versions.title')), list),
        tagsCard(state, act, reload))));
}

/** Somebody else was faster: says so and shows what is there now. */
function refused(error, trouble, reload) {
  const isStale = error instanceof ApiProblem && error.status === 412;
  fill(trouble, problemBanner(error, isStale && button({ text: t('common.reload') }, reload)));
}

const tagOf = (group) => `"${group.version}"`;

function header(state, act, reload) {
  const { group } = state;
  const place = h('div', { class: 'head' });
  const reading = () => fill(place,
    h('div', { class: 'grow stack tight' },
      h('h1', { class: 'wrap', translate: 'no', dir: 'auto' }, group.title),
      h('div', { class: 'row' },
        group.status === 'archived' && h('span', { class: 'tag warned' }, t('prompt.archived')),
        group.intent && h('span', { class: 'tag' }, intentName(group.intent)),
        h('time', { class: 'tiny muted', datetime: group.created_at }, dateTime(group.created_at)))),
    h('div', { class: 'row' },
      favouriteButton(group),
      button({ name: t('prompt.rename'), icon: 'edit', kind: 'quiet' }, write),
      button({ name: t(group.status === 'archived' ? 'prompt.unarchive' : 'prompt.archive'), icon: 'archive', kind: 'quiet' }, (event) => act(event.currentTarget, archive)),
      button({ name: t('prompt.delete'), icon: 'trash', kind: 'quiet' }, (event) => act(event.currentTarget, remove))));
  function write() {
    const title = field({ label: t('prompt.titleField'), value: group.title, maxlength: 200, required: true });
    const save = button({ text: t('common.save'), kind: 'main', type: 'submit' });
    const submit = (event) => {
      event.preventDefault();
      act(save, async () => {
        await call('PATCH', `/history/${group.id}`, { body: { title: title.input.value }, ifMatch: tagOf(group) });
        await reload();
      });
    };
    fill(place, h('form', { class: 'row grow', onsubmit: submit }, h('div', { class: 'grow' }, title), h('div', { class: 'actions' }, save, button({ text: t('common.cancel'), kind: 'quiet' }, reading))));
    title.input.focus();
  }
  async function archive() {
    const status = group.status === 'archived' ? 'active' : 'archived';
    await call('PATCH', `/history/${group.id}`, { body: { status }, ifMatch: tagOf(group) });
    await reload();
    tell(t(status === 'archived' ? 'prompt.nowArchived' : 'prompt.nowActive'));
  }
  async function remove() {
    await call('DELETE', `/history/${group.id}`, { ifMatch: tagOf(group) });
    go('/history');
    tell(t('prompt.deleted'), { text: t('common.undo'), run: () => undelete(group).then(() => go(`/history/${group.id}`)) });
  }
  reading();
  return place;
}

function versionCard(state, act, reload) {
  const { shown, group, versions } = state;
  const result = fromVersion(shown);
  const isCurrent = shown.id === versions[0].id;
  return h('section', { class: 'card stack', 'aria-labelledby': 'version-title' },
    h('div', { class: 'panel-head' },
      h('h2', { id: 'version-title' }, t('version.number', { number: shown.number })),
      h('div', { class: 'row' }, isCurrent && h('span', { class: 'tag good' }, t('version.current')), h('span', { class: 'tag' }, kind(shown, versions)))),
    composed({ result: withLineBreak(result) }),
    h('div', { class: 'actions' },
      button({ text: t('result.copy'), icon: 'copy', kind: 'main' }, () => copy(shown.optimized_prompt)),
      button({ text: t('prompt.open'), icon: 'write' }, () => open(group, shown)),
      button({ text: t('prompt.template'), icon: 'template' }, () => makeTemplate(group, shown)),
      !isCurrent && button({ text: t('version.restore'), icon: 'restore' }, (event) => act(event.currentTarget, async () => {
        const { data } = await call('POST', `/versions/${shown.id}/restore`, { ifMatch: tagOf(group), once: true });
        await reload();
        tell(t('version.restored', { number: data.number }));
      }))),
    labelling(state, act, reload));
}

/** How a version came about. */
function kind(version, versions) {
  if (version.iteration_direction) return t('version.kind.direction', { direction: version.iteration_direction });
  const source = versions.find(({ id }) => id === version.source_version_id);
  return source ? t('version.kind.chosen', { number: source.number }) : t(`version.kind.${version.status}`);
}

/** Back onto the bench: the same edits, questions and reasons, and what comes next is a version of this prompt. */
function open(group, version) {
  putText(version.original_prompt, { id: group.id, title: group.title });
  setResult(fromVersion(version), tagOf(group));
  Object.assign(bench, { savedNumber: null, answers: {} });
  keepDraft();
  go('/');
}

function makeTemplate(group, version) {
  startFrom({ name: group.title, content: version.optimized_prompt, tags: group.tags });
  go('/templates/new');
}

function labelling({ group, shown, labels }, act, reload) {
  const here = labels.filter((label) => label.version_id === shown.id);
  const name = h('input', { class: 'input', 'aria-label': t('label.name'), placeholder: t('label.example'), maxlength: 64, pattern: '[A-Za-z0-9._~\\-]{1,64}', required: true, title: t('label.form') });
  const put = button({ text: t('label.put'), icon: 'tag', type: 'submit' });
  const submit = (event) => {
    event.preventDefault();
    act(put, async () => {
      const known = labels.find((label) => label.name === name.value);
      await call('PUT', `/history/${group.id}/labels/${encodeURIComponent(name.value)}`, { body: { version_id: shown.id }, ifMatch: known ? tagOf(known) : null });
      await reload();
    });
  };
  return h('details', { open: here.length > 0 }, h('summary', {}, icon('chevron'), t('label.title')),
    h('div', { class: 'stack tight' },
      h('p', { class: 'small muted' }, t('label.lead')),
      here.length > 0 && h('div', { class: 'row' }, here.map((label) => h('span', { class: 'tag calm' }, said(label.name),
        h('button', { type: 'button', 'aria-label': t('label.remove', { name: label.name }), onclick: (event) => act(event.currentTarget, async () => {
          await call('DELETE', `/history/${group.id}/labels/${encodeURIComponent(label.name)}`, { ifMatch: tagOf(label) });
          await reload();
        }) }, icon('cross'))))),
      h('form', { class: 'row', onsubmit: submit }, h('div', { class: 'grow' }, name), put)));
}

function versionEntry(version, state, choose) {
  const isShown = version.id === state.shown.id;
  const labels = state.labels.filter((label) => label.version_id === version.id);
  return h('article', { class: `version ${isShown ? 'shown' : ''}` },
    h('div', { class: 'row spread' },
      h('h3', {}, t('version.number', { number: version.number })),
      button({ text: t(isShown ? 'version.shown' : 'version.show'), icon: isShown && 'check', kind: 'quiet', 'aria-pressed': String(isShown), 'aria-label': t('version.showOne', { number: version.number }) }, () => choose(version))),
    h('p', { class: 'tiny muted' }, kind(version, state.versions), ' · ', h('time', { datetime: version.created_at }, dateTime(version.created_at))),
    labels.length > 0 && h('div', { class: 'row' }, labels.map((label) => h('span', { class: 'tag calm', translate: 'no' }, label.name))));
}

function compareCard({ versions, shown }, signal) {
  const others = versions.filter((version) => version.id !== shown.id);
  const options = [{ value: 'original', text: t('diff.original') }, ...others.map((version) => ({ value: version.id, text: t('version.number', { number: version.number }) }))];
  const earlier = others.find((version) => version.number < shown.number);
  const against = field({ label: t('diff.against'), control: 'select', options, value: earlier?.id ?? 'original' });
  const place = h('div', { 'aria-live': 'polite' });
  const load = async () => {
    const { data } = await read(`/versions/${shown.id}/diff?against=${against.input.value}`, { signal });
    const from = options.find(({ value }) => value === against.input.value).text;
    const to = t('version.number', { number: shown.number });
    const isSame = data.operations.every(({ op }) => op === 'equal');
    fill(place, isSame ? h('p', { class: 'muted small' }, t('diff.same')) : sideBySide({ operations: data.operations, from, to, caption: t('diff.caption', { from, to }) }));
  };
  const compare = () => load().catch((error) => { if (error.name !== 'AbortError') fill(place, problemBanner(error)); });
  against.input.addEventListener('change', compare);
  compare();
  return h('section', { class: 'card stack', 'aria-labelledby': 'diff-title' }, h('h2', { id: 'diff-title' }, t('diff.title')), against, place);
}

function tagsCard({ group }, act, reload) {
  const input = h('input', { class: 'input', 'aria-label': t('tags.new'), placeholder: t('tags.new'), maxlength: 50 });
  const save = (control, tags) => act(control, async () => {
    await call('PATCH', `/history/${group.id}`, { body: { tags }, ifMatch: tagOf(group) });
    await reload();
  });
  const addTag = button({ text: t('tags.add'), type: 'submit' });
  return h('section', { class: 'card stack' }, h('h2', {}, t('tags.title')),
    group.tags.length > 0 && h('div', { class: 'row' }, group.tags.map((tag) => h('span', { class: 'tag calm' }, said(tag),
      h('button', { type: 'button', 'aria-label': t('tags.remove', { tag }), onclick: (event) => save(event.currentTarget, group.tags.filter((each) => each !== tag)) }, icon('cross'))))),
    h('form', { class: 'row', onsubmit: (event) => { event.preventDefault(); if (input.value.trim()) save(addTag, [...group.tags, input.value.trim()]); } },
      h('div', { class: 'grow' }, input), addTag));
}
