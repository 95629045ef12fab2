import type { FunctionComponent } from 'preact'
import type { MessageName } from '../../ui/i18n'
import { ExportView } from './ExportView'

export interface View {
  /** Its name in the navigation; a view without one is reached by links alone. */
  title?: MessageName
  component: FunctionComponent<{ query: URLSearchParams }>
}

/** The dashboard's views by their name in the address, in the order of the navigation. */
export const views: Record<string, View> = {
  export: { component: ExportView },
}
