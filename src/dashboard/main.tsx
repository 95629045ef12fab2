import { render } from 'preact'
import { browser } from '../platform/browser'
import { readMessagesFrom } from '../ui/i18n'
import { Dashboard } from './Dashboard'

readMessagesFrom((name, substitutions) => browser.i18n.getMessage(name, substitutions))
document.documentElement.lang = browser.i18n.getUILanguage()
document.documentElement.dir = browser.i18n.getMessage('@@bidi_dir')

const app = document.getElementById('app')
if (app) render(<Dashboard />, app)
