import { PhotoFailure } from '../../files/failure.ts';

/**
 * Which label a class number of a model's output stands for.
 *
 * @param classIds the class number of each label; 0, 1, 2, ... unless given
 * @returns a function that gives the label's index; -1 for a class that a given list leaves out on purpose
 * @throws the function: PhotoFailure `inference` for a number that is no class of the manifest
 */
export function labelOfClass(labelCount: number, classIds?: readonly number[]): (classId: number) => number {
  if (classIds) {
    const indices = new Map(classIds.map((id, index) => [id, index]));
    return (classId) => indices.get(classId) ?? -1;
  }
  return (classId) => {
    if (Number.isInteger(classId) && classId >= 0 && classId < labelCount) return classId;
    const detail = `The model named class ${classId}, but the manifest has labels for 0 to ${labelCount - 1}. Add the missing labels, or give "output.classIds".`;
    throw new PhotoFailure('inference', detail);
  };
}
