import { describe, expect, it } from 'vitest';
import { checkNames } from './packCheck.ts';
import { PackFailure } from './packFailure.ts';

const graph = {
  inputs: [
    { name: 'images', type: 'float32', shape: [1, 3, 32, 32] },
    { name: 'orig_target_sizes', type: 'int64', shape: [1, 2] },
  ],
  outputs: [{ name: 'scores', type: 'float32', shape: [1, 300] }],
} as unknown as Parameters<typeof checkNames>[1];

function problemOf(input: object, output: object): string {
  try {
    checkNames({ input, output }, graph);
  } catch (error) {
    if (error instanceof PackFailure) return `${error.fault.code} ${error.fault.subject}`;
    throw error;
  }
  return 'none';
}

const sizeInput = { name: 'orig_target_sizes', type: 'int64', order: 'width-height' };

describe('checkNames', () => {
  it.each([
    ['all names as they are', { name: 'images', sizeInput }, { name: 'scores' }, 'none'],
    ['another input', { name: 'image', sizeInput }, { name: 'scores' }, 'input-missing image'],
    [
      'another second input',
      { name: 'images', sizeInput: { ...sizeInput, name: 'sizes' } },
      { name: 'scores' },
      'input-missing sizes',
    ],
    ['another output', { name: 'images' }, { names: { scores: 'logits' } }, 'output-missing logits'],
  ])('tells which name is wrong: %s', (_, input, output, problem) => {
    expect(problemOf(input, output)).toBe(problem);
  });
});
