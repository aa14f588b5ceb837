import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import { appVersion } from './platform/appVersion.ts';
import { builtInModel } from './state/builtInModel.ts';
import { Fieldsift } from './state/fieldsift.svelte.ts';
import { Installation } from './state/installation.svelte.ts';
import { language } from './state/language.svelte.ts';
import { takeLaunched } from './state/launch.ts';
import { openMachineDoor } from './state/machineDoor.ts';
import { OfflineState } from './state/offline.svelte.ts';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');

const app = new Fieldsift(builtInModel());
const offline = new OfflineState();
const installation = new Installation();
installation.start();
app.navigation.start();
const ready = app.restore();
openMachineDoor(app, appVersion, ready);
// Without its other languages the page still speaks English.
void language
  .start()
  .catch(() => undefined)
  .then(() => mount(App, { target, props: { app, offline, installation, version: appVersion } }))
  .then(() => takeLaunched(app, ready));
if (import.meta.env.PROD) void offline.start();
