import { Component, type ReactNode } from 'react'
import { t } from '../i18n/index.ts'

/** A fault of the program in a component: says so, and that nothing is lost, instead of an empty page. */
export class ErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly fault: string | null }
> {
  override state: { readonly fault: string | null } = { fault: null }

  static getDerivedStateFromError(error: unknown) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }

  override render() {
    const { fault } = this.state
    if (fault === null) return this.props.children
    return (
      <main className="fault" role="alert" data-testid="fault">
        <h1>{t('shell.fault.title')}</h1>
        <p>{t('shell.fault.text')}</p>
        <button type="button" className="button primary" onClick={() => window.location.reload()}>
          {t('shell.fault.reload')}
        </button>
        <pre>{fault}</pre>
      </main>
    )
  }
}
