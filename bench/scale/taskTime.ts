import type { CDPSession, Page } from 'playwright';

/** Reads how long the page's own thread has been busy, in processor time that other programs do not stretch. */
export class TaskTime {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<TaskTime> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new TaskTime(session);
  }

  /** ms since the page was opened. */
  async milliseconds(): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  }

  close(): Promise<void> {
    return this.#session.detach();
  }
}
