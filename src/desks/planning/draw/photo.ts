/** A photo that is shown, with its size in its own pixels. */
export interface Photo {
  readonly url: string
  readonly widthPx: number
  readonly heightPx: number
}
