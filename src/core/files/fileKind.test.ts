import { describe, expect, it } from 'vitest';
import { fileKind, isJunkFolder } from './fileKind.ts';

describe('fileKind', () => {
  it.each(['IMG_0001.JPG', 'a.jpeg', 'a.PNG', 'a.webp', 'a.avif', 'two.dots.jpg'])(
    '%s is a photo',
    (name) => {
      expect(fileKind(name).kind).toBe('photo');
    },
  );

  it.each(['._IMG_0001.JPG', '.DS_Store', 'Thumbs.db', 'desktop.ini', '.hidden.jpg'])(
    '%s is junk',
    (name) => {
      expect(fileKind(name).kind).toBe('junk');
    },
  );

  it('names what people expect to work and does not yet', () => {
    expect(fileKind('IMG_1.HEIC')).toEqual({ kind: 'unsupported', group: 'HEIC' });
    expect(fileKind('VID_1.MP4')).toEqual({ kind: 'unsupported', group: 'video' });
  });

  it('keeps the extension of anything else', () => {
    expect(fileKind('notes.txt')).toEqual({ kind: 'other', extension: 'txt' });
    expect(fileKind('README')).toEqual({ kind: 'other', extension: '' });
  });
});

describe('isJunkFolder', () => {
  it('skips recycle bins and system folders, whatever their case', () => {
    expect(isJunkFolder('$RECYCLE.BIN')).toBe(true);
    expect(isJunkFolder('System Volume Information')).toBe(true);
    expect(isJunkFolder('.Trashes')).toBe(true);
    expect(isJunkFolder('DCIM')).toBe(false);
  });
});
