import { HardDrive } from 'lucide-react'
import type { OpenProject } from '../../state/app.ts'
import { backupAgeDays } from '../../state/index.ts'
import { formatDateTime, formatTime } from '../../i18n/format.ts'
import { actions } from '../app.ts'
import { MenuButton } from '../controls/Menu.tsx'
import { useNow } from '../now.ts'
import { useLanguage, useT } from '../useT.ts'

/** Days without a copy in a file after which the reminder stands out. */
const backupDueDays = 3

/** Where and when everything was saved, and how old the last copy in a file is; opens the ways to make one. */
export function SaveState({ project, short }: { readonly project: OpenProject; readonly short: boolean }) {
  const t = useT()
  const language = useLanguage()
  const saved = savedText(project)
  const now = useNow(60_000)
  const age = backupAgeDays(project, now)
  const due = age !== null && age >= backupDueDays
  const copy =
    age === null
      ? project.fileSavedAt === null
        ? null
        : t('shell.save.copied')
      : age >= 1
        ? t('shell.save.copyDue', { count: age })
        : project.fileSavedAt === null
          ? t('shell.save.neverCopied')
          : null

  function savedText({ savedHere, savedAt }: OpenProject): string {
    if (savedHere === 'refused') return t('shell.save.refused')
    if (savedHere === 'saving' || savedAt === null) return t('shell.save.saving')
    return t(short ? 'shell.save.savedShort' : 'shell.save.savedHere', { time: formatTime(savedAt) })
  }

  return (
    <MenuButton
      button={{
        look: 'plain',
        className: project.savedHere === 'refused' ? 'save-state refused' : 'save-state',
        'data-testid': 'save-state',
        icon: <HardDrive size={16} aria-hidden />,
        children: (
          <span className="clip">
            <span aria-live="polite">{saved}</span>
            {!short && copy && <span className={due ? 'due' : 'quiet'}> · {copy}</span>}
            {short && due && (
              <span className="badge" aria-label={copy ?? ''}>
                !
              </span>
            )}
          </span>
        ),
      }}
      note={
        <>
          {project.savedHere === 'refused' ? t('shell.save.refusedWhy') : t('shell.save.where')}
          {project.savedAt && <> {formatDateTime(project.savedAt, language)}.</>}
          <br />
          {project.fileSavedAt
            ? t('shell.save.lastCopy', { when: project.fileSavedAt })
            : t('shell.save.noCopy')}
        </>
      }
      items={[
        {
          id: 'save',
          label: t('shell.command.save'),
          hint: 'Ctrl S',
          run: () => void actions.saveToFile(false),
        },
        {
          id: 'saveAs',
          label: t('shell.command.saveAs'),
          hint: 'Ctrl Shift S',
          run: () => void actions.saveToFile(true),
        },
        {
          id: 'copyWithoutPersons',
          label: t('shell.command.copyWithoutPersons'),
          run: () => void actions.saveCopy({ dropPersons: true }),
        },
      ]}
    />
  )
}
