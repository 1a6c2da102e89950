import type { FilePart } from '../../src/premises/file/format.ts'
import type { Corners } from '../../src/premises/straightening.ts'

/** A file as it was chosen; its name is for messages and to tell kinds apart that bytes do not. */
export interface PictureFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What may be asked of the job `underlay`. Pages count from 1. */
export type UnderlayTask =
  /** What the file is; of a PDF, how many pages there are to choose from. */
  | { readonly task: 'look'; readonly file: PictureFile }
  /** Small pictures of the pages, one after another, as progress. */
  | { readonly task: 'thumbnails'; readonly file: PictureFile; readonly pages: number }
  /** A page of a PDF as a picture. */
  | { readonly task: 'page'; readonly file: PictureFile; readonly page: number }
  /** Ends of the lines of a page, in pixels of the picture that `page` makes of it. */
  | { readonly task: 'ends'; readonly file: PictureFile; readonly page: number }
  /** A picture upright, reduced where it is too large, and written anew. */
  | { readonly task: 'picture'; readonly file: PictureFile }
  /** A rectangle of a photo, seen in perspective, made upright. */
  | { readonly task: 'straighten'; readonly file: PictureFile; readonly corners: Corners }

/** Reading the file, drawing it, packing what was drawn: each has its own time. */
export type UnderlayStep = 'read' | 'draw' | 'pack'

export type UnderlayProgress =
  | { readonly step: UnderlayStep }
  | { readonly page: number; readonly lines: number; readonly thumbnail: Uint8Array | null }

export type Look = { readonly kind: 'pdf'; readonly pages: number } | { readonly kind: 'picture' }

/** A picture as an attachment, named by its content. */
export interface MadePicture {
  readonly part: FilePart
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly widthPx: number
  readonly heightPx: number
  /** Size before it was reduced; absent where it was not. */
  readonly reducedFrom?: { readonly widthPx: number; readonly heightPx: number }
  /** Width on paper, metres; of a PDF page. */
  readonly paperWidthM?: number
}

/** With the size of the photo that it was made of, by which corners are counted. */
export interface StraightenedPicture extends MadePicture {
  readonly photo: { readonly widthPx: number; readonly heightPx: number }
}

/** An attachment of float32 pairs, little-endian, and how many pairs. */
export interface LineEnds {
  readonly part: FilePart
  readonly count: number
}

export interface UnderlayAnswers {
  readonly look: Look
  readonly thumbnails: null
  readonly page: MadePicture
  readonly ends: LineEnds | null
  readonly picture: MadePicture
  readonly straighten: StraightenedPicture
}

export type UnderlayAnswer<Task extends UnderlayTask = UnderlayTask> = UnderlayAnswers[Task['task']]
