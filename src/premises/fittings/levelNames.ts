import { t } from '../../i18n/index.ts'
import { type GroundFloorName, levelLabel, shortLevelName } from '../naming.ts'

/** Names of the levels of a building by ordinal: 0 the ground floor, −1 the first basement. */
export type LevelNames = (ordinal: number) => { readonly name: string; readonly shortName: string }

/** The names that levels get by counting, in the language of the moment, under the facility's setting. */
export function levelNames(ground: GroundFloorName = 'tang1'): LevelNames {
  return (ordinal) => {
    const { code, params } = levelLabel(ordinal, ground)
    return { name: t(`premises.${code}`, params), shortName: shortLevelName(ordinal, ground) }
  }
}
