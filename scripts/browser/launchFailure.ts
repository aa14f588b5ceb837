/**
 * Why a browser did not start, in one line, out of Playwright's long message: what the browser itself said on
 * standard error, else how its process ended, else the message's first line.
 */
export function launchFailure(message: string): string {
  const saidByBrowser = /\[pid=\d+\]\[err\] (.+)/.exec(message)?.[1];
  const ended = /<process did exit: (.+?)>/.exec(message)?.[1];
  const reason = saidByBrowser ?? ended ?? message.split('\n', 1)[0] ?? '';
  return reason.trim();
}
