import { describe, expect, it } from 'vitest';
import { deploymentOf } from './deployment.ts';

describe('deploymentOf', () => {
  it.each([
    ['Ridge/DCIM/100RECNX/RCNX0001.JPG', 'Ridge'],
    ['Ridge/DCIM/101RECNX/RCNX0001.JPG', 'Ridge'],
    ['Season/Creek/101EK113/a.jpg', 'Season/Creek'],
    ['Season/Creek/100_BTCF/a.jpg', 'Season/Creek'],
    ['Season/Creek/100MEDIA/a.jpg', 'Season/Creek'],
    ['Season/Creek/100DSCIM/a.jpg', 'Season/Creek'],
    ['Season/Creek/100CANON/a.jpg', 'Season/Creek'],
    ['Season/Creek/dcim/a.jpg', 'Season/Creek'],
    ['Season/Creek/a.jpg', 'Season/Creek'],
  ])('puts %s into %s', (path, deployment) => {
    expect(deploymentOf(path)).toBe(deployment);
  });

  it('keeps the name of what was dropped when there is no other', () => {
    expect(deploymentOf('DCIM/100RECNX/a.jpg')).toBe('DCIM');
    expect(deploymentOf('100RECNX/a.jpg')).toBe('100RECNX');
  });

  it('does not take a year, a station number or a date for an overflow folder', () => {
    expect(deploymentOf('Season/2021/a.jpg')).toBe('Season/2021');
    expect(deploymentOf('Season/104/a.jpg')).toBe('Season/104');
    expect(deploymentOf('Season/20210604/a.jpg')).toBe('Season/20210604');
    expect(deploymentOf('Season/104NORTH/a.jpg')).toBe('Season/104NORTH');
  });

  it('merges an overflow folder only at the end of the path', () => {
    expect(deploymentOf('100MEDIA/North camera/a.jpg')).toBe('100MEDIA/North camera');
  });
});
