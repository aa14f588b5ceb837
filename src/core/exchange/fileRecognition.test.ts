import { describe, expect, it } from 'vitest';
import { recogniseFile } from './fileRecognition.ts';

const recognise = (name: string, text: string, tail = ''): string => {
  const head = new TextEncoder().encode(text);
  const found = recogniseFile(name, head, { head: text, tail });
  return 'format' in found ? found.format : found.kind;
};

describe('recogniseFile', () => {
  it.each([
    [
      'md.json',
      '{"images": [{"file": "a", "detections": null}]',
      '"detection_categories": {"1": "animal"}}',
      'megadetector',
    ],
    ['old.json', '{"info": {}, "images": [{"file": "a.jpg", "max_detection_conf": 0.9', '', 'megadetector'],
    ['sn.json', '{"predictions": [{"filepath"', '', 'speciesnet'],
    ['datapackage.json', '{"profile": "x", "resources": [', '', 'camtrap-dp'],
    ['a.fieldsift', '{"format":"fieldsift-project","version":1', '', 'project'],
    ['labels.csv', 'file;species\r\n', '', 'table'],
    ['model.zip', 'PK\u0003\u0004', '', 'archive'],
  ])('%s is taken for what is in it', (name, head, tail, kind) => {
    expect(recognise(name, head, tail)).toBe(kind);
  });

  it.each([
    ['empty.json', '', '0 bytes'],
    ['blank.csv', ' \r\n ', '0 bytes'],
    ['coco.json', '{"images": [{"file_name": "a"}], "annotations": [', 'COCO'],
    ['todo.json', '{"instances": [', 'to look at'],
    ['x.json', '{"hello": 1}', 'neither of MegaDetector'],
    ['x.json', 'file,species', 'no JSON'],
    ['x.fieldsift', 'file,species', 'no project file'],
    ['book.xlsx', 'PK\u0003\u0004', 'workbook'],
    ['old.ddb', 'SQLite format 3\u0000', 'database'],
    ['a.jpg', 'anything', 'photo'],
    ['x.csv', 'a\u0000b', 'neither a table'],
  ])('%s is refused with its reason', (name, head, reason) => {
    expect(() => recognise(name, head)).toThrow(reason);
  });
});
