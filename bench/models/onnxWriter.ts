/** Writes ONNX graphs with many weights: protobuf by hand (`onnx.proto3`, opset 13), in pieces instead of one list. */

/** A tensor with its values; one of no dimensions is a number. */
export interface Weights {
  shape: readonly number[];
  data: Float32Array | Int8Array | Uint8Array | Int32Array | BigInt64Array;
}

/** Attributes by name; whole numbers are written as INT and INTS. `string` for texts. */
export type Attributes = Record<string, number | readonly number[] | string>;

export interface GraphNode {
  operator: string;
  inputs: readonly string[];
  outputs: readonly string[];
  attributes?: Attributes;
}

export interface GraphValue {
  name: string;
  shape: readonly number[];
}

export interface Graph {
  nodes: readonly GraphNode[];
  weights: ReadonlyMap<string, Weights>;
  inputs: readonly GraphValue[];
  outputs: readonly GraphValue[];
}

type Piece = Uint8Array;

const encoder = new TextEncoder();
const float32 = 1;

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

const number = (field: number, value: number): Piece[] => [
  Uint8Array.from([...varint(field * 8), ...varint(value)]),
];
const message = (field: number, content: readonly Piece[]): Piece[] => [
  Uint8Array.from([...varint(field * 8 + 2), ...varint(lengthOf(content))]),
  ...content,
];
const text = (field: number, value: string): Piece[] => message(field, [encoder.encode(value)]);

/** TensorProto.DataType */
function elementType(data: Weights['data']): number {
  if (data instanceof Float32Array) return float32;
  if (data instanceof Uint8Array) return 2;
  if (data instanceof Int8Array) return 3;
  return data instanceof Int32Array ? 6 : 7;
}

/** TensorProto: dims 1, data_type 2, name 8, raw_data 9. */
function tensor(name: string, { shape, data }: Weights): Piece[] {
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return [
    ...shape.flatMap((side) => number(1, side)),
    ...number(2, elementType(data)),
    ...text(8, name),
    ...message(9, [raw]),
  ];
}

/** AttributeProto: name 1, i 3, s 4, ints 8, type 20 (2 INT, 3 STRING, 7 INTS). */
function attribute(name: string, value: Attributes[string]): Piece[] {
  if (typeof value === 'string') return [...text(1, name), ...text(4, value), ...number(20, 3)];
  if (typeof value === 'number') return [...text(1, name), ...number(3, value), ...number(20, 2)];
  return [...text(1, name), ...value.flatMap((one) => number(8, one)), ...number(20, 7)];
}

/** NodeProto: input 1, output 2, op_type 4, attribute 5. */
function node({ operator, inputs, outputs, attributes = {} }: GraphNode): Piece[] {
  return [
    ...inputs.flatMap((input) => text(1, input)),
    ...outputs.flatMap((output) => text(2, output)),
    ...text(4, operator),
    ...Object.entries(attributes).flatMap(([name, value]) => message(5, attribute(name, value))),
  ];
}

/** ValueInfoProto: name 1, type 2 (TypeProto: tensor_type 1 (elem_type 1, shape 2 (dim 1 (dim_value 1)))). */
function valueInfo({ name, shape }: GraphValue): Piece[] {
  const dimensions = shape.flatMap((side) => message(1, number(1, side)));
  const tensorType = [...number(1, float32), ...(shape.length > 0 ? message(2, dimensions) : [])];
  return [...text(1, name), ...message(2, message(1, tensorType))];
}

/** ModelProto: ir_version 1, graph 7, opset_import 8; GraphProto: node 1, name 2, initializer 5, input 11, output 12. */
export function onnxBytes({ nodes, weights, inputs, outputs }: Graph): Uint8Array<ArrayBuffer> {
  const graph = [
    ...nodes.flatMap((one) => message(1, node(one))),
    ...text(2, 'graph'),
    ...[...weights].flatMap(([name, values]) => message(5, tensor(name, values))),
    ...inputs.flatMap((value) => message(11, valueInfo(value))),
    ...outputs.flatMap((value) => message(12, valueInfo(value))),
  ];
  const pieces = [...number(1, 8), ...message(7, graph), ...message(8, number(2, 13))];
  const bytes = new Uint8Array(lengthOf(pieces));
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}
