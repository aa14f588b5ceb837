/** What happens to a sign of people, or of vehicles, in a copy. */
export type Treatment = 'cover' | 'leave-out';

/** How copies to share are made. */
export interface ShareOptions {
  people: Treatment;
  /** `show` leaves vehicles as they are. */
  vehicles: Treatment | 'show';
  /** What is covered beyond a box, on each side, as a share of the box's own width and height, 0-1. */
  margin: number;
  /** Part of the photo's height cut off at its foot, 0-1: an info bar can carry a place. 0 keeps it. */
  infoBar: number;
  /** Folders of the copies. */
  folders: 'none' | 'label' | 'deployment';
  /** Names copies `000001.jpg` instead of by their own names, which can carry a place or a person. */
  neutralNames: boolean;
  /** Writes the capture time into the report's table; the copies themselves never have one. */
  captureTimes: boolean;
  /** Longest side of a copy in pixels; null keeps the photo's own size. */
  longestSide: number | null;
}

/**
 * People covered with room to spare: detectors' boxes are known to leave out arms and heads, and the built-in model's
 * card says so of its own.
 */
export const defaultShareOptions: ShareOptions = {
  people: 'cover',
  vehicles: 'cover',
  margin: 0.25,
  infoBar: 0,
  folders: 'none',
  neutralNames: false,
  captureTimes: false,
  longestSide: null,
};
