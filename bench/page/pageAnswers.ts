import type { Page } from 'playwright';
import type { BenchPage } from './contract.ts';

/** ms in which the page answers anything it is asked on any machine. */
const patience = 300_000;

/** Asks a page, and ends the wait with the page's own words when something goes wrong on it. */
export class PageAnswers {
  readonly #page: Page;
  readonly #broken: Promise<never>;

  constructor(page: Page) {
    this.#page = page;
    this.#broken = new Promise((_, reject) => {
      page.on('pageerror', (error) => reject(new Error(`The benchmark's page failed: ${error.message}`)));
      page.on('crash', () => reject(new Error("The benchmark's page crashed.")));
    });
    this.#broken.catch(() => undefined);
  }

  /** @throws Error when the page fails, crashes or does not answer */
  async ask<Parameter, Answer>(
    question: (bench: BenchPage, parameter: Parameter) => Answer | Promise<Answer>,
    parameter: Parameter,
  ): Promise<Answer> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const words = `The benchmark's page did not answer for ${patience / 60_000} minutes: ${question.toString()}`;
      timer = setTimeout(() => reject(new Error(words)), patience);
    });
    // The function goes to the page as its text: functions are no values that can be sent.
    const given = parameter === undefined ? 'undefined' : JSON.stringify(parameter);
    const answer = this.#page.evaluate<Answer>(`(${question.toString()})(window.bench, ${given})`);
    return Promise.race([answer, this.#broken, late]).finally(() => clearTimeout(timer));
  }
}
