import { X } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { forgetRefused, useRefused } from '../files.ts'
import { useT } from '../useT.ts'

/** Of each dropped file that the app does not read: one sentence that says what to do instead. */
export function RefusedFiles() {
  const t = useT()
  const files = useRefused((state) => state.files)
  if (files.length === 0) return null
  const kinds = [...new Set(files.map((file) => file.kind))]
  return (
    <div className="refused" role="alert" data-testid="unsupported-file">
      <div className="grow stack">
        {kinds.map((kind) => (
          <p key={kind}>
            <strong>
              {files
                .filter((file) => file.kind === kind)
                .map((file) => file.name)
                .join(', ')}
            </strong>
            {': '}
            {t(`shell.unsupported.${kind}`)}
          </p>
        ))}
      </div>
      <Button
        look="plain"
        icon={<X size={16} aria-hidden />}
        label={t('shell.dismiss')}
        onClick={forgetRefused}
      />
    </div>
  )
}
