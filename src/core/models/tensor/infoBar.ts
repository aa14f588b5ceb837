import type { BoundingBox } from '../prediction/box.ts';
import { roundHalfToEven } from './letterbox.ts';
import type { Size } from '../../files/pixels.ts';

/** A strip across the photo: pixels of the full photo, or a share of its height, 0-1; the lesser where both are given. */
export interface InfoBarStrip {
  pixels?: number;
  share?: number;
}

/** The strips of burnt-in camera text that are cut off before anything else. */
export interface InfoBarRule {
  top?: InfoBarStrip;
  bottom?: InfoBarStrip;
  /** Cut off in all, half at the top and half at the bottom. */
  both?: InfoBarStrip;
}

/** Whole pixels; what is kept by a share is rounded down. */
function stripHeight(strip: InfoBarStrip | undefined, height: number): number {
  if (!strip) return 0;
  const byShare = strip.share === undefined ? Infinity : height - Math.floor(height * (1 - strip.share));
  return Math.min(strip.pixels ?? Infinity, byShare);
}

/**
 * The part of an upright photo that is left without its info bars, in pixels of the photo; at least one row.
 * `both` of share 0.3 and 400 pixels is what the SpeciesNet classifier for full images does.
 */
export function regionWithoutInfoBar(photo: Size, rule: InfoBarRule = {}): BoundingBox {
  const both = stripHeight(rule.both, photo.height);
  const upper = roundHalfToEven(both / 2);
  const top = Math.min(photo.height - 1, stripHeight(rule.top, photo.height) + upper);
  const bottom = stripHeight(rule.bottom, photo.height) + both - upper;
  return { x: 0, y: top, width: photo.width, height: Math.max(1, photo.height - top - bottom) };
}
