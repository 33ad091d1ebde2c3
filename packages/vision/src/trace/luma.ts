/** ITU-R BT.601: brightness of an RGB pixel, 0 to 255. */
export function luma(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}
