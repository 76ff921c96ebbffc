let draft = null;

/** Leaves what a new template begins with, for the form that opens next. */
export function startFrom(template) {
  draft = template;
}

/** What was left, once. */
export function takeDraft() {
  const taken = draft;
  draft = null;
  return taken;
}
