// Runs before the first paint, so that a dark page does not flash white. A classic script: modules run too late.
(() => {
  let theme = null;
  try {
    theme = localStorage.getItem('betterprompts.theme');
  } catch {
    // Storage is switched off; the system's theme holds.
  }
  document.documentElement.dataset.theme = theme === 'light' || theme === 'dark' ? theme : 'system';
})();
