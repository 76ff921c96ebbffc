import { fill, h, uniqueId } from '../lib/dom.js';
import { t } from '../lib/i18n.js';
import { icon } from '../lib/icons.js';

const PICTURES = { info: 'info', warning: 'warn', error: 'warn' };

/**
 * A box to write in, with what lint found underlined. Behind the text stands a copy of it that only draws the lines: the
 * box itself stays an ordinary one, with spelling, undo and input methods of the browser.
 */
export function editor({ value, label, placeholder, onInput }) {
  const marks = h('div', { class: 'editor-marks', 'aria-hidden': 'true', dir: 'auto' });
  const list = h('ul', { class: 'findings', 'aria-label': t('lint.title') });
  const box = h('textarea', {
    'aria-label': label, placeholder, maxlength: 20000, dir: 'auto', value, spellcheck: true, 'data-pointer': '#/text', id: uniqueId('prompt'),
  });
  const state = { findings: [], lit: -1 };
  const tip = h('div', { class: 'lint-tip', hidden: true });

  function draw() {
    fill(marks, parts(box.value, state.findings, state.lit), '\n');
  }

  function show(findings) {
    state.findings = findings.filter(({ span }) => span.end <= box.value.length).sort((a, b) => a.span.start - b.span.start);
    fill(list, state.findings.map((finding, index) => h('li', {}, entry(finding, index))));
    list.hidden = state.findings.length === 0;
    draw();
  }

  function entry(finding, index) {
    const select = () => {
      box.focus();
      box.setSelectionRange(finding.span.start, finding.span.end);
    };
    const light = (lit) => () => { state.lit = lit; draw(); };
    return h('button',
      { type: 'button', class: `finding ${finding.severity}`, onclick: select, onfocus: light(index), onblur: light(-1), onmouseenter: light(index), onmouseleave: light(-1) },
      icon(PICTURES[finding.severity]),
      h('span', {}, h('span', { class: 'unseen' }, `${t(`lint.${finding.severity}`)}: `), h('span', { lang: 'en', translate: 'no' }, finding.message)));
  }

  /** What the caret stands in is shown in the list. */
  function followCaret() {
    const at = box.selectionStart;
    [...list.querySelectorAll('.finding')].forEach((each, index) => {
      const { start, end } = state.findings[index].span;
      each.classList.toggle('here', document.activeElement === box && start <= at && at <= end);
    });
  }

  function hover(event) {
    const mark = [...marks.querySelectorAll('mark')].find((each) => [...each.getClientRects()].some((rect) => inside(rect, event)));
    tip.hidden = !mark;
    if (!mark) return;
    tip.textContent = mark.dataset.message;
    const rect = mark.getBoundingClientRect();
    tip.style.left = `${Math.max(16, Math.min(rect.left, window.innerWidth - 380))}px`;
    tip.style.top = `${rect.bottom + 6}px`;
  }

  box.addEventListener('input', () => {
    show(shifted(state.findings, state.before ?? '', box.value));
    state.before = box.value;
    onInput(box.value);
  });
  state.before = value;
  box.addEventListener('keyup', followCaret);
  box.addEventListener('click', followCaret);
  box.addEventListener('mousemove', hover);
  box.addEventListener('mouseleave', () => { tip.hidden = true; });
  show([]);
  return { frame: h('div', { class: 'editor', translate: 'no' }, marks, box, tip), list, box, show };
}

function inside(rect, { clientX, clientY }) {
  return clientX >= rect.left && clientX <= rect.right && clientY >= rect.top && clientY <= rect.bottom;
}

function parts(text, findings, lit) {
  const nodes = [];
  let at = 0;
  findings.forEach(({ span, severity, message }, index) => {
    if (span.start < at) return;
    nodes.push(text.slice(at, span.start));
    nodes.push(h('mark', { class: `lint-${severity} ${index === lit ? 'lit' : ''}`, 'data-message': message }, text.slice(span.start, span.end)));
    at = span.end;
  });
  nodes.push(text.slice(at));
  return nodes;
}

/** Findings before what was typed stay where they are, those behind move along, those in it go. */
export function shifted(findings, old, now) {
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const move = now.length - old.length;
  return findings.flatMap((finding) => {
    const { start, end } = finding.span;
    if (end <= head) return [finding];
    if (start >= old.length - tail) return [{ ...finding, span: { start: start + move, end: end + move } }];
    return [];
  });
}
