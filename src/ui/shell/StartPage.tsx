import { Building2, FilePlus2, FolderOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatDateTime } from '../../i18n/format.ts'
import { actions, useApp } from '../app.ts'
import { Button } from '../controls/Button.tsx'
import { chooseFiles } from '../files.ts'
import { useLanguage, useT } from '../useT.ts'
import { LanguageSwitch, ThemeMenu } from './TopBar.tsx'
import { RefusedFiles } from './RefusedFiles.tsx'

/** The first screen: three ways to begin, and what was worked on last. */
export function StartPage() {
  const t = useT()
  return (
    <div className="start">
      <header className="start-bar row">
        <span className="grow" />
        <LanguageSwitch />
        <ThemeMenu />
        <Button look="plain" onClick={() => actions.set({ dialog: 'help' })} data-testid="help">
          {t('shell.help')}
        </Button>
      </header>
      <main id="main" className="start-main" tabIndex={-1}>
        <h1>
          <StartSign />
          <span>{t('app.name')}</span>
        </h1>
        <p className="start-lead">{t('shell.start.lead')}</p>
        <div className="start-ways">
          <Way
            testId="start-sample"
            icon={<Building2 size={28} aria-hidden />}
            title={t('shell.start.sample')}
            text={t('shell.start.sampleText')}
            primary
            run={() => void actions.openSample()}
          />
          <Way
            testId="start-new"
            icon={<FilePlus2 size={28} aria-hidden />}
            title={t('shell.start.new')}
            text={t('shell.start.newText')}
            run={() => actions.set({ dialog: 'newFacility' })}
          />
          <Way
            testId="start-open"
            icon={<FolderOpen size={28} aria-hidden />}
            title={t('shell.start.open')}
            text={t('shell.start.openText')}
            run={() => chooseFiles()}
          />
        </div>
        <p className="quiet start-drop">
          {t('shell.start.drop')}{' '}
          <button type="button" className="link" onClick={() => chooseFiles(true)}>
            {t('shell.start.openFolder')}
          </button>
        </p>
        <RefusedFiles />
        <Recent />
        <p className="quiet small start-foot">{t('shell.start.local')}</p>
      </main>
    </div>
  )
}

function Way(props: {
  readonly testId: string
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  readonly primary?: boolean
  readonly run: () => void
}) {
  return (
    <button
      type="button"
      className={props.primary ? 'way primary' : 'way'}
      data-testid={props.testId}
      onClick={props.run}
    >
      {props.icon}
      <span className="way-title">{props.title}</span>
      <span className="way-text">{props.text}</span>
    </button>
  )
}

function Recent() {
  const t = useT()
  const language = useLanguage()
  const recent = useApp((state) => state.recent)
  if (recent.length === 0) return null
  return (
    <section className="recent" aria-labelledby="recent-title">
      <h2 id="recent-title">{t('shell.start.recent')}</h2>
      <ul>
        {recent.map((each) => (
          <li key={each.id} className="row">
            <button
              type="button"
              className="recent-open grow"
              data-testid="recent"
              onClick={() => void actions.openRecent(each.id)}
            >
              <span className="clip">{each.name}</span>
              <span className="quiet small">
                {each.fictional ? `${t('shell.fictionalShort')} · ` : ''}
                {t('shell.start.savedHere', { when: formatDateTime(each.savedAt, language) })}
              </span>
            </button>
            <Button
              look="plain"
              size="small"
              onClick={() => void actions.removeRecent(each.id)}
              aria-label={t('shell.start.removeNamed', { name: each.name })}
            >
              {t('shell.start.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A doorway with an arrow out of it. */
function StartSign() {
  return (
    <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden className="start-sign">
      <rect width="44" height="44" rx="9" fill="#00843d" />
      <path d="M11 35V9h15v26" fill="none" stroke="#fff" strokeWidth="3" />
      <path
        d="M19 22h16m-6-6 6 6-6 6"
        fill="none"
        stroke="#fff"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
