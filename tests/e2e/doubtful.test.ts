import { afterEach, expect, it } from 'vitest';
import { launchSifted, type AppWindow } from '../helpers/app.ts';

let app: AppWindow | undefined;
afterEach(() => app?.close());

it('goes through what is doubtful by keyboard, says why, and counts down to nothing', async () => {
  app = await launchSifted();
  const { page } = app;
  await page.evaluate(() =>
    window.fieldsift?.applySettings({
      'gate.person': '0.9',
      'triage.accept': '0.95',
      'triage.blank': '0.95',
    }),
  );
  const bar = page.getByRole('region', { name: /to look at$/ });
  const left = Number.parseInt(await bar.getByRole('heading').innerText(), 10);
  expect(left).toBeGreaterThan(2);
  await bar.getByText(/\d unsure/).waitFor();

  await page.locator('[data-stack]').first().focus();
  await page.keyboard.press('q');
  const table = page.getByRole('dialog', { name: 'Photo' });
  for (let count = left; count > 0; count -= 1) {
    await table.getByText(`${count} left to look at`).waitFor();
    await table.getByText(/\d+% sure, \d+% needed|say otherwise|like no other/).waitFor();
    if (count === left - 1) {
      await page.keyboard.press('Control+z');
      await table.getByText(`${left} left to look at`).waitFor();
      await page.keyboard.press('Control+y');
      await page.keyboard.press('q');
    }
    await page.keyboard.press(count % 2 === 0 ? 'Enter' : 'b');
    if (count % 2 === 1) await page.keyboard.press('Enter');
  }
  await table.getByText('0 left to look at').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('No sequence is left to look at').waitFor();
  expect(await page.evaluate(() => location.hash)).toBe('#/?state=review&sort=telling');
});
