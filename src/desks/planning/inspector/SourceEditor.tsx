import type { EnteredMark, Evidence } from '../../../premises/evidence.ts'
import { formatDateTime } from '../../../i18n/format.ts'
import { hasSentence } from '../../../i18n/index.ts'
import { TextField } from '../../../ui/controls/fields.tsx'
import { setPerson, usePerson } from '../../../ui/person.ts'
import { useLanguage, useT } from '../../../ui/useT.ts'
import { stamped, type Editor } from './editing.ts'

const marks: readonly EnteredMark[] = ['measured', 'drawing', 'assumed', 'rule']

/** Where a value comes from: its mark, source, note, who and when; each can be changed here. */
export function SourceEditor(props: {
  readonly editor: Editor
  readonly field: string
  readonly evidence: Evidence | undefined
  readonly id: string
}) {
  const t = useT()
  const language = useLanguage()
  const person = usePerson((state) => state.name)
  const { editor, field, evidence } = props
  const base: Evidence = evidence ?? { mark: 'assumed' }
  const put = (change: Partial<Evidence>) => {
    const next = Object.fromEntries(
      Object.entries({ ...base, ...change }).filter(([, value]) => value !== ''),
    ) as unknown as Evidence
    editor.setEvidence(field, change.mark ? stamped(next) : next)
  }
  return (
    <div className="source wide" id={props.id} data-testid={`source-${field}`}>
      <fieldset className="segmented marks" aria-label={t('planning.source.mark')}>
        {marks.map((mark) => (
          <button
            key={mark}
            type="button"
            aria-pressed={evidence?.mark === mark}
            data-testid={`mark-${mark}`}
            onClick={() => put({ mark })}
          >
            {t(`shell.mark.${mark}`)}
          </button>
        ))}
      </fieldset>
      <p className="small">{t(`planning.source.meaning.${base.mark}`)}</p>
      {evidence?.mark === 'measured' && !evidence.who && (
        <TextField
          label={t('planning.source.yourName')}
          value={person}
          onCommit={(name) => {
            setPerson(name)
            put({ mark: 'measured' })
          }}
        />
      )}
      {(evidence?.who || evidence?.when) && (
        <p className="quiet small">
          {[evidence.who, evidence.when ? formatDateTime(evidence.when, language) : null]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      <TextField
        label={t('planning.source.source')}
        value={base.source ?? ''}
        onCommit={(source) => put({ source })}
      />
      <TextField
        label={t('planning.source.note')}
        value={noteOf(base.note, t)}
        onCommit={(note) => put({ note })}
      />
    </div>
  )
}

/** A note that an importer left as a code, as a sentence; a person's own note as it is. */
function noteOf(note: string | undefined, t: (key: string) => string): string {
  if (note === undefined) return ''
  const key = `evidence.note.${note}`
  return /^\w+$/.test(note) && hasSentence(key) ? t(key) : note
}
