import { useEffect, useState } from 'react'
import { formatDuration } from '../../i18n/format.ts'
import { actions, useApp } from '../app.ts'
import { Button } from '../controls/Button.tsx'
import { useNow } from '../now.ts'
import { useLanguage, useT } from '../useT.ts'

/** Nothing that is done sooner is announced. */
const patienceMs = 300

/** A file being read: stage, share, estimate and a way to stop; the page stays usable. */
export function ImportProgress() {
  const importing = useApp((state) => state.importing)
  return importing ? <Progress fileName={importing.fileName} /> : null
}

function Progress({ fileName }: { readonly fileName: string }) {
  const t = useT()
  const language = useLanguage()
  const progress = useApp((state) => state.importing?.progress ?? null)
  const [started] = useState(() => Date.now())
  const now = useNow(500)
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  if (!shown) return null
  const share = progress?.share ?? 0
  const elapsedS = (now.getTime() - started) / 1000
  const leftS = share > 0.1 && elapsedS > 2 ? (elapsedS * (1 - share)) / share : null
  return (
    <output className="importing" data-testid="importing">
      <div className="row">
        <span className="grow clip">
          <strong>{fileName}</strong> · {t(`shell.import.${progress?.stage ?? 'read'}`)}
        </span>
        <Button size="small" data-testid="cancel-import" onClick={() => actions.cancelImport()}>
          {t('shell.cancel')}
        </Button>
      </div>
      <progress
        className="progress"
        max={1}
        {...(share > 0 ? { value: share } : {})}
        aria-label={t('shell.import.label', { name: fileName })}
      />
      {leftS !== null && (
        <span className="quiet small">
          {t('shell.import.left', { time: formatDuration(leftS, language) })}
        </span>
      )}
    </output>
  )
}
