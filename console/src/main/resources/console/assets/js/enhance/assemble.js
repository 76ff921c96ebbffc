/**
 * Puts a prompt together as the engine does and as POST /versions/{id}/edits does: the edits before the original, a blank
 * line, the untouched original, a blank line, the edits after it; within a side one line break between two edits.
 */

const LINE_BREAKS = ['\n', '\r\n'];

/**
 * @param {string} original
 * @param {{position: string, text: string}[]} edits those to be in it, in their order
 * @param {string} lineBreak
 */
export function assemble(original, edits, lineBreak) {
  const before = side(edits, 'before', lineBreak);
  const after = side(edits, 'after', lineBreak);
  const gap = lineBreak + lineBreak;
  return (before === '' ? '' : before + gap) + original + (after === '' ? '' : gap + after);
}

function side(edits, position, lineBreak) {
  return edits
    .filter((edit) => edit.position === position)
    .map((edit) => edit.text.replaceAll('\n', lineBreak))
    .join(lineBreak);
}

/** The line break that the engine used; null if the text is not made of the original and edits around it. */
export function lineBreakOf(original, edits, whole) {
  return LINE_BREAKS.find((lineBreak) => assemble(original, edits, lineBreak) === whole) ?? null;
}
