import type { AppState } from '../../state/app.ts'
import type { Command } from './commands/command.ts'
import { drawCommands } from './commands/draw.ts'
import { editCommands } from './commands/edit.ts'
import { fileCommands } from './commands/file.ts'
import { planCommands } from './commands/plan.ts'
import { helpCommands, printCommands } from './commands/print.ts'
import { viewCommands } from './commands/view.ts'

export { actionName, type Command, type CommandGroup } from './commands/command.ts'

/** All commands, as the state allows them. The one list from which menu, palette, shortcut sheet and keys are made. */
export function commandsOf(state: AppState): Command[] {
  const open = state.project !== null
  return [
    ...fileCommands(open),
    ...editCommands(state),
    ...drawCommands(state, open),
    ...viewCommands(state, open),
    ...planCommands(state, open),
    ...printCommands(open),
    ...helpCommands(),
  ]
}
