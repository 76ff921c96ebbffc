/**
 * What the browser keeps. Prompts and the refresh token are private and go with the tab (session); theme and language are
 * not and stay (local). Where storage is switched off, nothing is kept and everything else works.
 */
function kept(storage) {
  return {
    get(key) {
      try {
        return JSON.parse(storage().getItem(`betterprompts.${key}`));
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        if (value === null) storage().removeItem(`betterprompts.${key}`);
        else storage().setItem(`betterprompts.${key}`, typeof value === 'string' ? value : JSON.stringify(value));
      } catch {
        // Full or switched off.
      }
    },
    text(key) {
      try {
        return storage().getItem(`betterprompts.${key}`);
      } catch {
        return null;
      }
    },
  };
}

export const tab = kept(() => sessionStorage);
export const device = kept(() => localStorage);
