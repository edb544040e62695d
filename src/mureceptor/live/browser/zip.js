// Several files as one: a ZIP that packs nothing, since pictures are packed already.

const CRC = Uint32Array.from({ length: 256 }, (_, i) => {
  let rest = i;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

/** The check sum of ZIP. @param {Uint8Array} bytes */
function crc(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = CRC[(sum ^ byte) & 255] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/**
 * Numbers as bytes, the lowest byte first: each with how many bytes it takes.
 * @param {[number, number][]} numbers
 */
const bytes = (numbers) => Uint8Array.from(numbers.flatMap(([value, size]) =>
  Array.from({ length: size }, (_, i) => (value >>> (8 * i)) & 255)));

const DAY = 0x21; // 1 January 1980, the first day that a ZIP can tell

/** @param {{name: string, content: Uint8Array<ArrayBuffer>}[]} files @returns {BlobPart[]} */
export function zip(files) {
  /** @type {BlobPart[]} */
  const parts = [];
  /** @type {BlobPart[]} */
  const list = [];
  let at = 0;
  let listed = 0;
  for (const { name, content } of files) {
    const letters = new TextEncoder().encode(name);
    /** @type {[number, number][]} */
    const about = [
      [20, 2], [0x800, 2], [0, 2], [0, 2], [DAY, 2], // version, names in UTF-8, not packed, time, day
      [crc(content), 4], [content.length, 4], [content.length, 4], [letters.length, 2], [0, 2],
    ];
    const head = bytes([[0x04034b50, 4], ...about]);
    const entry = bytes([[0x02014b50, 4], [20, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]]);
    parts.push(head, letters, content);
    list.push(entry, letters);
    at += head.length + letters.length + content.length;
    listed += entry.length + letters.length;
  }
  const end = bytes([
    [0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [listed, 4], [at, 4], [0, 2],
  ]);
  return [...parts, ...list, end];
}
