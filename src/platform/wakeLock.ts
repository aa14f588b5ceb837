import { inBackground } from './background.ts';

/**
 * Keeps the screen (and with it the laptop) awake while `wanted` is held. The browser takes the lock away when the tab
 * is hidden, so it is asked for again when the tab is back. Where there is no wake lock, nothing happens.
 *
 * @returns a function that lets the screen sleep again
 */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let wanted = true;
  const ask = async (): Promise<void> => {
    if (!wanted || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    try {
      const granted = await navigator.wakeLock.request('screen');
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- it may change while waiting
      if (wanted) lock = granted;
      else await granted.release();
    } catch {
      // Refused, for example on a low battery: the run goes on without.
    }
  };
  const onVisibility = (): void => inBackground(ask());
  document.addEventListener('visibilitychange', onVisibility);
  inBackground(ask());
  return () => {
    wanted = false;
    document.removeEventListener('visibilitychange', onVisibility);
    lock?.release().catch(() => null);
  };
}
