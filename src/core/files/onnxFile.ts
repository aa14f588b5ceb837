import { readProtobuf } from './protobuf.ts';
import { utf8Text } from './utf8.ts';

/** An input or output of a model. */
export interface OnnxValue {
  name: string;
  /** `float32`, `uint8`, …; `other` for types no image model uses. */
  type: string;
  /** One entry per axis: its length, or the name (maybe empty) of an axis whose length is free. */
  shape: (number | string)[];
}

/** What an ONNX file says of itself. */
export interface OnnxDescription {
  producer: string;
  /** Inputs that are to be given; weights are left out. */
  inputs: OnnxValue[];
  outputs: OnnxValue[];
  /** Free texts; Ultralytics keeps names, size, task and stride here. */
  metadata: Record<string, string>;
  /** Files that hold weights outside the model's own. */
  externalFiles: string[];
}

export type OnnxReading =
  | { kind: 'model'; description: OnnxDescription }
  | { kind: 'cut-short' }
  /** A Git LFS pointer: three lines of text in the place of the file. */
  | { kind: 'pointer' }
  | { kind: 'not-onnx' };

/** `TensorProto.DataType` of onnx.proto3. */
const types: Record<number, string> = {
  1: 'float32',
  2: 'uint8',
  3: 'int8',
  6: 'int32',
  7: 'int64',
  9: 'bool',
  10: 'float16',
  11: 'float64',
};

const external = 1;
/** No image model has more; a file that claims to is broken, and would only take time. */
const mostValues = 4096;

function textOf(bytes: Uint8Array | null): string {
  return bytes === null ? '' : utf8Text(bytes);
}

/** TensorShapeProto: dim 1 (dim_value 1, dim_param 2). */
function readShape(bytes: Uint8Array): (number | string)[] {
  const shape: (number | string)[] = [];
  readProtobuf(bytes, ({ field, bytes: dimension }) => {
    if (field !== 1 || dimension === null || shape.length >= 16) return;
    let length: number | string = '';
    readProtobuf(dimension, (inner) => {
      if (inner.field === 1 && inner.bytes === null) length = inner.value;
      else if (inner.field === 2) length = textOf(inner.bytes);
    });
    shape.push(length);
  });
  return shape;
}

/** ValueInfoProto: name 1, type 2 (TypeProto: tensor_type 1 (elem_type 1, shape 2)). */
function readValue(bytes: Uint8Array): OnnxValue {
  const read: OnnxValue = { name: '', type: 'other', shape: [] };
  readProtobuf(bytes, ({ field, bytes: inner }) => {
    if (field === 1) read.name = textOf(inner);
    if (field !== 2 || inner === null) return;
    readProtobuf(inner, ({ field: kind, bytes: tensor }) => {
      if (kind !== 1 || tensor === null) return;
      readProtobuf(tensor, (part) => {
        if (part.field === 1) read.type = types[part.value] ?? 'other';
        else if (part.field === 2 && part.bytes) read.shape = readShape(part.bytes);
      });
    });
  });
  return read;
}

/** StringStringEntryProto: key 1, value 2. */
function readEntry(bytes: Uint8Array): { key: string; value: string } {
  const entry = { key: '', value: '' };
  readProtobuf(bytes, ({ field, bytes: text }) => {
    if (field === 1) entry.key = textOf(text);
    else if (field === 2) entry.value = textOf(text);
  });
  return entry;
}

/** TensorProto: name 8, external_data 13, data_location 14. */
function readTensor(bytes: Uint8Array): { name: string; externalFile: string | null } {
  const tensor = { name: '', location: '', isExternal: false };
  readProtobuf(bytes, ({ field, value, bytes: inner }) => {
    if (field === 8) tensor.name = textOf(inner);
    else if (field === 14) tensor.isExternal = value === external;
    else if (field === 13 && inner) {
      const entry = readEntry(inner);
      if (entry.key === 'location') tensor.location = entry.value;
    }
  });
  return { name: tensor.name, externalFile: tensor.isExternal ? tensor.location : null };
}

/** GraphProto: initializer 5, input 11, output 12. */
function readGraph(graph: Uint8Array, description: OnnxDescription): boolean {
  const weights = new Set<string>();
  const externalFiles = new Set<string>();
  const end = readProtobuf(graph, ({ field, bytes }) => {
    if (bytes === null) return;
    if (field === 5) {
      const { name, externalFile } = readTensor(bytes);
      weights.add(name);
      if (externalFile !== null) externalFiles.add(externalFile);
    } else if (field === 11 && description.inputs.length < mostValues) {
      description.inputs.push(readValue(bytes));
    } else if (field === 12 && description.outputs.length < mostValues) {
      description.outputs.push(readValue(bytes));
    }
  });
  // Up to IR version 3 every weight is an input as well.
  description.inputs = description.inputs.filter(({ name }) => !weights.has(name));
  description.externalFiles = [...externalFiles];
  return end === 'whole';
}

const pointerStart = 'version https://git-lfs';

/**
 * Reads what an ONNX file says of itself, without its weights: ModelProto of onnx.proto3 (ir_version 1,
 * producer_name 2, graph 7, metadata_props 14). Never throws, whatever the bytes.
 */
export function readOnnxFile(bytes: Uint8Array): OnnxReading {
  if (utf8Text(bytes.subarray(0, pointerStart.length)) === pointerStart) return { kind: 'pointer' };
  const description: OnnxDescription = {
    producer: '',
    inputs: [],
    outputs: [],
    metadata: {},
    externalFiles: [],
  };
  const model: { hasVersion: boolean; graph: Uint8Array } = { hasVersion: false, graph: new Uint8Array() };
  const end = readProtobuf(bytes, ({ field, value, bytes: inner }) => {
    if (field === 1 && inner === null) model.hasVersion = value > 0 && value < 1000;
    else if (field === 2) description.producer = textOf(inner);
    else if (field === 7 && inner) model.graph = inner;
    else if (field === 14 && inner) {
      const { key, value: text } = readEntry(inner);
      description.metadata[key] = text;
    }
  });
  if (!model.hasVersion || end === 'malformed') return { kind: 'not-onnx' };
  if (end === 'cut-short') return { kind: 'cut-short' };
  if (!readGraph(model.graph, description)) return { kind: 'not-onnx' };
  return description.outputs.length === 0 ? { kind: 'not-onnx' } : { kind: 'model', description };
}
