/** Builds the page out of elements and text. There is no way to pass markup in, so what users type stays text. */

const PROPERTIES = new Set(['value', 'checked', 'disabled', 'hidden', 'selected', 'open', 'required', 'spellcheck', 'noValidate']);
const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an element.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} [props] attributes; `on…` functions listen; null, undefined and false are left out
 * @param {...unknown} children nodes and texts, also in arrays; null, undefined and false are left out
 * @returns {HTMLElement}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    set(element, name, value);
  }
  add(element, children);
  return element;
}

function set(element, name, value) {
  if (name.startsWith('on') && typeof value === 'function') {
    element.addEventListener(name.slice(2), value);
  } else if (PROPERTIES.has(name)) {
    element[name] = value ?? '';
  } else if (value !== null && value !== undefined && value !== false) {
    element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** Appends nodes and texts. */
export function add(element, children) {
  for (const child of [children].flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child);
    }
  }
}

/** Puts new content in place of the old. */
export function fill(element, ...children) {
  element.replaceChildren();
  add(element, children);
  return element;
}

/** What users, models and rules wrote: translators leave it alone, and screen readers take it as it is. */
export function said(text, tag = 'span', props = {}) {
  return h(tag, { translate: 'no', dir: 'auto', ...props }, text);
}

let ids = 0;

/** An id that no other element has. */
export function uniqueId(prefix) {
  ids += 1;
  return `${prefix}-${ids}`;
}

/** An icon out of strokes, for the eye alone. */
export function strokes(paths, className = 'icon') {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({ viewBox: '0 0 24 24', class: className, 'aria-hidden': 'true', focusable: 'false' })) {
    svg.setAttribute(name, value);
  }
  for (const d of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
