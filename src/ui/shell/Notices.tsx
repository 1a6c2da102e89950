import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react'
import type { Message } from '../../premises/message.ts'
import { sentenceOf } from '../../i18n/index.ts'
import { actions, useApp } from '../app.ts'
import { Button } from '../controls/Button.tsx'
import { useT } from '../useT.ts'

/** What could not be done: what happened, where, and the next step. */
export function Notices() {
  const t = useT()
  const notices = useApp((state) => state.notices)
  return (
    <section className="notices" aria-label={t('shell.notices')} aria-live="polite">
      {notices.map((notice) => (
        <div
          key={notice.id}
          className={`notice ${notice.severity}`}
          role={notice.severity === 'error' ? 'alert' : undefined}
          data-testid="notice"
        >
          <SeverityIcon severity={notice.severity} />
          <MessageText message={notice} />
          <Button
            look="plain"
            size="small"
            icon={<X size={16} aria-hidden />}
            label={t('shell.dismiss')}
            onClick={() => actions.dismissNotice(notice.id)}
          />
        </div>
      ))}
    </section>
  )
}

/** Sentence, place and mend of a message; the record it concerns is a link. */
export function MessageText({ message }: { readonly message: Message }) {
  const t = useT()
  const { text, mend } = sentenceOf(message)
  const where = message.where
  const record = where?.record
  const place = [where?.file, where?.place].filter(Boolean).join(' · ')
  return (
    <div className="text">
      <span>{text}</span>
      {mend && <span>{mend}</span>}
      {place && <span className="where">{t('shell.at', { place })}</span>}
      {record && record.table !== 'facility' && (
        <button type="button" className="link" onClick={() => actions.select(record, { fly: true })}>
          {t('shell.showOnMap')}
        </button>
      )}
    </div>
  )
}

export function SeverityIcon({ severity }: { readonly severity: Message['severity'] }) {
  const Icon = severity === 'error' ? CircleAlert : severity === 'warning' ? TriangleAlert : Info
  return <Icon size={18} aria-hidden />
}
