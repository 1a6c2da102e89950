import { useEffect, useState } from 'react'
import { formatNumber } from '../../../i18n/format.ts'
import { sentenceOf } from '../../../i18n/index.ts'
import { PersonError } from '../../../premises/message.ts'
import type { Underlay } from '../../../premises/model.ts'
import { straightening, type Corners, type Straightening } from '../../../premises/straightening.ts'
import { actions, appState, useApp } from '../../../ui/app.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Dialog } from '../../../ui/controls/Dialog.tsx'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { CornerStage } from './CornerStage.tsx'
import type { Photo } from './photo.ts'
import { StraightPreview } from './StraightPreview.tsx'
import './straighten.css'

/** The photo of a wall sheet made upright: its four corners are dragged onto the sheet's, beside how it will look. */
export default function Straighten() {
  const t = useT()
  const underlay = useApp(({ project, drawing, view }) => {
    const picked = view.selection?.table === 'underlays' ? view.selection.id : undefined
    return project?.premises.underlays[drawing?.underlay?.id ?? picked ?? ''] ?? null
  })
  const close = () => actions.set({ dialog: null })
  return (
    <Dialog title={t('underlayPanel.straighten.title')} wide onClose={close} testId="straighten">
      {underlay ? (
        <PhotoCorners key={underlay.id} underlay={underlay} onClose={close} />
      ) : (
        <div className="body">
          <p>{t('underlayPanel.straighten.none')}</p>
        </div>
      )}
    </Dialog>
  )
}

function PhotoCorners({ underlay, onClose }: { readonly underlay: Underlay; readonly onClose: () => void }) {
  const t = useT()
  const language = useLanguage()
  const photo = usePhoto(underlay)
  const [moved, setMoved] = useState<Corners | null>(null)
  const [busy, setBusy] = useState(false)
  if (photo === 'loading' || photo === 'gone')
    return (
      <div className="body">
        <output>{t(`underlayPanel.straighten.${photo}`)}</output>
      </div>
    )
  const corners = moved ?? underlay.photo?.corners ?? inset(photo)
  const outcome = outcomeOf(corners, photo)
  const apply = async () => {
    setBusy(true)
    try {
      await actions.straighten(underlay.id, corners)
    } finally {
      setBusy(false)
    }
    // What could not be done stands in a notice; the corners are kept for another try.
    if (hasCorners(underlay.id, corners)) onClose()
  }
  return (
    <>
      <div className="body straighten-body">
        <p className="wide">{t('underlayPanel.straighten.text')}</p>
        <CornerStage photo={photo} corners={corners} onChange={setMoved} />
        <figure className="straighten-preview">
          <figcaption className="quiet small">{t('underlayPanel.straighten.preview')}</figcaption>
          {'straight' in outcome ? (
            <>
              <StraightPreview photo={photo} straight={outcome.straight} />
              <p className="quiet small">
                {t(`underlayPanel.straighten.by.${outcome.straight.by}`, {
                  aspect: formatNumber(outcome.straight.aspect, language, 2, 2),
                })}
              </p>
            </>
          ) : (
            <p className="error-text" role="alert">
              {outcome.fault}
            </p>
          )}
        </figure>
      </div>
      <footer>
        <output className="grow quiet small">
          {busy ? t('underlayPanel.straighten.busy') : t('underlayPanel.straighten.scaleAgain')}
        </output>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
        <Button
          look="primary"
          disabled={busy || !('straight' in outcome)}
          data-testid="straighten-apply"
          onClick={() => void apply()}
        >
          {t('underlayPanel.straighten.apply')}
        </Button>
      </footer>
    </>
  )
}

type Outcome = { readonly straight: Straightening } | { readonly fault: string }

function outcomeOf(corners: Corners, photo: Photo): Outcome {
  try {
    return { straight: straightening(corners, photo, Math.max(photo.widthPx, photo.heightPx)) }
  } catch (error) {
    if (!(error instanceof PersonError)) throw error
    return { fault: sentenceOf(error.report).text }
  }
}

function hasCorners(id: string, corners: Corners): boolean {
  const stored = appState().project?.premises.underlays[id]?.photo?.corners
  return stored !== undefined && stored.every((corner, index) => near(corner, corners[index]))
}

function near(a: Corners[number], b: Corners[number] | undefined): boolean {
  return b !== undefined && Math.abs(a[0] - b[0]) < 0.01 && Math.abs(a[1] - b[1]) < 0.01
}

/** A tenth of the photo in from its edges: where a sheet on a wall usually lies. */
function inset({ widthPx: w, heightPx: h }: Photo): Corners {
  const [x, y] = [w / 10, h / 10]
  return [
    [x, y],
    [w - x, y],
    [w - x, h - y],
    [x, h - y],
  ]
}

/** The photo as it was before it was straightened; its size is asked of the picture itself. */
function usePhoto(underlay: Underlay): Photo | 'loading' | 'gone' {
  const name = underlay.photo?.picture ?? underlay.picture
  const [photo, setPhoto] = useState<Photo | 'loading' | 'gone'>('loading')
  useEffect(() => {
    let isWanted = true
    const set = (next: Photo | 'gone') => isWanted && setPhoto(next)
    void actions.pictureUrl(name).then((url) => {
      if (url === null) return set('gone')
      const image = new Image()
      image.addEventListener('load', () =>
        set({ url, widthPx: image.naturalWidth, heightPx: image.naturalHeight }),
      )
      image.addEventListener('error', () => set('gone'))
      image.src = url
    })
    return () => {
      isWanted = false
    }
  }, [name])
  return photo
}
