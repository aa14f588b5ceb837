import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import { builtInModel } from './state/builtInModel.ts';
import { Fieldsift } from './state/fieldsift.svelte.ts';
import { language } from './state/language.svelte.ts';
import { openMachineDoor } from './state/machineDoor.ts';
import { OfflineState } from './state/offline.svelte.ts';

declare const __APP_VERSION__: string;

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');

const app = new Fieldsift(builtInModel());
const offline = new OfflineState();
app.navigation.start();
const ready = app.restore();
openMachineDoor(app, __APP_VERSION__, ready);
// Without its other languages the page still speaks English.
void language
  .start()
  .catch(() => undefined)
  .then(() => mount(App, { target, props: { app, offline, version: __APP_VERSION__ } }));
if (import.meta.env.PROD) void offline.start();
