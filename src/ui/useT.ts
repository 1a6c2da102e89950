export { useLanguage, useT } from '../state/useT.ts'
