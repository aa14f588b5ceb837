export type AnnouncementKind = 'info' | 'success' | 'problem';

export interface Announcement {
  id: number;
  kind: AnnouncementKind;
  text: string;
}

/** Messages to the person, in one place: the newest is shown and read out, all are kept until dismissed. */
export class Announcements {
  #all = $state.raw<Announcement[]>([]);
  #count = 0;

  get all(): readonly Announcement[] {
    return this.#all;
  }

  say(text: string, kind: AnnouncementKind = 'info'): void {
    this.#count += 1;
    this.#all = [
      ...this.#all.filter((earlier) => earlier.text !== text),
      { id: this.#count, kind, text },
    ].slice(-20);
  }

  dismiss(id: number): void {
    this.#all = this.#all.filter((announcement) => announcement.id !== id);
  }
}
