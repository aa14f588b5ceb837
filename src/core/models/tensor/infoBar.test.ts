import { describe, expect, it } from 'vitest';
import { regionWithoutInfoBar } from './infoBar.ts';

const photo = { width: 2048, height: 1536 };

function rows(rule: Parameters<typeof regionWithoutInfoBar>[1], height = 1536): [number, number] {
  const region = regionWithoutInfoBar({ ...photo, height }, rule);
  expect(region).toMatchObject({ x: 0, width: 2048 });
  return [region.y, region.height];
}

describe('regionWithoutInfoBar', () => {
  it('keeps a photo whole without a rule', () => {
    expect(rows(undefined)).toEqual([0, 1536]);
  });

  it('cuts off pixels or a share, at the top, the bottom or both', () => {
    expect(rows({ bottom: { pixels: 100 } })).toEqual([0, 1436]);
    expect(rows({ top: { share: 0.1 }, bottom: { pixels: 36 } })).toEqual([154, 1346]);
    expect(rows({ both: { pixels: 101 } })).toEqual([50, 1435]);
  });

  it('cuts as SpeciesNet does for full images: 30 %, but at most 400 pixels', () => {
    // max(int(height * 0.7), height - 400), then torchvision's center_crop.
    const speciesnet = { both: { share: 0.3, pixels: 400 } };
    expect(rows(speciesnet, 1536)).toEqual([200, 1136]);
    expect(rows(speciesnet, 1001)).toEqual([150, 700]);
    expect(rows(speciesnet, 1334)).toEqual([200, 934]);
  });

  it('leaves a row of a photo that is all info bar', () => {
    expect(rows({ top: { pixels: 90 }, bottom: { pixels: 90 } }, 100)).toEqual([90, 1]);
    expect(rows({ top: { pixels: 900 } }, 100)).toEqual([99, 1]);
  });
});
