import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import { appVersion } from '../platform/appVersion.ts';
import { inBackground, isStopped, tellFailures } from '../platform/background.ts';
import { builtInModel } from '../pages/models/builtInModel.ts';
import { Fieldsift } from '../pages/shell/fieldsift.svelte.ts';
import { failureInWords } from '../pages/shell/failureInWords.ts';
import { Installation } from '../pages/shell/installation.svelte.ts';
import { language } from '../pages/shell/language.svelte.ts';
import { takeLaunched } from '../pages/run/launch.ts';
import { openMachineDoor } from './script/machineDoor.ts';
import { OfflineState } from '../pages/shell/offline.svelte.ts';

const target = document.getElementById('app');
// Where the browser lacks what the app needs, `door.js` has said so in its place.
if (target) start(target);

function start(target: HTMLElement): void {
  const app = new Fieldsift(builtInModel());
  const offline = new OfflineState();
  const installation = new Installation();
  installation.start();
  app.navigation.start();
  const ready = app.restore();
  openMachineDoor(app, appVersion, ready);
  const sayFailure = (error: unknown, what: string | null = null): void => {
    app.announcements.say(failureInWords(error, what), 'problem');
  };
  tellFailures(sayFailure);
  addEventListener('unhandledrejection', ({ reason }) => {
    if (!isStopped(reason)) sayFailure(reason);
  });
  // What keeps the app from starting is on the screen already.
  const canStart = ready.then(
    () => true,
    () => false,
  );
  // Without its other languages the page still speaks English.
  inBackground(
    language
      .start()
      .catch(() => undefined)
      .then(() => mount(App, { target, props: { app, offline, installation, version: appVersion } }))
      .then(() => canStart)
      .then((can) => (can ? takeLaunched(app, ready) : undefined)),
  );
  if (import.meta.env.PROD) inBackground(offline.start());
}
