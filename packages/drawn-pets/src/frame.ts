/** Size of a scene in pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}
