/** The one door to the extension API: everything else imports it from here. */
export { default as browser } from 'webextension-polyfill'
export type { Permissions, Runtime, Scripting, Tabs } from 'webextension-polyfill'
