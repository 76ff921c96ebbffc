import { tab } from '../lib/storage.js';
import { assemble, lineBreakOf } from './assemble.js';

/**
 * What is on the bench: the prompt as it is typed, and what came of it last. The draft is kept with the tab, so that no
 * reload, lost login or failed request loses a word of it; the rest can be had again.
 */
const EMPTY = { text: '', modelClass: 'auto', context: {}, append: null };

export const bench = { ...EMPTY, findings: [], result: null, rejected: new Set(), savedRejected: new Set(), answers: {}, groupTag: null };

Object.assign(bench, tab.get('draft') ?? {});

export function keepDraft() {
  const { text, modelClass, context, append } = bench;
  tab.set('draft', { text, modelClass, context, append });
}

export function hasDraft() {
  return bench.text !== '';
}

/** Begins with an empty prompt. */
export function clear() {
  Object.assign(bench, EMPTY, { context: {}, findings: [] });
  setResult(null, null);
  keepDraft();
}

/** Forgets everything, the draft as well. */
export function forget() {
  clear();
  tab.set('draft', null);
  tab.set('owner', null);
}

/** Whether the draft may go on with this user: one typed before any login may, one that somebody else left may not. */
export function mayGoOnWith(userId) {
  const owner = tab.text('owner');
  return owner === null || owner === userId;
}

export function belongsTo(userId) {
  tab.set('owner', userId);
}

/** Puts a text on the bench, for a new prompt or for a version of one that exists. */
export function putText(text, append = null) {
  clear();
  Object.assign(bench, { text, append });
  keepDraft();
}

export function setResult(result, groupTag) {
  bench.result = result && withLineBreak(result);
  bench.groupTag = groupTag;
  bench.rejected = new Set();
  bench.savedRejected = new Set();
}

/** With the line break that tells how to put it together; null where that cannot be done. */
export function withLineBreak(result) {
  return { ...result, lineBreak: lineBreakOf(result.original_text, result.edits, result.enhanced_text) };
}

/** The result with the edits that were not rejected. */
export function chosenText() {
  const { result, rejected } = bench;
  if (result.lineBreak === null) return result.enhanced_text;
  const kept = result.edits.filter((edit) => !rejected.has(edit.id));
  return assemble(result.original_text, kept, result.lineBreak);
}

/** A version of the history in the form of a result. */
export function fromVersion(version) {
  const told = version.explanation ?? {};
  return {
    ...told,
    id: version.id,
    history_id: version.history_id,
    version: version.number,
    original_text: version.original_prompt,
    enhanced_text: version.optimized_prompt,
    verdict: version.status === 'unchanged' ? 'unchanged' : 'enhanced',
    edits: version.edits,
    reasons: told.reasons ?? [],
    why_not: told.why_not ?? [],
    missing: told.missing ?? [],
    lint: told.lint ?? [],
    run_advice: told.run_advice ?? [],
  };
}
