import type { DoorStatus } from '../../src/app/script/machineDoor.ts';

const quietSeconds = 10;

/** Shows how far a run is: one line that is overwritten in a terminal, a line every 10 s in a log. */
export function createProgressLine(stream: NodeJS.WriteStream): {
  show(status: DoorStatus): void;
  end(): void;
} {
  let shownAt = 0;
  return {
    show({ phase, total, done, failed, photosPerSecond }) {
      const speed = photosPerSecond === null ? '' : `, ${photosPerSecond.toFixed(2)} photos per second`;
      const failures = failed > 0 ? `, ${failed} failed` : '';
      const line = `${phase}: ${done + failed} of ${total} photos${failures}${speed}`;
      if (stream.isTTY) stream.write(`\r\u001b[K${line}`);
      else if (Date.now() - shownAt >= quietSeconds * 1000) {
        shownAt = Date.now();
        stream.write(`${line}\n`);
      }
    },
    end() {
      if (stream.isTTY) stream.write('\r\u001b[K');
    },
  };
}
