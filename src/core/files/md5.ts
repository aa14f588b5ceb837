const blockBytes = 64;

/** Left rotations of each round's steps, RFC 1321, section 3.4. */
const rotations = Uint8Array.of(7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21);

const sines = Int32Array.from({ length: 64 }, (_, index) => Math.abs(Math.sin(index + 1)) * 2 ** 32);

/** Mixes one block of 64 bytes into the state. */
function mix(state: Int32Array, words: DataView, offset: number): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let step = 0; step < 64; step += 1) {
    const round = step >> 4;
    let mixed: number;
    let place: number;
    if (round === 0) {
      mixed = (b & c) | (~b & d);
      place = step;
    } else if (round === 1) {
      mixed = (d & b) | (~d & c);
      place = (5 * step + 1) & 15;
    } else if (round === 2) {
      mixed = b ^ c ^ d;
      place = (3 * step + 5) & 15;
    } else {
      mixed = c ^ (b | ~d);
      place = (7 * step) & 15;
    }
    const sum = (a + mixed + (sines[step] as number) + words.getInt32(offset + 4 * place, true)) | 0;
    const turn = rotations[4 * round + (step & 3)] as number;
    a = d;
    d = c;
    c = b;
    b = (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0;
  }
  state[0] = ((state[0] as number) + a) | 0;
  state[1] = ((state[1] as number) + b) | 0;
  state[2] = ((state[2] as number) + c) | 0;
  state[3] = ((state[3] as number) + d) | 0;
}

/**
 * MD5 of the bytes (RFC 1321), in hex. It names files where other tools do; it protects nothing.
 */
export function md5Of(bytes: Uint8Array<ArrayBuffer>): string {
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  const whole = bytes.length - (bytes.length % blockBytes);
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let offset = 0; offset < whole; offset += blockBytes) mix(state, words, offset);
  const rest = bytes.subarray(whole);
  const tail = new Uint8Array(rest.length < blockBytes - 8 ? blockBytes : 2 * blockBytes);
  tail.set(rest);
  tail[rest.length] = 0x80;
  const tailWords = new DataView(tail.buffer);
  tailWords.setBigUint64(tail.length - 8, BigInt(bytes.length) * 8n, true);
  for (let offset = 0; offset < tail.length; offset += blockBytes) mix(state, tailWords, offset);
  return Array.from(new Uint8Array(state.buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
