export type AnnouncementKind = 'info' | 'success' | 'problem';

export interface Announcement {
  id: number;
  kind: AnnouncementKind;
  text: string;
  /** ms since 1970, UTC. */
  at: number;
}

/** Messages to the person, in one place: the newest is shown and read out, all are kept until dismissed. */
export class Announcements {
  #all = $state.raw<Announcement[]>([]);
  #log = $state.raw<Announcement[]>([]);
  #count = 0;

  get all(): readonly Announcement[] {
    return this.#all;
  }

  /** Everything that was said since the page was opened, the newest first; the dismissed too. */
  get log(): readonly Announcement[] {
    return this.#log;
  }

  say(text: string, kind: AnnouncementKind = 'info'): void {
    const said = this.#write(text, kind);
    this.#all = [...this.#all.filter((earlier) => earlier.text !== text), said].slice(-20);
  }

  /** Keeps what was shown elsewhere, to be read later. */
  note(text: string): void {
    this.#write(text, 'info');
  }

  #write(text: string, kind: AnnouncementKind): Announcement {
    this.#count += 1;
    const said = { id: this.#count, kind, text, at: Date.now() };
    this.#log = [said, ...this.#log].slice(0, 200);
    return said;
  }

  dismiss(id: number): void {
    this.#all = this.#all.filter((announcement) => announcement.id !== id);
  }
}
