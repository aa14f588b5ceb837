import { describe, expect, it } from 'vitest';
import { changeSettings } from './changeSettings.ts';
import { defaultSettings } from './surveySettings.ts';

describe('changeSettings', () => {
  it('changes what is named and leaves the rest, without touching its input', () => {
    const changed = changeSettings(defaultSettings, { gap: '10', person: '0.2' });
    expect(changed).toEqual({
      ...defaultSettings,
      gapSeconds: 10,
      thresholds: { animal: null, person: 0.2, vehicle: null },
    });
    expect(defaultSettings.gapSeconds).toBe(60);
  });

  it.each([
    [{ gap: 'soon' }, /"gap" must be a number/],
    [{ gap: '-1' }, /from 0 to/],
    [{ person: '1.5' }, /"person" must be a number from 0 to 1/],
    [{ animal: '' }, /"animal"/],
    [{ gape: '3' }, /Unknown setting "gape".*gap, .*animal/],
  ])('refuses %j with a message that names the setting', (changes, message) => {
    expect(() => changeSettings(defaultSettings, changes as unknown as Record<string, string>)).toThrow(
      message,
    );
  });
});
