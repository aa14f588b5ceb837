/** Messages between the tabs of this browser that show the app; nothing is sent or heard where the browser has none. */
export interface TabChannel<Message> {
  send(message: Message): void;
  close(): void;
}

/**
 * Opens the channel of that name.
 *
 * @param hear what other tabs send; never what this one does
 */
export function openTabChannel<Message>(name: string, hear: (message: Message) => void): TabChannel<Message> {
  const nobody: TabChannel<Message> = { send: () => undefined, close: () => undefined };
  if (!('BroadcastChannel' in globalThis)) return nobody;
  try {
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }: MessageEvent<Message>) => hear(data);
    return { send: (message) => channel.postMessage(message), close: () => channel.close() };
  } catch {
    // Some browsers refuse it together with all storage.
    return nobody;
  }
}
