/** Starts the console: words, login, frame, screens. */
import * as account from './account/screen.js';
import * as enhance from './enhance/screen.js';
import * as historyList from './history/list.js';
import * as prompt from './history/detail.js';
import * as settings from './account/settings.js';
import * as signIn from './account/sign-in.js';
import * as template from './templates/detail.js';
import * as templateForm from './templates/form.js';
import * as templates from './templates/list.js';
import { fill } from './lib/dom.js';
import { t } from './lib/i18n.js';
import { afterLogin, askForLogin, follow, go, open, path, screen } from './lib/router.js';
import { adoptFromAccount, startLanguage } from './lib/preferences.js';
import { onChange, resume, user } from './lib/session.js';
import { listen } from './lib/shortcuts.js';
import { device } from './lib/storage.js';
import { button, problemBanner, tell } from './lib/ui.js';
import { drawShell, markNavigation } from './shell.js';

const ID = '([0-9a-f-]{36})';

screen(/^\/$/, 'enhance', enhance.show);
screen(/^\/sign-in$/, 'sign-in', signIn.show);
screen(/^\/history$/, 'history', historyList.show);
screen(new RegExp(`^/history/${ID}$`), 'history', prompt.show);
screen(/^\/templates$/, 'templates', templates.show);
screen(/^\/templates\/new$/, 'templates', templateForm.showNew);
screen(new RegExp(`^/templates/${ID}$`), 'templates', template.show);
screen(new RegExp(`^/templates/${ID}/edit$`), 'templates', templateForm.showEdit);
screen(/^\/settings$/, 'settings', settings.show);
screen(/^\/account$/, 'account', account.show);

/** Draws everything anew: after a login, a logout, and in another language. */
export async function redraw() {
  drawShell();
  await open();
}

async function start() {
  const [, trouble] = await Promise.all([startLanguage(), resume()]);
  await adoptFromAccount().catch(() => {});
  drawShell();
  follow(markNavigation);
  listen();
  onChange((who, isLost) => {
    if (who ? !enhance.mayGoOnWith(who.id) : !isLost) forgetAll();
    if (who) welcome(who);
    (who ? adoptFromAccount().catch(() => {}) : Promise.resolve()).then(() => {
      drawShell();
      if (isLost) tell(t('problem.login-ended.title'));
      if (isLost) askForLogin();
      else if (!who) go('/sign-in');
      else if (path() === '/sign-in') go(afterLogin());
      else open();
    });
  });
  document.addEventListener('betterprompts:language', () => redraw());
  if (!user() && location.hash === '' && !enhance.hasDraft()) window.history.replaceState(null, '', '#/sign-in');
  if (trouble) fill(document.querySelector('main'), problemBanner(trouble, button({ text: t('common.retry') }, () => location.reload())));
  else await open();
}

function welcome(who) {
  enhance.belongsTo(who.id);
  device.set('known', 'yes');
}

/** What one user wrote and looked for is nobody else's business. */
function forgetAll() {
  enhance.forget();
  historyList.forget();
  templates.forget();
  afterLogin();
}

start();
