/** The EXIF tags that are read, by exiftool's names for them; numbers by EXIF 2.32, section 4.6, and DNG (C62F). */
export type ExifTagName = (typeof imageTags)[number][1] | (typeof gpsTags)[number][1];

/** Raw values of a file's EXIF tags. Nothing is promised of their types: files hold anything. */
export type ExifTags = Partial<Record<ExifTagName, unknown>>;

/** Tags of the main directory and of its EXIF directory; some cameras mix the two up. */
export const imageTags = [
  [0x010f, 'Make'],
  [0x0110, 'Model'],
  [0x0112, 'Orientation'],
  [0x0132, 'ModifyDate'],
  [0x9003, 'DateTimeOriginal'],
  [0x9004, 'CreateDate'],
  [0x9010, 'OffsetTime'],
  [0x9011, 'OffsetTimeOriginal'],
  [0x9012, 'OffsetTimeDigitized'],
  [0x9290, 'SubSecTime'],
  [0x9291, 'SubSecTimeOriginal'],
  [0x9292, 'SubSecTimeDigitized'],
  [0x927c, 'MakerNote'],
  [0xa431, 'SerialNumber'],
  [0xc62f, 'CameraSerialNumber'],
] as const;

/** Tags of the GPS directory. */
export const gpsTags = [
  [0x0001, 'GPSLatitudeRef'],
  [0x0002, 'GPSLatitude'],
  [0x0003, 'GPSLongitudeRef'],
  [0x0004, 'GPSLongitude'],
] as const;
