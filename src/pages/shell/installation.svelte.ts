interface InstallPrompt extends Event {
  prompt(): Promise<void>;
}

/** Whether the browser would install the app, which keeps its data safer and opens project files by a click. */
export class Installation {
  #prompt = $state.raw<InstallPrompt | null>(null);

  get isOffered(): boolean {
    return this.#prompt !== null;
  }

  /** Listens from now on; browsers ask once, early. */
  start(): void {
    window.addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.#prompt = event as InstallPrompt;
    });
    window.addEventListener('appinstalled', () => (this.#prompt = null));
  }

  /** Has the browser ask the person. Only inside a click; it can be asked once. */
  async install(): Promise<void> {
    const prompt = this.#prompt;
    this.#prompt = null;
    await prompt?.prompt();
  }
}
