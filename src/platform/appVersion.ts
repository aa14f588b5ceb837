declare const __APP_VERSION__: string;

/** The version of the app, as in package.json. */
export const appVersion: string = typeof __APP_VERSION__ === 'string' ? __APP_VERSION__ : 'unbuilt';
