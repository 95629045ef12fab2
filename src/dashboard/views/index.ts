import type { FunctionComponent } from 'preact'
import type { MessageName } from '../../ui/i18n'
import { ExportView } from './ExportView'
import { SitesView } from './sites/SitesView'
import { RulesView } from './rules/RulesView'
import { WorkbenchView } from './workbench/WorkbenchView'

export interface View {
  /** Its name in the navigation; a view without one is reached by links alone. */
  title?: MessageName
  component: FunctionComponent<{ query: URLSearchParams }>
}

/** The dashboard's views by their name in the address, in the order of the navigation. */
export const views: Record<string, View> = {
  rules: { title: 'rulesTitle', component: RulesView },
  workbench: { title: 'workbenchTitle', component: WorkbenchView },
  sites: { title: 'sitesTitle', component: SitesView },
  export: { component: ExportView },
}
