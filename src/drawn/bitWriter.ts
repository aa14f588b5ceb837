/** The growing bytes of a JPEG file: segments, and entropy-coded bits with their stuffing. */
export class BitWriter {
  private bytes = new Uint8Array(1 << 16);
  private length = 0;
  private held = 0;
  private heldBits = 0;

  byte(value: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = value;
  }

  word(value: number): void {
    this.byte(value >> 8);
    this.byte(value & 255);
  }

  segment(marker: number, payload: ArrayLike<number>): void {
    this.word(marker);
    this.word(payload.length + 2);
    for (let i = 0; i < payload.length; i++) this.byte(payload[i] ?? 0);
  }

  bits(value: number, count: number): void {
    this.held = (this.held << count) | value;
    this.heldBits += count;
    while (this.heldBits >= 8) {
      this.heldBits -= 8;
      const byte = (this.held >> this.heldBits) & 255;
      this.byte(byte);
      if (byte === 255) this.byte(0);
    }
    this.held &= (1 << this.heldBits) - 1;
  }

  finish(): Uint8Array<ArrayBuffer> {
    if (this.heldBits > 0) this.bits((1 << (8 - this.heldBits)) - 1, 8 - this.heldBits);
    this.word(0xffd9);
    return this.bytes.slice(0, this.length);
  }
}
