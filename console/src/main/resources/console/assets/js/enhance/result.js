import { fill, h } from '../lib/dom.js';
import { call } from '../lib/api.js';
import { t } from '../lib/i18n.js';
import { icon } from '../lib/icons.js';
import { user } from '../lib/session.js';
import { ApiProblem } from '../lib/problems.js';
import { banner, button, copy, empty, later, problemBanner, tell, working } from '../lib/ui.js';
import { composed } from './composed.js';
import { editOpinion, versionFeedback } from './feedback.js';
import { advice, intent, whyNot } from './insights.js';
import { questions } from './questions.js';
import { bench, chosenText } from './state.js';

const DIRECTIONS = ['shorter', 'more formal', 'for beginners', 'as a table'];
const COUNT_AFTER_MS = 400;

/** What came of the prompt and all that can be done with it, and beside that what the prompt was taken for. */
export function resultPanel({ onAnswers, onDirection, onExample, signal }) {
  const place = h('div', { class: 'result stack loose' });
  const insights = h('section', { class: 'insights card stack', 'aria-labelledby': 'insight-title' });
  const live = h('p', { class: 'unseen', role: 'status' });

  function draw() {
    const { result } = bench;
    fill(place, live, result ? parts(result) : nothingYet(onExample));
    insights.hidden = !result?.intent;
    fill(insights, result?.intent && [h('h2', { id: 'insight-title' }, t('intent.title')), intent(result.intent), whyNot(result.why_not)]);
  }

  function parts(result) {
    return [
      h('section', { class: 'card', 'aria-labelledby': 'result-title' }, head(result), body(result), h('div', { class: 'stack' }, bar(result), result.id && versionFeedback(result.id))),
      result.run_advice.length > 0 && h('div', { class: 'stack tight' }, advice(result.run_advice)),
      questions({ missing: result.missing, answers: bench.answers, onApply: onAnswers }),
    ];
  }

  function head(result) {
    return h('div', { class: 'panel-head' },
      h('h2', { id: 'result-title' }, t('result.title')),
      h('div', { class: 'row' },
        fill(extent, additions(result)),
        result.version && h('a', { class: 'tag', href: `#/history/${result.history_id}` }, icon('history'), t('version.number', { number: savedNumber(result) }))));
  }

  const extent = h('span', {});

  function additions(result) {
    if (result.verdict !== 'enhanced') return h('span', { class: 'tag calm' }, t('result.unchanged'));
    const all = result.edits.length;
    const kept = all - bench.rejected.size;
    return h('span', { class: 'tag good' }, kept === all ? t('result.additions', { count: all }) : t('result.some', { kept, count: all }));
  }

  function savedNumber(result) {
    return bench.savedNumber ?? result.version;
  }

  function body(result) {
    const isUnchanged = result.verdict === 'unchanged' && result.edits.length === 0;
    return h('div', { class: 'stack' },
      isUnchanged && verdict(result),
      composed({
        result,
        isOut: (id) => bench.rejected.has(id),
        onToggle: (id, out) => {
          if (out) bench.rejected.add(id);
          else bench.rejected.delete(id);
          live.textContent = t(out ? 'edit.nowOut' : 'edit.nowIn');
          drawBar(result);
        },
        opinion: (edit) => editOpinion(user() && result.id, edit),
      }));
  }

  function verdict(result) {
    return h('div', { class: 'verdict' },
      h('h3', {}, t(result.missing.length > 0 ? 'result.asks' : 'result.fine')),
      h('ul', { lang: 'en', translate: 'no' }, result.reasons.map((reason) => h('li', {}, reason))));
  }

  const foot = h('div', { class: 'stack result-foot' });
  const count = later(COUNT_AFTER_MS, async () => {
    const text = chosenText();
    if (bench.countedText === text || text.length > 20000) return;
    const { data } = await call('POST', '/analyze', { body: { text }, signal }).catch(() => ({ data: null }));
    if (data && chosenText() === text) {
      Object.assign(bench, { countedText: text, countedTokens: data.tokens.original });
      drawBar(bench.result, false);
    }
  });

  function bar(result) {
    drawBar(result, false);
    return foot;
  }

  function drawBar(result, recount = true) {
    if (recount) count();
    fill(extent, additions(result));
    const focused = foot.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    fill(foot, figures(result), h('div', { class: 'actions' }, actions(result)), result.history_id && user() && directions(result));
    if (focused) foot.querySelector(`[data-key="${focused}"]`)?.focus();
  }

  function figures(result) {
    if (!result.tokens) return null;
    const all = bench.rejected.size === 0;
    const counted = bench.countedText === chosenText() ? bench.countedTokens : null;
    const total = all ? result.tokens.enhanced : counted;
    return h('p', { class: 'figures' },
      h('span', {}, h('b', {}, t('tokens.original', { count: result.tokens.original })), ' → ', h('b', {}, total === null ? '…' : t('tokens.total', { count: total }))),
      total !== null && total > result.tokens.original && h('span', {}, t('tokens.added', { number: total - result.tokens.original })),
      result.model_class && h('span', {}, t('result.model', { model: t(`model.${result.model_class}`) })));
  }

  function actions(result) {
    const changed = !sameSet(bench.rejected, bench.savedRejected);
    return [
      button({ text: t('result.copy'), icon: 'copy', kind: 'main', 'data-key': 'copy' }, () => copy(chosenText())),
      result.id && user() && changed && button({ text: t('result.save'), icon: 'check', 'data-key': 'save' }, (event) => working(event.currentTarget, () => saveChoice(result), saveProblem)),
      result.edits.length > 1 && result.lineBreak !== null && button(
        { text: t(bench.rejected.size === result.edits.length ? 'result.all' : 'result.none'), kind: 'quiet', 'data-key': 'all' },
        () => {
          bench.rejected = new Set(bench.rejected.size === result.edits.length ? [] : result.edits.map(({ id }) => id));
          draw();
          drawBar(result);
        }),
      !user() && h('a', { class: 'button quiet', href: '#/sign-in' }, t('result.signIn')),
    ];
  }

  async function saveChoice(result) {
    const { data, tag } = await call('POST', `/versions/${result.id}/edits`, { body: { reject: [...bench.rejected] }, ifMatch: bench.groupTag, once: true });
    bench.groupTag = tag;
    bench.savedRejected = new Set(bench.rejected);
    bench.savedNumber = data.number;
    draw();
    tell(t('result.saved', { number: data.number }));
  }

  function saveProblem(error) {
    const isStale = error instanceof ApiProblem && error.status === 412;
    if (isStale) bench.groupTag = error.current ? `"${error.current.version}"` : null;
    foot.prepend(isStale ? banner('bad', 'warn', h('strong', {}, t('result.notSaved')), h('p', {}, t('result.elsewhere'))) : problemBanner(error));
  }

  function directions(result) {
    const own = h('input', { class: 'input', 'aria-label': t('direction.own'), placeholder: t('direction.example'), maxlength: 500, dir: 'auto', 'data-key': 'direction' });
    const send = (direction, control) => working(control, () => onDirection(direction, result));
    const submit = button({ text: t('direction.go'), type: 'submit' });
    return h('form', {
      class: 'stack tight',
      onsubmit: (event) => {
        event.preventDefault();
        if (own.value.trim()) send(own.value.trim(), submit);
      },
    },
      h('p', { class: 'small muted' }, t('direction.title')),
      h('div', { class: 'row' }, DIRECTIONS.map((direction) => h('button', { type: 'button', class: 'chip', onclick: (event) => send(direction, event.currentTarget) }, t(`direction.${direction.replaceAll(' ', '_')}`)))),
      h('div', { class: 'row' }, h('div', { class: 'grow' }, own), submit));
  }

  draw();
  return { element: place, insights, draw, say: (text) => { live.textContent = text; } };
}

function sameSet(one, other) {
  return one.size === other.size && [...one].every((each) => other.has(each));
}

const EXAMPLES = ['example.code', 'example.vaccines', 'example.train'];

function nothingYet(onExample) {
  const element = empty('write', t('empty.title'), t('empty.text'));
  element.append(h('div', { class: 'stack tight' }, EXAMPLES.map((key) => h('button', { type: 'button', class: 'chip', onclick: () => onExample(t(key)) }, t(key)))));
  return h('section', { class: 'card nothing', 'aria-label': t('result.title') }, element);
}
